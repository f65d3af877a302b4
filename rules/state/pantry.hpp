// What seated people have bought to keep. Few people keep anything, so the rows are sparse.
#pragma once

#include <algorithm>

#include "rules/state/world.hpp"

namespace tt::rules {

[[nodiscard]] inline Lots stock_of(const World& world, HouseholdId person, Good good) {
  const auto at = std::find_if(world.pantries.begin(), world.pantries.end(),
                               [&](const Pantry& p) { return p.household == person; });
  return at == world.pantries.end() ? 0 : at->lots[index_of(good)];
}

/// The person's row, made when missing.
[[nodiscard]] inline Pantry& pantry_of(World& world, HouseholdId person) {
  const auto at = std::find_if(world.pantries.begin(), world.pantries.end(),
                               [&](const Pantry& p) { return p.household == person; });
  return at != world.pantries.end() ? *at : world.pantries.emplace_back(Pantry{person, {}});
}

}  // namespace tt::rules
