#include "rules/state/roster.hpp"

#include "rules/state/world.hpp"

namespace tt::rules {

// A counting sort: one pass to count, one to place. Second jobs are rare: where there is none, nothing is made.
Roster::Group Roster::grouped(const Column<HouseholdId, EnterpriseId>& where, std::uint32_t enterprises) {
  Group group;
  auto& start = group.start;
  start.assign(enterprises + 2U, 0);
  std::size_t all = 0;
  for (const EnterpriseId at : where.values) {
    if (!at.exists()) continue;
    ++start[at.value + 2];
    ++all;
  }
  if (all == 0) return group;
  for (std::size_t i = 2; i < start.size(); ++i) start[i] += start[i - 1];
  group.people.resize(all);
  for (std::uint32_t i = 0; i < where.size(); ++i)
    if (const EnterpriseId at = where.values[i]; at.exists()) group.people[start[at.value + 1]++] = HouseholdId{i};
  return group;
}

Roster::Roster(const World& world)
    : first_(grouped(world.households.employer, world.enterprises.count())),
      second_(grouped(world.households.second_job, world.enterprises.count())) {}

const Roster& roster_of(World& world) {
  KeptRoster& staff = world.staff;
  if (staff.made_after != staff.changes) {
    staff.roster = Roster(world);
    staff.made_after = staff.changes;
  }
  return staff.roster;
}

std::int64_t weeks_worked(const World& world, const Crew& crew) {
  std::int64_t weeks = 0;
  for (const HouseholdId person : crew.people) weeks += kOne - world.households.second_share[person];
  for (const HouseholdId person : crew.second_hands) weeks += world.households.second_share[person];
  return weeks;
}

}  // namespace tt::rules
