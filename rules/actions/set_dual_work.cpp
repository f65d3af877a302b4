#include "rules/actions/perform.hpp"
#include "rules/state/membership.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const SetDualWork& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const bool insider = owns(world, actor, action.enterprise) || is_member(world, actor, action.enterprise);
  if (!insider) return Rejection::kNotOwner;
  if (world.enterprises.form[action.enterprise] != Form::kProprietary) return Rejection::kWrongForm;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const SetDualWork& action) {
  world.enterprises.dual_work[action.enterprise] = action.allowed ? 1 : 0;
}

}  // namespace tt::rules
