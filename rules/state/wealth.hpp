// What people own, at the last auctions' prices.
#pragma once

#include <vector>

#include "rules/state/world.hpp"

namespace tt::rules {

/// An enterprise's machines at their slow prices.
[[nodiscard]] inline Mils machines_worth(const World& world, EnterpriseId id) {
  Mils worth = 0;
  for (const Task task : kAllTasks)
    worth +=
        world.enterprises.machines[id][index_of(task)].units * world.markets[index_of(machine_for(task))].slow_price;
  return worth;
}

/// An enterprise's cash, stocks and machines.
[[nodiscard]] inline Mils enterprise_worth(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  return machines_worth(world, id) + firms.cash[id] +
         firms.product_stock[id] * world.markets[index_of(firms.product[id])].price +
         firms.materials_stock[id] * world.markets[index_of(Good::kMaterials)].price;
}

/// Of every household, in order: cash, capital account, goods kept, enterprises owned.
[[nodiscard]] inline std::vector<Mils> wealth_of_all(const World& world) {
  const auto& people = world.households;
  const auto& firms = world.enterprises;
  std::vector<Mils> wealth(people.count());
  for (const HouseholdId id : people.ids()) wealth[id.value] = people.cash[id] + people.capital_account[id];
  for (const Pantry& pantry : world.pantries)
    for (const Good good : kAllGoods)
      wealth[pantry.household.value] += pantry.lots[index_of(good)] * world.markets[index_of(good)].price;
  for (const EnterpriseId id : firms.ids())
    if (firms.form[id] == Form::kProprietary && firms.open[id] != 0)
      wealth[firms.head[id].value] += enterprise_worth(world, id);
  return wealth;
}

}  // namespace tt::rules
