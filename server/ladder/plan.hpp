// A ladder as the operator sets it up: what is played, by how many, at which pace, and who may.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/state/kinds.hpp"

namespace tt::server {

/// Each has a file, a queue and some tables.
inline constexpr std::size_t kLaddersMax = 8;
/// In one queue, some 200 bytes each; making tables compares everybody with everybody once a second. Beyond:
/// LADDER_FULL.
inline constexpr std::size_t kLadderQueueMax = 256;
/// Names of bots of one account that one ladder rates: a league of one's own versions fits. Beyond: LADDER_FULL.
inline constexpr std::size_t kBotsPerAccountMax = 8;
/// Joinings of one guest: a handful at once, then one in ten seconds; who plays a match needs one.
inline constexpr double kJoinsPerSecond = 0.1;
inline constexpr double kJoinsBurst = 6;
/// Rows told: 200 of some 150 bytes of JSON are 30 KiB, 50 matches of four seats twice that.
inline constexpr std::size_t kStandingsTold = 200;
inline constexpr std::size_t kMatchesTold = 50;
/// Matches in a file to fetch, the latest: of four seats some 2 MiB.
inline constexpr std::size_t kMatchesFetched = 10'000;

/// Worlds of ladders are called this, then the ladder's name, then chance.
inline constexpr std::string_view kMatchPrefix = "match-";

struct LadderPlan {
  std::string name;   ///< a to z, 0 to 9 and "-", at most 32: its address and its file
  std::string title;  ///< empty: the name
  std::string scenario = "sitting";
  rules::Role role = rules::Role::kCapitalist;  ///< whose seats are played
  std::size_t seats = 4;                        ///< at a table
  std::uint32_t tick_seconds = 0;               ///< 0: the scenario's
  std::size_t tables = 4;                       ///< at once
  std::chrono::seconds wait{60};                ///< in the queue, until built-in strategies fill a table
  std::vector<std::string> fill;                ///< these, in turn; empty: a table waits until it is full
  bool fill_rated = false;                      ///< as opponents of a fixed rating; else they count for nothing
  std::size_t least = 1;                        ///< people and bots at a table that is filled
  bool everybody = false;                       ///< guests too; else who has an account
  std::chrono::seconds start{30};               ///< until a table begins without those who do not come
  std::size_t kept = 40;                        ///< ended worlds, with their replays
  bool spectators = true;                       ///< may watch; else the world is shown when it has ended
  std::uint32_t spectator_delay = 0;            ///< closes
  std::uint32_t guest_days = 30;                ///< without a match, until a guest's rating expires
};

}  // namespace tt::server
