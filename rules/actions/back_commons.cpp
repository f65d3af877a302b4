#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const BackCommons& action) {
  if (!within(action.amount, Mils{1}, kMaxAmount)) return Rejection::kAmountOutOfRange;
  if (action.amount > world.households.cash[actor]) return Rejection::kNotEnoughCash;

  post(world, actor, Account::commons(), action.amount, Reason::kCommons);
  world.commons.given += action.amount;
  return Rejection::kNone;
}

}  // namespace tt::rules
