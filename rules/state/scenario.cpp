#include "rules/state/scenario.hpp"

#include <algorithm>
#include <array>

namespace tt::rules {

std::span<const Scenario> built_in_scenarios() {
  static const std::array<Scenario, 3> kScenarios{
      Scenario{.name = "sitting",
               .title = "A sitting",
               .households = 400,
               .enterprises = 24,
               .cooperative_share = 4'000,
               .capitalist_seats = 4,
               .member_seats = 6,
               .worker_seats = 12,
               .burn_in_ticks = 120,
               .final_tick = 60,
               .tick_seconds = 45},
      Scenario{.name = "hamlet",
               .title = "A hamlet",
               .households = 80,
               .enterprises = 8,
               .cooperative_share = 5'000,
               .capitalist_seats = 2,
               .member_seats = 3,
               .worker_seats = 4,
               .burn_in_ticks = 60,
               .final_tick = 40,
               .tick_seconds = 30},
      Scenario{.name = "crowd",
               .title = "A crowd",
               .households = 5'000,
               .enterprises = 250,
               .cooperative_share = 4'000,
               .capitalist_seats = 40,
               .member_seats = 60,
               .worker_seats = 2'400,
               .burn_in_ticks = 60,
               .final_tick = 120,
               .tick_seconds = 20},
  };
  return kScenarios;
}

const Scenario* find_scenario(std::string_view name) {
  const auto all = built_in_scenarios();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Scenario& s) { return s.name == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace tt::rules
