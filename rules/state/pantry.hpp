// What people have bought to keep. Few keep anything, so the rows are sparse; they stand by rising household.
#pragma once

#include <algorithm>

#include "rules/state/world.hpp"

namespace tt::rules {

[[nodiscard]] inline bool keeps_before(const Pantry& pantry, HouseholdId person) {
  return pantry.household < person;
}

[[nodiscard]] inline Lots stock_of(const World& world, HouseholdId person, Good good) {
  const auto at = std::lower_bound(world.pantries.begin(), world.pantries.end(), person, keeps_before);
  return at == world.pantries.end() || at->household != person ? 0 : at->lots[index_of(good)];
}

/// The person's row, made when missing.
[[nodiscard]] inline Pantry& pantry_of(World& world, HouseholdId person) {
  const auto at = std::lower_bound(world.pantries.begin(), world.pantries.end(), person, keeps_before);
  if (at != world.pantries.end() && at->household == person) return *at;
  return *world.pantries.insert(at, Pantry{person, {}});
}

}  // namespace tt::rules
