#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const OrderMachines& action) {
  if (index_of(action.task) >= kTasks) return Rejection::kMalformedAction;
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  // A price without a quantity is a cancelled order; a quantity needs a price.
  if (!within(action.limit_price, Mils{action.quantity > 0 ? 1 : 0}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (!within(action.quantity, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  const auto& firms = world.enterprises;
  if (action.quantity > 0 && world.scenario.parameters[Parameter::kMachines] == 0) return Rejection::kNoMachines;
  const Mils budget = share_of(firms.cash[action.enterprise], firms.mandate[action.enterprise].machines);
  if (!owns(world, actor, action.enterprise) && action.quantity * action.limit_price > budget)
    return Rejection::kBeyondBudget;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const OrderMachines& action) {
  Machines& machines = world.enterprises.machines[action.enterprise][index_of(action.task)];
  machines.order = action.quantity;
  machines.limit = action.limit_price;
}

}  // namespace tt::rules
