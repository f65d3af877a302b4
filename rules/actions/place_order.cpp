#include <algorithm>
#include "rules/actions/perform.hpp"

#include "rules/state/constants.hpp"
#include "rules/state/pantry.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const PlaceOrder& action) {
  const bool cancels = action.quantity == 0;
  if (index_of(action.good) >= kGoods || action.side > Side::kSell) return Rejection::kMalformedAction;
  if (!within(action.limit_price, Mils{cancels ? 0 : 1}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (!within(action.quantity, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  const bool buys = action.side == Side::kBuy;
  if (buys && action.quantity * action.limit_price > world.households.cash[actor]) return Rejection::kNotEnoughCash;
  if (!buys && action.quantity > stock_of(world, actor, action.good)) return Rejection::kNotEnoughStock;

  const PersonalOrder order{actor, action.good, action.side, action.quantity, action.limit_price};
  const auto at = std::lower_bound(world.orders.begin(), world.orders.end(), order, orders_before);
  const bool stands = at != world.orders.end() && !orders_before(order, *at);
  if (cancels && stands) world.orders.erase(at);
  if (!cancels && stands) *at = order;
  if (!cancels && !stands) world.orders.insert(at, order);
  return Rejection::kNone;
}

}  // namespace tt::rules
