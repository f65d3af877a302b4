// Who works where, grouped. Derived from the columns of the state, kept from stage to stage until somebody comes or
// goes; never saved or hashed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Those who work in an enterprise.
struct Crew {
  std::span<const HouseholdId> people;        ///< whose job it is
  std::span<const HouseholdId> second_hands;  ///< who work there besides their job elsewhere
};

/// Working weeks of the crew, in 1/10 000: who divides their time counts in part.
[[nodiscard]] std::int64_t weeks_worked(const World& world, const Crew& crew);

class Roster {
 public:
  Roster() = default;
  explicit Roster(const World& world);

  /// The people of one enterprise, by rising number.
  [[nodiscard]] std::span<const HouseholdId> of(EnterpriseId id) const { return first_.of(id); }
  [[nodiscard]] Crew crew(EnterpriseId id) const { return {first_.of(id), second_.of(id)}; }

 private:
  struct Group {
    std::vector<std::uint32_t> start;
    std::vector<HouseholdId> people;

    [[nodiscard]] std::span<const HouseholdId> of(EnterpriseId id) const {
      if (people.empty()) return {};
      return std::span(people).subspan(start[id.value], start[id.value + 1] - start[id.value]);
    }
  };
  static Group grouped(const Column<HouseholdId, EnterpriseId>& where, std::uint32_t enterprises);
  Group first_;
  Group second_;
};

/// The roster of a world and the change it was made after.
struct KeptRoster {
  Roster roster;
  std::uint64_t made_after = 0;
  std::uint64_t changes = 1;  ///< comings and goings so far
};

/// The roster as of now; good until the next call. Who changes `employer` or `second_job` counts it in
/// `World::staff.changes`.
[[nodiscard]] const Roster& roster_of(World& world);

}  // namespace tt::rules
