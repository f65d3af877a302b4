// Tournaments as the operator allows them: who may open one, and how much of the machine they may have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tt::server {

/// Matches of one tournament: of the usual scenario, with its ghosts, some ten a second of one processor, and 30 KiB
/// each on the disk: some minutes and 60 MiB.
inline constexpr std::uint32_t kTournamentMatchesMax = 2'000;
/// Kept at once, finished ones included: with those matches 3 GiB at most.
inline constexpr std::size_t kTournamentsKept = 50;
/// Logins that may be named: each is looked up when somebody asks.
inline constexpr std::size_t kOpenersMax = 100;

struct TournamentsPlan {
  bool everybody = false;            ///< whoever comes by may open one; else those of `openers`
  std::vector<std::string> openers;  ///< logins of claimed accounts
  std::filesystem::path folder;      ///< empty: `tournaments` in the data folder
  std::size_t at_once = 1;           ///< the others wait
  unsigned jobs = 1;                 ///< threads of each
  std::uint32_t matches = kTournamentMatchesMax;
  std::size_t kept = kTournamentsKept;
  std::filesystem::path program = "/proc/self/exe";  ///< that plays them; tests are another program than that
};

}  // namespace tt::server
