// Plays the matches of a schedule on several threads and records them, in the order of the schedule, from one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "tournament/results.hpp"
#include "tournament/schedule.hpp"
#include "tournament/stopping.hpp"

namespace tt::tournament {

struct RunLimits {
  unsigned jobs = 1;                ///< threads that play
  std::uint64_t matches_until = 0;  ///< stop when this many are recorded
};

/// Matches that one thread may have begun beyond the last recorded one: enough that nobody waits while the disk does.
inline constexpr std::uint64_t kAheadPerJob = 16;

/// Plays every match that `results` does not have yet, up to the limit or to where `stopping`, which has taken in those
/// that it has, says it is enough. A match is recorded after its world file is on the disk in `folder`, together with
/// those that were complete by then; the first failure ends the run, with all matches recorded that came before.
/// `recorded` is called for each, on the calling thread, with their number.
[[nodiscard]] Result<void> run_matches(const Spec& spec, const std::filesystem::path& folder, Results& results,
                                       Stopping& stopping, RunLimits limits,
                                       const std::function<void(std::uint64_t)>& recorded);

}  // namespace tt::tournament
