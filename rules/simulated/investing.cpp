#include "rules/simulated/investing.hpp"

#include <algorithm>

#include "rules/simulated/outside_capital.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

constexpr std::int64_t kYield = 40;        ///< bp of the price a tick, wanted as dividends (an assumption)
constexpr std::int64_t kSavingsWeeks = 8;  ///< of usual pay, not invested
constexpr std::int64_t kNeedyWeeks = 2;    ///< below this, shares are sold for what they fetch
constexpr std::int64_t kTemper = 6'000;    ///< bp: opinions of worth spread this far, evenly
constexpr std::uint64_t kBidder = 0, kOpinion = 1, kSeller = 2, kAskingPrice = 3;

}  // namespace

Mils fair_share_price(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  if (firms.form[id] == Form::kCooperative) return fair_unit_price(world, id);
  const Mils book = std::max<Mils>(0, enterprise_worth(world, id));
  const Mils from_dividends = mul_div(firms.dividend_average[id], kOne, kYield);
  const Mils all = std::min(book / 2 + from_dividends / 2, book + book / 2);
  return std::clamp<Mils>(all / firms.shares_issued[id], 1, kMaxPrice);
}

std::optional<ShareOrder> drawn_bid(const World& world, EnterpriseId id) {
  if (world.enterprises.form[id] == Form::kCooperative) return std::nullopt;  // savers come when there is an offer
  const Dice dice = world.dice();
  const auto& people = world.households;
  const HouseholdId who{static_cast<std::uint32_t>(dice.below(people.count(), Stream::kInvesting, id.value, kBidder))};
  if (is_seat(world, who)) return std::nullopt;
  const Mils budget = (people.cash[who] - kSavingsWeeks * world.mean_pay) / 8;
  const std::int64_t opinion = kOne - kTemper / 2 + dice.below(kTemper, Stream::kInvesting, id.value, kOpinion);
  const Mils limit = std::clamp<Mils>(share_of(fair_share_price(world, id), opinion), 1, kMaxPrice);
  const Lots shares = std::min<Lots>(budget > 0 ? budget / limit : 0, world.enterprises.shares_issued[id] / 10);
  if (shares == 0) return std::nullopt;
  return ShareOrder{who, id, Side::kBuy, shares, limit};
}

std::optional<ShareOrder> drawn_ask(const World& world, EnterpriseId id) {
  const Dice dice = world.dice();
  const auto& holdings = world.enterprises.shareholders[id];
  if (holdings.empty()) return std::nullopt;
  const Holding& h =
      holdings[static_cast<std::size_t>(dice.below(std::ssize(holdings), Stream::kInvesting, id.value, kSeller))];
  if (h.holder == kTrust || is_seat(world, h.holder)) return std::nullopt;
  const bool needy = world.households.cash[h.holder] < kNeedyWeeks * world.mean_pay;
  Lots shares = needy ? (h.shares + 1) / 2 : (h.shares + 7) / 8;
  const Lots control = world.enterprises.shares_issued[id] / 2 + 1;
  const bool leads = world.enterprises.form[id] == Form::kProprietary && world.enterprises.head[id] == h.holder;
  if (!needy && leads) shares = std::min(shares, h.shares - control);
  if (shares <= 0) return std::nullopt;
  const std::int64_t opinion = dice.below(kTemper / 2, Stream::kInvesting, id.value, kAskingPrice);
  const std::int64_t asked = needy ? kOne - opinion : kOne + opinion;
  return ShareOrder{h.holder, id, Side::kSell, shares,
                    std::clamp<Mils>(share_of(fair_share_price(world, id), asked), 1, kMaxPrice)};
}

}  // namespace tt::rules
