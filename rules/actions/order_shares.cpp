#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const OrderShares& action) {
  if (action.side > Side::kSell) return Rejection::kMalformedAction;
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const bool cooperative = world.enterprises.form[action.enterprise] == Form::kCooperative;
  if (cooperative && outside_capital(world, action.enterprise) == nullptr) return Rejection::kNoOutsideCapital;
  const bool cancels = action.quantity == 0;
  if (!within(action.limit_price, Mils{cancels ? 0 : 1}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (!within(action.quantity, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  const bool buys = action.side == Side::kBuy;
  if (buys && action.quantity * action.limit_price > world.households.cash[actor]) return Rejection::kNotEnoughCash;
  if (!buys && action.quantity > shares_of(world, action.enterprise, actor)) return Rejection::kNotEnoughShares;

  // One order an enterprise: nobody trades with themselves.
  std::erase_if(world.share_orders,
                [&](const ShareOrder& o) { return o.household == actor && o.enterprise == action.enterprise; });
  if (!cancels)
    world.share_orders.push_back({actor, action.enterprise, action.side, action.quantity, action.limit_price});
  return Rejection::kNone;
}

}  // namespace tt::rules
