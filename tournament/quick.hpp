// A tournament from one line: strategies and programs, everything else assumed and said.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "persistence/result.hpp"
#include "rules/state/kinds.hpp"

namespace tt::tournament {

struct QuickOptions {
  std::vector<std::string> players;  ///< names of built-in strategies, and command lines
  std::optional<rules::Role> role;   ///< that all of them play; none: one that they can
  std::string scenario = "hamlet";
  std::uint32_t worlds = 8;
  std::uint32_t ticks = 0;  ///< 0: the scenario's
  std::uint64_t seed = 1;
  std::filesystem::path out = {};  ///< empty: nothing is kept
  unsigned jobs = 0;
  bool json = false;
  bool progress = false;
};

/// The spec file it amounts to. Fails if a name is not known, or there is no role that all can play.
[[nodiscard]] persistence::Result<std::string> quick_spec(const QuickOptions& options);

/// Plays it and tells the standings; what was assumed goes to `err`. Returns as run_tournament does.
[[nodiscard]] int quick_tournament(const QuickOptions& options, std::ostream& out, std::ostream& err);

}  // namespace tt::tournament
