// Machines and what is known about using them. A unit is counted in the present generation's: when a newer one comes,
// what is there does the same work and counts as fewer of the new, better units.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

/// What an enterprise has and knows for one kind of task.
struct Machines {
  Lots units = 0;
  Bp worn = 0;                 ///< of the next unit to wear out, in 1/10 000
  std::int64_t knowledge = 0;  ///< points of its own; less than the world's is of no use
  Lots order = 0;              ///< units to buy at the next auction
  Mils limit = 0;              ///< at most, each
  std::int64_t done = 0;       ///< tasks done by them last tick, in 1/10 000 of a lot's
};

/// How an enterprise's people divide their time.
struct Research {
  Bp share = 0;  ///< of all working time
  Bp minds = 0;  ///< of that, for minds tasks; the rest for hands tasks
  bool operator==(const Research&) const = default;
};
inline constexpr Bp kMostResearch = 3'000;

/// What all the world knows of one kind of task.
struct Technology {
  std::int64_t knowledge = 0;
  std::uint8_t generation = 0;
  std::uint8_t announced = 0;  ///< the generation last announced
};

struct Generation {
  std::int64_t knowledge;  ///< of the world, from which its machines are made
  std::int64_t units;      ///< that do all of one lot's tasks of their kind, every tick
};
/// A fifth fewer units do the same from one generation to the next; the thresholds widen as the easy things are found.
inline constexpr std::array<Generation, 8> kGenerations{{{0, 60},
                                                         {600'000, 48},
                                                         {1'200'000, 38},
                                                         {2'000'000, 31},
                                                         {3'500'000, 25},
                                                         {6'000'000, 20},
                                                         {10'000'000, 16},
                                                         {16'000'000, 13}}};

/// Wear of a unit in a tick, used or not: most machines are replaced after about five years.
inline constexpr Bp kWear = 40;
/// Lots of materials (fuel, parts) that machines use for 100 lots' tasks.
inline constexpr Lots kRunningMaterials = 3;
/// Knowledge with which half of all tasks can be handed over.
inline constexpr std::int64_t kHalfKnown = 2'000'000;
inline constexpr Bp kMostByMachines = 9'800;  ///< something is always left to people

[[nodiscard]] inline std::int64_t units_a_lot(const Technology& technology) {
  return kGenerations[technology.generation].units;
}

/// The part of all tasks that may be handed over with this knowledge: rises ever more slowly.
[[nodiscard]] constexpr Bp reach_of(std::int64_t knowledge) {
  return static_cast<Bp>(mul_div(kMostByMachines, knowledge, knowledge + kHalfKnown));
}

}  // namespace tt::rules
