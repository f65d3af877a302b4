#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const BackCommons& action) {
  if (!within(action.amount, Mils{1}, kMaxAmount)) return Rejection::kAmountOutOfRange;
  if (action.amount > world.households.cash[actor]) return Rejection::kNotEnoughCash;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const BackCommons& action) {
  post(world, actor, Account::commons(), action.amount, Reason::kCommons);
  world.commons.given += action.amount;
}

}  // namespace tt::rules
