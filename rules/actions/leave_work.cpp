#include "rules/actions/perform.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const LeaveWork&) {
  if (!world.households.employer[actor].exists()) return Rejection::kNotEmployed;

  world.households.leaving[actor] = 1;
  world.households.applied_to[actor] = {};
  return Rejection::kNone;
}

}  // namespace tt::rules
