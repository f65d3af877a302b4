#include "rules/actions/perform.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const SetResearch& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  if (!owns(world, actor, action.enterprise)) return Rejection::kWrongForm;
  if (const Rejection r = guard_research(action.research); r != Rejection::kNone) return r;

  world.enterprises.research[action.enterprise] = action.research;
  return Rejection::kNone;
}

}  // namespace tt::rules
