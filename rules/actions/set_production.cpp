#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const SetProduction& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  if (!within(action.ask_price, Mils{1}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (!within(action.output_target, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const SetProduction& action) {
  world.enterprises.ask_price[action.enterprise] = action.ask_price;
  world.enterprises.output_target[action.enterprise] = action.output_target;
}

}  // namespace tt::rules
