// Who works where on the land: one's own parcels, the commons' for those who use it, and rented ones. Rents meet in a
// call auction every tick; owners who do not work their land let it at what the auction brings.
#include <algorithm>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/market/auction.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr Mils kSlowRentTicks = 16;

/// Parcels beyond its own that would give all its people room.
Lots room_missing(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  const std::int64_t crowded = firms.workers[id] - kYardWorkers - firms.site[id].parcels * kParcelWorkers;
  return crowded > 0 ? (crowded + kParcelWorkers - 1) / kParcelWorkers : 0;
}

/// The commons' land goes to those who use it in proportion to what they lack, never more; what is left lies open.
void share_commons(World& world) {
  auto& firms = world.enterprises;
  std::vector<std::int64_t> missing(firms.count(), 0);
  std::int64_t sum = 0;
  for (const EnterpriseId id : firms.ids()) {
    if (firms.open[id] != 0 && firms.site[id].uses_commons != 0) missing[id.value] = room_missing(world, id);
    sum += missing[id.value];
  }
  if (sum == 0) return;
  const Lots given = std::min(world.commons.parcels, sum);
  const auto parts = divide(given, missing, world.dice().draw(Stream::kRemainder, index_of(Good::kLand), 1));
  for (const EnterpriseId id : firms.ids()) firms.site[id].common = std::min(parts[id.value], missing[id.value]);
}

class RentAuction {
 public:
  explicit RentAuction(World& world) : world_(world) {}

  void run() {
    for (const Pantry& pantry : world_.pantries)
      if (const Lots parcels = pantry.lots[index_of(Good::kLand)]; parcels > 0) {
        landlords_.push_back(pantry.household);
        asks_.push_back({reserve_rent(pantry.household), parcels});
      }
    auto& firms = world_.enterprises;
    for (const EnterpriseId id : firms.ids()) {
      const Site& site = firms.site[id];
      if (site.wanted == 0 || firms.open[id] == 0) continue;
      renters_.push_back(id);
      bids_.push_back({site.rent_limit, std::min(site.wanted, firms.cash[id] / site.rent_limit)});
    }
    Rents& rents = world_.rents;
    const std::uint64_t draw = world_.dice().draw(Stream::kRemainder, index_of(Good::kLand), 2);
    const Clearing cleared = clear_auction(bids_, asks_, std::max<Mils>(1, rents.price), draw, bid_fills_, ask_fills_);
    rents.price = cleared.price;
    rents.parcels = cleared.volume;
    rents.slow_price += (cleared.price - rents.slow_price) / kSlowRentTicks;
    settle(cleared.price);
  }

 private:
  World& world_;
  std::vector<HouseholdId> landlords_;
  std::vector<EnterpriseId> renters_;
  std::vector<LimitOrder> bids_, asks_;
  std::vector<Lots> bid_fills_, ask_fills_;

  /// Rather than let it lie idle an owner takes less than has been usual, some sooner than others: so rents fall where
  /// there is land to spare.
  [[nodiscard]] Mils reserve_rent(HouseholdId landlord) const {
    const auto part = world_.dice().below(kOne / 2, Stream::kReferencePrice, landlord.value, index_of(Good::kLand));
    return std::max<Mils>(1, share_of(world_.rents.slow_price, kOne / 2 + part));
  }

  void settle(Mils price) {
    for (std::size_t i = 0; i < renters_.size(); ++i) {
      world_.enterprises.site[renters_[i]].rented = bid_fills_[i];
      post(world_, renters_[i], Account::exchange(), bid_fills_[i] * price, Reason::kRent);
    }
    for (std::size_t i = 0; i < landlords_.size(); ++i)
      post(world_, Account::exchange(), landlords_[i], ask_fills_[i] * price, Reason::kRent);
    TT_ASSERT(world_.exchange == 0);
  }
};

}  // namespace

void use_land(World& world) {
  auto& firms = world.enterprises;
  for (Site& site : firms.site.values) site.rented = site.common = 0;
  share_commons(world);
  RentAuction(world).run();
  for (Site& site : firms.site.values) site.used = site.parcels + site.rented + site.common;
}

}  // namespace tt::rules
