#include <vector>

#include "rules/simulated/idlers.hpp"
#include "rules/simulated/land.hpp"
#include "rules/simulated/manager.hpp"
#include "rules/simulated/outside_capital.hpp"
#include "rules/simulated/owning.hpp"
#include "rules/simulated/unions.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"

namespace tt::rules {
namespace {

/// A co-operative without a manager gives the office to its most able ordinary member until the assembly elects one.
void fill_office(World& world, EnterpriseId id, std::span<const HouseholdId> members) {
  HouseholdId& head = world.enterprises.head[id];
  if (head.exists()) return;
  for (const HouseholdId member : members) {
    if (is_seat(world, member)) continue;
    if (!head.exists() || skill_of(world, member) > skill_of(world, head)) head = member;
  }
}

}  // namespace

void plan_enterprises(World& world) {
  lift_wages(world);
  const Roster& roster = roster_of(world);
  // Managers plan with what their people will make once trained: hiring for the gap would never end. Nobody comes, goes
  // or works more or less before all have planned.
  const std::vector<Workforce> people = workforce_of_all(world, Training::kCompleted);
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (world.enterprises.open[id] == 0) continue;
    if (world.enterprises.form[id] == Form::kCooperative) fill_office(world, id, roster.of(id));
    consider_conversion(world, id, roster.of(id));
    const HouseholdId head = world.enterprises.head[id];
    if (!head.exists() || is_seated(world, head)) continue;
    if (world.enterprises.form[id] == Form::kCooperative) {
      consider_idlers(world, id, roster.of(id));
      consider_outside_capital(world, id, roster.of(id));
    }
    answer_demand(world, id);
    if (on_strike(world, id)) continue;  // nothing else to manage
    manage(world, id, capacity_of(means_of(world, id, people[id.value])));
  }
  trade_land_privately(world);
}

}  // namespace tt::rules
