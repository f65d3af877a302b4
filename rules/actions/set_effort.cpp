#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World&, HouseholdId, const SetEffort& action) {
  if (!within(action.effort, kMinEffort, kMaxEffort)) return Rejection::kEffortOutOfRange;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const SetEffort& action) {
  world.households.effort[actor] = static_cast<ShortBp>(action.effort);
}

}  // namespace tt::rules
