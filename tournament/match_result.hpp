// What came of one match.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/rules.hpp"
#include "tournament/bots/faults.hpp"

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

/// Places by score.
void rank_seats(MatchResult& result);

}  // namespace tt::tournament
