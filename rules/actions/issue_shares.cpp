#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const IssueShares& action) {
  if (action.side > Side::kSell) return Rejection::kMalformedAction;
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  auto& firms = world.enterprises;
  const EnterpriseId id = action.enterprise;
  if (!manages(world, actor, id)) return Rejection::kNotOwner;
  if (firms.form[id] != Form::kProprietary) return Rejection::kWrongForm;
  const bool cancels = action.quantity == 0;
  if (!within(action.limit_price, Mils{cancels ? 0 : 1}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  // A board that issued below worth, or bought back above it, would move the other holders' property to its friends.
  const Mils book = std::max<Mils>(1, enterprise_worth(world, id) / firms.shares_issued[id]);
  const Mils worth = std::max<Mils>(1, capital_worth(world, id) / firms.shares_issued[id]);
  const bool buys = action.side == Side::kBuy;
  if (!cancels && (buys ? action.limit_price > book : action.limit_price < worth)) return Rejection::kPriceOutOfRange;
  if (!within(action.quantity, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  if (!buys && firms.shares_issued[id] + action.quantity > kMostShares) return Rejection::kQuantityOutOfRange;
  if (buys && action.quantity * action.limit_price > firms.cash[id]) return Rejection::kNotEnoughCash;
  if (buys && !cancels && !may_pay_out(world, id)) return Rejection::kDebtFirst;
  const Lots with_households = firms.shares_issued[id] - shares_of(world, id, kTrust);
  if (buys && action.quantity >= with_households) return Rejection::kNotEnoughShares;

  firms.board_order[id] = {action.side, action.quantity, action.limit_price};
  return Rejection::kNone;
}

}  // namespace tt::rules
