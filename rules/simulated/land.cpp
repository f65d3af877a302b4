#include "rules/simulated/land.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/pantry.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr Bp kSpread = 1'500;             ///< people differ in what they think land is worth
constexpr std::int64_t kWeeksKept = 3;    ///< of pay that money for land is not taken from
constexpr std::int64_t kSaverWeeks = 30;  ///< of usual pay: people with more look for something to buy
constexpr std::int64_t kNeedyWeeks = 2;
constexpr std::int64_t kPeopleAsked = 200;  ///< one of as many thinks about land in a tick

/// What a parcel is thought to be worth, from its rent; never so little that nobody would hold it.
Mils worth(const World& world, std::uint64_t who) {
  const Mils usual = std::max(world.rents.slow_price * kTicksOfRent, world.mean_pay / 2);
  const auto temper = world.dice().below(2 * kSpread + 1, Stream::kManagerTemper, who, 7) - kSpread;
  return std::max<Mils>(1, share_of(usual, kOne + temper));
}

}  // namespace

void plan_land(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  const HouseholdId head = firms.head[id];
  const auto act = [&](const Action& action) { static_cast<void>(act_at_close(world, head, action)); };
  const Site& site = firms.site[id];
  const std::int64_t crowded = firms.workers[id] - kYardWorkers;
  const Lots needed = crowded > 0 ? (crowded + kParcelWorkers - 1) / kParcelWorkers : 0;
  const Lots missing = std::max<Lots>(0, needed - site.parcels - site.common);
  // Half a worker's product is lost for each who has no room: the last parcel may save less than the first.
  const std::int64_t saved = std::min<std::int64_t>(crowded - site.parcels * kParcelWorkers, missing * kParcelWorkers);
  const Mils a_parcel = missing > 0 ? std::max<Mils>(1, saved * firms.wage[id] / 2 / missing) : 0;
  const auto temper = world.dice().below(2 * kSpread + 1, Stream::kManagerTemper, id.value, 6) - kSpread;
  const Mils limit = missing > 0 ? std::clamp<Mils>(share_of(a_parcel, kOne - kSpread + temper), 1, kMaxPrice) : 0;
  act(UseLand{id, missing, limit, site.uses_commons != 0});

  const Mils spare = firms.cash[id] - kWeeksKept * firms.workers[id] * firms.wage[id];
  const Mils price = std::clamp<Mils>(worth(world, id.value), 1, kMaxPrice);
  if (site.parcels > needed)
    act(OrderLand{id, Side::kSell, site.parcels - needed, price});
  else if (site.rented > 0 && spare > price)
    act(OrderLand{id, Side::kBuy, 1, price});
  else if (site.buy > 0 || site.sell > 0)
    act(OrderLand{id, Side::kBuy, 0, 0});
}

void trade_land_privately(World& world) {
  const auto& people = world.households;
  const Dice dice = world.dice();
  // What was not filled lapses, so that nobody is held to an old price.
  std::erase_if(world.orders,
                [&](const PersonalOrder& o) { return o.good == Good::kLand && !is_seat(world, o.household); });
  for (std::int64_t k = 0; k < 1 + people.count() / kPeopleAsked; ++k) {
    const HouseholdId id{
        static_cast<std::uint32_t>(dice.below(people.count(), Stream::kFounding, 99, static_cast<std::uint64_t>(k)))};
    if (is_seat(world, id)) continue;
    const Mils price = worth(world, id.value);
    const Lots held = stock_of(world, id, Good::kLand);
    if (people.cash[id] > kSaverWeeks * world.mean_pay && people.cash[id] / 4 > price)
      static_cast<void>(act_at_close(world, id, PlaceOrder{Good::kLand, Side::kBuy, 1, price}));
    else if (held > 0 && people.cash[id] < kNeedyWeeks * world.mean_pay)
      static_cast<void>(act_at_close(world, id, PlaceOrder{Good::kLand, Side::kSell, 1, price}));
  }
}

}  // namespace tt::rules
