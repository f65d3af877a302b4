// Asking the mutual bank for a loan, and paying back. Both are carried out when the tick closes, with everybody's: who
// asks first has no advantage, and what was asked is nobody's to see before.
#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const Borrow& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  if (!within(action.amount, Mils{0}, kMaxAmount)) return Rejection::kAmountOutOfRange;
  if (action.amount > lendable(world, action.enterprise)) return Rejection::kBeyondCredit;
  if (action.amount > head_may_borrow(world, action.enterprise)) return Rejection::kBeyondMandate;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const Borrow& action) {
  world.enterprises.loan_order[action.enterprise] = action.amount;
}

Rejection judge(const World& world, HouseholdId actor, const Repay& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  if (!within(action.amount, Mils{0}, world.enterprises.loan[action.enterprise])) return Rejection::kAmountOutOfRange;
  if (action.amount > world.enterprises.cash[action.enterprise]) return Rejection::kNotEnoughCash;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const Repay& action) {
  world.enterprises.loan_order[action.enterprise] = -action.amount;
}

Rejection perform(World& world, HouseholdId actor, const SupportTakeOver& action) {
  const EnterpriseId work = world.households.employer[actor];
  if (!work.exists()) return Rejection::kNotEmployed;
  if (world.enterprises.form[work] != Form::kProprietary) return Rejection::kWrongForm;

  world.households.for_take_over[actor] = action.support ? 1 : 0;
  return Rejection::kNone;
}

}  // namespace tt::rules
