// `technotariat tournament check`: what a spec would do, before it does it.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace tt::tournament {

struct TrialOptions {
  std::filesystem::path spec;
  std::filesystem::path out = {};  ///< where its results would go; empty: as run_tournament
  unsigned jobs = 0;               ///< 0: one a processor
};

/// Judges the spec, starts every program once, plays the first match and throws it away; then says what a run would
/// play, how long it would take and what it would write. Returns 0; 1 if a program does not start; 2 if spec or out
/// folder are not right. Writes nothing.
[[nodiscard]] int try_tournament(const TrialOptions& options, std::ostream& out, std::ostream& err);

}  // namespace tt::tournament
