// Analyses that are asked for by name.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "persistence/result.hpp"
#include "tournament/rating/games.hpp"
#include "tournament/rating/matrix.hpp"
#include "tournament/rating/section.hpp"

namespace tt::tournament::rating {

/// What an analysis is made of: a payoff table, and the games it comes from if it comes from games.
struct AnalysisInput {
  std::vector<std::string> strategies;
  Matrix payoff;
  const Games* games = nullptr;
  std::optional<std::size_t> reference;  ///< of `sprt`: the one to be better than
};

/// From games: what a strategy gets against another is the share of their common games in which it ended ahead.
[[nodiscard]] AnalysisInput input_of(const Games& games);

/// "alpharank", "nash", …
[[nodiscard]] std::span<const std::string_view> analysis_names();
/// One of these names. Fails, saying why, where the input does not suit.
[[nodiscard]] persistence::Result<Section> analyse(std::string_view name, const AnalysisInput& input);

}  // namespace tt::tournament::rating
