// A scenario: everything that makes one world start differently from another. Held in the world's state, so a running
// world never depends on a later edition of the built-in list.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "rules/core/units.hpp"
#include "rules/state/parameters.hpp"

namespace tt::rules {

struct Scenario {
  std::string name;
  std::string title;
  std::uint32_t households = 0;
  std::uint32_t enterprises = 0;
  Bp cooperative_share = 0;            ///< of the first enterprises
  std::uint32_t capitalist_seats = 0;  ///< owners of a proprietary enterprise
  std::uint32_t member_seats = 0;      ///< members of a co-operative
  std::uint32_t worker_seats = 0;      ///< any other households
  Tick burn_in_ticks = 0;              ///< played by simulated people before anyone enters
  Tick final_tick = 0;                 ///< the last there may be; 0 for a world without an end
  Tick end_window = 0;                 ///< by how many ticks before that chance may end it
  std::uint32_t tick_seconds = 0;      ///< suggested pace; the rules know no clock
  Parameters parameters;
};

/// The built-in scenarios, in the order they are offered.
[[nodiscard]] std::span<const Scenario> built_in_scenarios();
/// The built-in scenario of that name, or null.
[[nodiscard]] const Scenario* find_scenario(std::string_view name);

}  // namespace tt::rules
