// One match: a founded world, strategies in its seats, ticks closed one after the other. No clock, no chance of its
// own: same world and plan, same match.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "persistence/world_file.hpp"
#include "rules/rules.hpp"
#include "tournament/bots/pool.hpp"
#include "tournament/match_result.hpp"
#include "tournament/schedule.hpp"
#include "tournament/spec.hpp"

namespace tt::tournament {

struct Match {
  MatchResult result;
  rules::Hash founded_hash = 0;
  std::vector<persistence::Entry> journal;  ///< all that was accepted, and every close
};

/// Plays it. `founded` is the scenario's world under the plan's seed, nobody seated yet; `pool` is where programs
/// come from.
[[nodiscard]] Match play_match(const rules::World& founded, const Spec& spec, const MatchPlan& plan, BotPool& pool);
/// The same with programs that live for this match only, and keep no logs.
[[nodiscard]] Match play_match(const rules::World& founded, const Spec& spec, const MatchPlan& plan);

/// Places by score.
void rank_seats(MatchResult& result);

/// "000007-02.world": block, then seat order; the names sort as the matches do.
[[nodiscard]] std::string match_file_name(std::uint64_t block, std::uint32_t order);

/// Writes the match as a world file that can be verified and replayed; what an interrupted run left under that name is
/// replaced. It is there when this returns, and on the disk after persistence::sync_all_in.
[[nodiscard]] Result<void> write_match(const std::filesystem::path& folder, const Spec& spec, const Match& match);

/// Removes what a run may have left of a match that was not recorded: it is not a match.
void remove_unrecorded(const std::filesystem::path& folder, const MatchPlan& plan);

}  // namespace tt::tournament
