#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const OrderLand& action) {
  if (action.side > Side::kSell) return Rejection::kMalformedAction;
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  // A price without a quantity is a cancelled order; a quantity needs a price.
  if (!within(action.limit_price, Mils{action.quantity > 0 ? 1 : 0}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (!within(action.quantity, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  const bool buys = action.side == Side::kBuy;
  if (!buys && action.quantity > world.enterprises.site[action.enterprise].parcels) return Rejection::kNotEnoughStock;
  const Mils budget =
      share_of(world.enterprises.cash[action.enterprise], world.enterprises.mandate[action.enterprise].machines);
  if (buys && !owns(world, actor, action.enterprise) && action.quantity * action.limit_price > budget)
    return Rejection::kBeyondBudget;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const OrderLand& action) {
  Site& site = world.enterprises.site[action.enterprise];
  const bool buys = action.side == Side::kBuy;
  site.buy = buys ? action.quantity : 0;
  site.sell = buys ? 0 : action.quantity;
  site.limit = action.limit_price;
}

}  // namespace tt::rules
