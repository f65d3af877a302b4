#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const OrderInputs& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  // A price without a quantity is a cancelled order; a quantity needs a price.
  if (!within(action.limit_price, Mils{action.quantity > 0 ? 1 : 0}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (!within(action.quantity, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const OrderInputs& action) {
  world.enterprises.input_quantity[action.enterprise] = action.quantity;
  world.enterprises.input_limit[action.enterprise] = action.limit_price;
}

}  // namespace tt::rules
