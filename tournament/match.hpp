// One match: a founded world, strategies in its seats, ticks closed one after the other. No clock, no chance of its
// own: same world and plan, same match.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "persistence/world_file.hpp"
#include "rules/rules.hpp"
#include "tournament/bots/faults.hpp"
#include "tournament/bots/pool.hpp"
#include "tournament/schedule.hpp"
#include "tournament/spec.hpp"

namespace tt::tournament {

/// How often each reason for a refusal came up.
using Rejections = std::array<std::uint32_t, rules::kRejections>;

/// What one strategy made of one seat.
struct SeatResult {
  rules::Role role = rules::Role::kCapitalist;
  std::uint32_t seat = 0;
  std::string strategy;
  rules::HouseholdId household;
  rules::Bp standing = 0;  ///< share of the laurels among all seats of the world
  rules::Bp wealth = 0;    ///< of each laurel
  rules::Bp livelihood = 0;
  rules::Bp progress = 0;
  std::optional<rules::Bp> ghost;  ///< the ghost's standing; nothing where laurels alone count
  std::uint32_t place = 0;         ///< by score among the seats played, 1 the first; equals share a place
  std::uint32_t place_in_role = 0;
  std::uint32_t orders = 0;  ///< given, refused ones included
  Rejections rejections{};
  Conduct conduct;  ///< of a program; nothing in it for a built-in strategy

  /// What seats are ranked by: the difference the seat made to its standing, or the standing where no ghost was played.
  [[nodiscard]] rules::Bp score() const { return standing - ghost.value_or(0); }
  bool operator==(const SeatResult&) const = default;
};

struct MatchResult {
  std::uint64_t block = 0;
  std::uint32_t order = 0;
  std::uint32_t world = 0;
  std::uint32_t lineup = 0;
  std::uint64_t world_seed = 0;
  rules::Tick ticks = 0;
  rules::Hash state_hash = 0;  ///< after the last tick
  std::vector<SeatResult> seats;
  bool operator==(const MatchResult&) const = default;
};

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
/// replaced.
[[nodiscard]] Result<void> write_match(const std::filesystem::path& folder, const Spec& spec, const Match& match);

}  // namespace tt::tournament
