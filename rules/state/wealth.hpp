// What people own, at the last auctions' prices.
#pragma once

#include <algorithm>
#include <vector>

#include "rules/state/outside_capital.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// What a lot of a good is valued at: what lasts, at its slow price.
[[nodiscard]] inline Mils value_of(const World& world, Good good) {
  const Market& market = world.markets[index_of(good)];
  return lasts(good) ? market.slow_price : market.price;
}

/// An enterprise's machines at their slow prices.
[[nodiscard]] inline Mils machines_worth(const World& world, EnterpriseId id) {
  Mils worth = 0;
  for (const Task task : kAllTasks)
    worth +=
        world.enterprises.machines[id][index_of(task)].units * world.markets[index_of(machine_for(task))].slow_price;
  return worth;
}

/// An enterprise's cash, stocks, machines and land, less what it owes the bank and in wages; below zero if it owes
/// more.
[[nodiscard]] inline Mils enterprise_worth(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  return machines_worth(world, id) + firms.cash[id] - firms.loan[id] - firms.arrears[id] - firms.wages_owed[id] +
         firms.product_stock[id] * value_of(world, firms.product[id]) +
         firms.materials_stock[id] * value_of(world, Good::kMaterials) +
         firms.site[id].parcels * value_of(world, Good::kLand);
}

/// What the last eight auctions of these shares paid on average, for one; 0 where there was no buyer in any.
[[nodiscard]] inline Mils averaged_share_price(const World& world, EnterpriseId id) {
  Mils sum = 0;
  Mils count = 0;
  for (const Mils paid : world.enterprises.share_market[id].paid) {
    sum += paid;
    count += paid > 0 ? 1 : 0;
  }
  return count > 0 ? sum / count : 0;
}

/// All shares of a proprietary enterprise together: the lower of book worth and the averaged price (prudence, as in
/// accounting's "lower of cost or market"). What buyers would not pay for does not count, and what they pay beyond
/// the real assets counts only once it is paid: so no price, however made, adds to what people own together. Of a
/// co-operative, all units of its outside capital.
[[nodiscard]] inline Mils capital_worth(const World& world, EnterpriseId id) {
  if (world.enterprises.form[id] == Form::kCooperative) return outside_worth(world, id);
  const Mils book = std::max<Mils>(0, enterprise_worth(world, id));
  const Mils average = averaged_share_price(world, id);
  if (average == 0 || average > book / world.enterprises.shares_issued[id]) return book;
  return average * world.enterprises.shares_issued[id];
}

/// Weeks of usual pay that the wealth tax leaves alone: a cushion is not a fortune.
inline constexpr Mils kWealthFreeWeeks = 26;

/// Of every household, in order: cash, capital account, goods kept, shares. The trust's shares and a co-operative's
/// reserve are no one household's.
[[nodiscard]] inline std::vector<Mils> wealth_of_all(const World& world) {
  const auto& people = world.households;
  const auto& firms = world.enterprises;
  std::vector<Mils> wealth(people.count());
  for (const HouseholdId id : people.ids()) wealth[id.value] = people.cash[id] + people.capital_account[id];
  for (const Pantry& pantry : world.pantries)
    for (const Good good : kAllGoods)
      wealth[pantry.household.value] += pantry.lots[index_of(good)] * value_of(world, good);
  for (const EnterpriseId id : firms.ids()) {
    if (firms.shareholders[id].empty()) continue;
    const Mils worth = capital_worth(world, id);
    for (const Holding& h : firms.shareholders[id])
      if (h.holder != kTrust) wealth[h.holder.value] += part_of_holding(world, id, worth, h.shares);
  }
  return wealth;
}

}  // namespace tt::rules
