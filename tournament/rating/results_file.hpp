// Results from elsewhere: CSV files of games, or of payoffs. Strict: what is not understood is refused with its line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "persistence/result.hpp"
#include "tournament/rating/games.hpp"
#include "tournament/rating/matrix.hpp"

namespace tt::tournament::rating {

/// What each strategy gets against each.
struct PayoffTable {
  std::vector<std::string> strategies;
  Matrix payoff;
};

using ResultsFile = std::variant<Games, PayoffTable>;

inline constexpr std::size_t kStrategiesMost = 200;
inline constexpr std::uintmax_t kFileMost = 256U << 20U;

/// Games: a head line with the columns match, seed, seat, strategy and rank (1 the best) or score (more is better) or
/// both, in any order; a row an entrant. Payoffs: a head line "payoff,NAME,NAME,…", then a row a strategy. Fields have
/// no quotes or commas; lines end with LF or CRLF.
[[nodiscard]] persistence::Result<ResultsFile> parse_results(std::string_view text, const std::filesystem::path& path);
[[nodiscard]] persistence::Result<ResultsFile> read_results(const std::filesystem::path& path);

}  // namespace tt::tournament::rating
