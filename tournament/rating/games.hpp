// Results to be rated, wherever they come from: who ended where in which game.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tt::tournament::rating {

struct Entrant {
  std::uint32_t strategy = 0;  ///< index into Games::strategies
  std::uint32_t seat = 0;      ///< index into Games::seats
  std::uint32_t rank = 0;      ///< 1 the best; equals are tied; only the order counts
  double score = 0;            ///< more is better; only where Games::scored
};

struct Game {
  std::uint32_t cluster = 0;  ///< index of the seed: games of one seed share its luck
  std::vector<Entrant> entrants;
};

struct Games {
  std::vector<std::string> strategies;
  std::vector<std::string> seats;
  std::uint32_t clusters = 0;
  bool scored = false;
  std::vector<Game> games;
};

/// Why worths cannot be estimated, in words for people; nothing where they can. A maximum of the likelihood exists
/// exactly if, however the strategies are split in two groups, some of each beat or tied some of the other: the graph
/// "did not end behind" is strongly connected (Ford 1957; Hunter 2004, assumption 1).
[[nodiscard]] std::optional<std::string> why_not_ratable(const Games& games);

}  // namespace tt::tournament::rating
