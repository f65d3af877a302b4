#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const SetEffort& action) {
  if (!within(action.effort, kMinEffort, kMaxEffort)) return Rejection::kEffortOutOfRange;

  world.households.effort[actor] = static_cast<ShortBp>(action.effort);
  return Rejection::kNone;
}

}  // namespace tt::rules
