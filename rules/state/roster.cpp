#include "rules/state/roster.hpp"

#include "rules/state/world.hpp"

namespace tt::rules {

// A counting sort: one pass to count, one to place.
Roster::Group Roster::grouped(const World& world, const Column<HouseholdId, EnterpriseId>& where) {
  Group group;
  auto& start = group.start;
  start.assign(world.enterprises.count() + 1U, 0);
  for (const HouseholdId id : world.households.ids())
    if (where[id].exists()) ++start[where[id].value + 1];
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  group.people.resize(start.back());
  std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
  for (const HouseholdId id : world.households.ids())
    if (where[id].exists()) group.people[next[where[id].value]++] = id;
  return group;
}

Roster::Roster(const World& world)
    : first_(grouped(world, world.households.employer)), second_(grouped(world, world.households.second_job)) {}

std::int64_t weeks_worked(const World& world, const Crew& crew) {
  std::int64_t weeks = 0;
  for (const HouseholdId person : crew.people) weeks += kOne - world.households.second_share[person];
  for (const HouseholdId person : crew.second_hands) weeks += world.households.second_share[person];
  return weeks;
}

}  // namespace tt::rules
