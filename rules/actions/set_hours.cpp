#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const SetHours& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  if (!within(action.hours, kMinHours, kMaxHours)) return Rejection::kHoursOutOfRange;
  const Mandate& mandate = world.enterprises.mandate[action.enterprise];
  if (!owns(world, actor, action.enterprise) && !within(action.hours, mandate.least_hours, mandate.most_hours))
    return Rejection::kBeyondMandate;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const SetHours& action) {
  world.enterprises.hours[action.enterprise] = action.hours;
}

}  // namespace tt::rules
