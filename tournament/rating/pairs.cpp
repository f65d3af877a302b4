#include "tournament/rating/pairs.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace tt::tournament::rating {

Interval wilson(double won, double played, double confidence) {
  if (played <= 0) return {};
  const double z = boost::math::quantile(boost::math::normal(), (1 + confidence) / 2);
  const double share = won / played;
  const double middle = (share + z * z / (2 * played)) / (1 + z * z / played);
  const double half =
      z / (1 + z * z / played) * std::sqrt(share * (1 - share) / played + z * z / (4 * played * played));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Pairs::Pairs(const Games& games) : won_(games.strategies.size(), games.strategies.size()) {
  for (const Game& game : games.games)
    for (const Entrant& a : game.entrants)
      for (const Entrant& b : game.entrants)
        if (a.strategy != b.strategy && a.rank <= b.rank) won_(a.strategy, b.strategy) += a.rank < b.rank ? 1 : 0.5;
}

double Pairs::share(std::size_t one, std::size_t other) const {
  const double all = played(one, other);
  return all > 0 ? won_(one, other) / all : 0.5;
}

std::optional<std::size_t> Pairs::condorcet_winner() const {
  for (std::size_t one = 0; one < size(); ++one) {
    bool beats_all = true;
    for (std::size_t other = 0; other < size() && beats_all; ++other)
      beats_all = one == other || won_(one, other) > won_(other, one);
    if (beats_all) return one;
  }
  return std::nullopt;
}

Matrix Pairs::margins() const {
  Matrix margins(size(), size());
  for (std::size_t i = 0; i < size(); ++i)
    for (std::size_t j = 0; j < size(); ++j)
      if (i != j) margins(i, j) = share(i, j) - 0.5;
  return margins;
}

}  // namespace tt::tournament::rating
