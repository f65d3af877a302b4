// Whether the baseline lives by itself: simulated people alone, long, in many worlds. The thresholds are those of the
// game's design and are not for tuning.
#pragma once

#include "tournament/lab/run.hpp"

namespace tt::tournament::lab {

inline constexpr std::uint64_t kHealthSeeds = 100;
inline constexpr rules::Tick kHealthTicks = 1'000;

/// What a run did that a living economy does not; by rule, in the order of `health_rules`.
struct Ailments {
  bool idle = false;      ///< employment below 50 % for 12 ticks on end
  bool prices = false;    ///< a made good's price more than a factor 20 from its start
  bool velocity = false;  ///< a factor 5 from its start, over 12 ticks
  bool empty = false;     ///< a made good's market without a trade for 12 ticks on end
  double least_employment = 1;
  double widest_price = 1;     ///< factor, either way
  double widest_velocity = 1;  ///< factor, either way
  double longest_empty = 0;    ///< ticks
  [[nodiscard]] bool any() const { return idle || prices || velocity || empty; }
};

[[nodiscard]] Ailments examine(const Series& series);

/// Seeds 1 … options.seeds of lab-baseline.
[[nodiscard]] Report check_health(const RunOptions& options);

}  // namespace tt::tournament::lab
