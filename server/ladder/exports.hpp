// What a ladder gives to fetch: standings and matches as CSV and JSON. The matches' CSV is what `technotariat
// tournament rate` reads.
#pragma once

#include <span>
#include <string>

#include "server/ladder/ladder_file.hpp"
#include "server/ladder/roll.hpp"

namespace tt::server {

/// Everybody, the best first. No name has a comma or a quote in it: such are written as spaces. Those who go by the
/// same name are told apart by a number behind it.
[[nodiscard]] std::string standings_csv(const LadderRoll& roll);
[[nodiscard]] std::string standings_json(const LadderRoll& roll);
/// `games` with the latest first, as the file has them; written the oldest first, as ratings followed them. Columns
/// match, seed, seat, strategy, rank, score: each world had its own luck, so it is the seed.
[[nodiscard]] std::string matches_csv(std::span<const LadderGame> games);
[[nodiscard]] std::string matches_json(std::span<const LadderGame> games);

}  // namespace tt::server
