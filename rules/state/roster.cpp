#include "rules/state/roster.hpp"

#include "rules/state/world.hpp"

namespace tt::rules {

// A counting sort: one pass to count, one to place.
Roster::Roster(const World& world) : start_(world.enterprises.count() + 1U, 0) {
  const auto& people = world.households;
  for (const HouseholdId id : people.ids())
    if (people.employer[id].exists()) ++start_[people.employer[id].value + 1];
  for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
  people_.resize(start_.back());
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for (const HouseholdId id : people.ids())
    if (people.employer[id].exists()) people_[next[people.employer[id].value]++] = id;
}

}  // namespace tt::rules
