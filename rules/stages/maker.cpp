// The public market maker's books: prices followed, what it has too much given back to the treasury, what it is short
// of made up from there a little at a time. It never gets new money.
#include <algorithm>

#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/market_making.hpp"

namespace tt::rules {
namespace {

/// Where a price jumps it is not followed at once: who pushes it has to hold it there for longer than it pays.
void follow(Mils& reference, const Market& market) {
  if (reference == 0) reference = market.slow_price;
  if (market.volume == 0) return;
  const Mils most = share_of(reference, kMakerFollows) + 1;
  reference = std::max<Mils>(1, reference + std::clamp(market.price - reference, -most, most));
}

}  // namespace

void keep_maker(World& world) {
  Maker& maker = world.maker;
  for (const Good good : kAllGoods)
    if (is_dealt_in(good)) follow(maker.reference[index_of(good)], world.markets[index_of(good)]);
  const Mils missing = maker_budget(world) - maker_worth(world);
  if (missing < 0) {
    const Mils back = std::min(-missing, maker.cash);
    post(world, Account::maker(), Account::treasury(), back, Reason::kMarketMaker);
    maker.paid_in -= back;
  } else {
    const Mils more = std::min(missing / kMakerFunding, world.treasury / kMakerOfTreasury);
    post(world, Account::treasury(), Account::maker(), more, Reason::kMarketMaker);
    maker.paid_in += more;
  }
}

}  // namespace tt::rules
