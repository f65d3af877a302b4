// `technotariat tournament rate`: what results from anywhere say.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace tt::tournament {

struct RateOptions {
  std::filesystem::path file = {};
  std::vector<std::string> analyses = {};  ///< by name, beside the usual
  std::string reference = {};              ///< a strategy; empty: none
  double ghost_games = 0;  ///< 0 to 100: games won and lost that every strategy is given against a ghost
  bool json = false;
};

/// Returns 0; 2 when the file or an option is not right.
[[nodiscard]] int rate(const RateOptions& options, std::ostream& out, std::ostream& err);

struct CoverageOptions {
  std::uint32_t tournaments = 400;  ///< simulated ones
  std::uint32_t seeds = 60;         ///< a tournament
  double seed_effect = 1;           ///< deviation of what a seed gives or takes a strategy, in units of worth; ≥ 0
  std::uint64_t random_seed = 1;
};

struct Coverage {
  double clustered = 0;    ///< share of the intervals that held the true worth
  double independent = 0;  ///< … of those that take games of one seed for independent
  std::uint64_t intervals = 0;
};

/// Simulates tournaments in which a strategy's luck depends on the seed, and rates them: what the intervals are worth.
[[nodiscard]] Coverage coverage_of(const CoverageOptions& options);
/// The same, told. Returns 0, or 1 where the intervals miss 93 to 97 %.
[[nodiscard]] int tell_coverage(const CoverageOptions& options, std::ostream& out);

}  // namespace tt::tournament
