#include "rules/actions/perform.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const SetResearch& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  if (!owns(world, actor, action.enterprise)) return Rejection::kWrongForm;
  if (const Rejection r = guard_research(action.research); r != Rejection::kNone) return r;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const SetResearch& action) {
  world.enterprises.research[action.enterprise] = action.research;
}

}  // namespace tt::rules
