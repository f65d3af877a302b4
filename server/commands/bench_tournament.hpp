// How fast tournaments run on this machine: decisions, games, and what a table of results costs.
#pragma once

#include <string>

#include "persistence/result.hpp"

namespace tt::server {

struct TournamentCost {
  double decisions_per_second =
      0;  ///< in process, on all processors: the smallest scenario, strategies that do nothing
  double rules_decisions_per_second = 0;  ///< of the same matches, if nothing but the rules took time
  double overhead = 0;  ///< of the runner over the bare rules in the same matches, one thread: 0.2 is a fifth more
  double sittings_per_second = 0;  ///< whole games of the scenario "sitting", built-in strategies, on all processors
  double ghost_sittings_per_second = 0;  ///< the same with every seat's ghost
  double rating_seconds = 0;             ///< of `tournament rate` on a file of 10 000 matches at tables of four
};

/// Fails where the temporary folder cannot be written to.
[[nodiscard]] persistence::Result<TournamentCost> measure_tournaments();

/// Decisions a second of a program in the smallest scenario, on all processors, each with one of its own; `transport`
/// is "json" or "protobuf". Fails, saying why, if its command is not one or nothing could be played.
[[nodiscard]] persistence::Result<double> measure_program(const std::string& command, const std::string& transport);

}  // namespace tt::server
