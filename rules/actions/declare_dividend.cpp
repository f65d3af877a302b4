#include "rules/actions/perform.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/membership.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const DeclareDividend& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const bool insider = owns(world, actor, action.enterprise) || is_member(world, actor, action.enterprise);
  if (!insider) return Rejection::kNotOwner;
  // A co-operative's surplus goes by its split, to everyone.
  if (world.enterprises.form[action.enterprise] != Form::kProprietary) return Rejection::kWrongForm;
  if (action.amount < 0) return Rejection::kAmountOutOfRange;
  if (action.amount > world.enterprises.cash[action.enterprise]) return Rejection::kNotEnoughCash;
  if (action.amount > 0 && !may_pay_out(world, action.enterprise)) return Rejection::kDebtFirst;

  world.enterprises.declared_dividend[action.enterprise] = action.amount;
  return Rejection::kNone;
}

}  // namespace tt::rules
