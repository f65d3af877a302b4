// When a world ends.
#pragma once

#include "rules/state/world.hpp"

namespace tt::rules {

/// The tick whose close ends the world if nothing ends it before, 0 for none: drawn from the world's seed within the
/// window that the scenario states, so that selling everything in the last tick is a gamble. No view may tell it.
[[nodiscard]] inline Tick last_tick(const World& world) {
  const Scenario& s = world.scenario;
  if (s.final_tick == 0) return 0;
  const Dice lifelong{world.seed, 0};
  return s.final_tick - static_cast<Tick>(lifelong.below(std::int64_t{s.end_window} + 1, Stream::kEnding, 0));
}

}  // namespace tt::rules
