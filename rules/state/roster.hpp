// Who works where, grouped: made when a stage needs it, never stored.
#pragma once

#include <span>
#include <vector>

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

class Roster {
 public:
  explicit Roster(const World& world);

  /// The people of one enterprise, by rising number.
  [[nodiscard]] std::span<const HouseholdId> of(EnterpriseId id) const {
    return std::span(people_).subspan(start_[id.value], start_[id.value + 1] - start_[id.value]);
  }

 private:
  std::vector<std::uint32_t> start_;
  std::vector<HouseholdId> people_;
};

}  // namespace tt::rules
