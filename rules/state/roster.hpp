// Who works where, grouped: made when a stage needs it, never stored.
#pragma once

#include <span>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/state/world.hpp"

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
  explicit Roster(const World& world);

  /// The people of one enterprise, by rising number.
  [[nodiscard]] std::span<const HouseholdId> of(EnterpriseId id) const { return first_.of(id); }
  [[nodiscard]] Crew crew(EnterpriseId id) const { return {first_.of(id), second_.of(id)}; }

 private:
  struct Group {
    std::vector<std::uint32_t> start;
    std::vector<HouseholdId> people;

    [[nodiscard]] std::span<const HouseholdId> of(EnterpriseId id) const {
      return std::span(people).subspan(start[id.value], start[id.value + 1] - start[id.value]);
    }
  };
  static Group grouped(const World& world, const Column<HouseholdId, EnterpriseId>& where);
  Group first_;
  Group second_;
};

}  // namespace tt::rules
