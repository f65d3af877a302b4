// What results say: worths, differences, head to head, order, seats. Every section names its method.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tournament/rating/games.hpp"
#include "tournament/rating/section.hpp"

namespace tt::tournament::rating {

struct SummaryOptions {
  std::optional<std::size_t> reference;  ///< worths are against this strategy too
  double ghost_games = 0;                ///< see PlackettLuceOptions
  double confidence = 0.95;
};

/// Sections worths, differences (where there are scores), pairs, order, seats; worths say why where they cannot be had.
[[nodiscard]] std::vector<Section> summary_of(const Games& games, const SummaryOptions& options);

}  // namespace tt::tournament::rating
