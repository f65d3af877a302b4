// Asking memory ahead of a pass from enterprise to enterprise over their people, who are no neighbours in the columns:
// so the waits for them overlap with work and with each other. Changes nothing but how long the pass takes.
#pragma once

#include "rules/core/id.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// For a pass over `enterprises` of them in turn that is at `id`: fetches what these columns hold of the next one's
/// people.
template <class... Columns>
void fetch_after(const Roster& roster, EnterpriseId id, std::uint32_t enterprises, const Columns&... columns) {
  if (id.value + 1 >= enterprises) return;
  for (const HouseholdId person : roster.of(EnterpriseId{id.value + 1})) (__builtin_prefetch(&columns[person]), ...);
}

/// The columns that tell how much the people get done.
inline void fetch_work_after(const Roster& roster, EnterpriseId id, const World& world) {
  const Households& people = world.households;
  fetch_after(roster, id, world.enterprises.count(), people.effort, people.tenure, people.second_share, people.hands,
              people.minds);
}

}  // namespace tt::rules
