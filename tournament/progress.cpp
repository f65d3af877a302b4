#include "tournament/progress.hpp"

#include <system_error>
#include <vector>

#include "tournament/results.hpp"
#include "tournament/schedule.hpp"
#include "tournament/stopping.hpp"

namespace tt::tournament {

Result<Progress> progress_of(const Places& places, const Spec& spec) {
  std::error_code ignored;
  Schedule schedule(spec);
  Stopping stopping(spec);
  Progress progress{.all = schedule.matches(), .worlds_all = schedule.worlds(), .standings = {}};
  if (!std::filesystem::exists(places.results(), ignored)) return progress;
  auto results = Results::open(places.results(), spec);
  if (!results) return results.error();
  auto matches = results->read();
  if (!matches) return matches.error();
  progress.played = matches->size();
  for (const MatchResult& match : *matches) {
    schedule.take_in(match);
    stopping.take_in(match);
  }
  progress.over = stopping.over();
  if (progress.played < schedule.known())
    for (const std::uint32_t running = schedule.match(progress.played).world;
         !matches->empty() && matches->back().world == running;)
      matches->pop_back();
  if (matches->empty()) return progress;
  progress.worlds = matches->back().world + 1;
  progress.standings = standings_of(spec, *matches);
  return progress;
}

Result<std::uint64_t> recorded_matches(const Places& places) {
  std::error_code ignored;
  if (!std::filesystem::exists(places.results(), ignored)) return std::uint64_t{0};
  return Results::count_in(places.results());
}

}  // namespace tt::tournament
