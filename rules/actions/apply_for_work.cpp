#include "rules/actions/perform.hpp"
#include "rules/state/membership.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const ApplyForWork& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (world.households.employer[actor] == action.enterprise) return Rejection::kAlreadyEmployedHere;
  if (world.enterprises.places[action.enterprise] <= world.enterprises.workers[action.enterprise])
    return Rejection::kNoOpenPlace;

  world.households.applied_to[actor] = action.enterprise;
  world.households.leaving[actor] = 0;
  return Rejection::kNone;
}

}  // namespace tt::rules
