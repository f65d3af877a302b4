// Glicko-2: a rating with its own uncertainty and steadiness, for games of two in rating periods.
#pragma once

#include <span>

namespace tt::tournament::rating {

struct Glicko {
  double rating = 1500;
  double deviation = 350;
  double volatility = 0.06;
};

struct GlickoResult {
  Glicko opponent;   ///< as before the period
  double score = 0;  ///< 1 won, 0.5 tied, 0 lost
};

/// The rating after a period with these results (Glickman 2013, "Example of the Glicko-2 system",
/// glicko.net/glicko/glicko2.pdf). `tau` holds the volatility back: 0.3 to 1.2.
[[nodiscard]] Glicko glicko_after(const Glicko& before, std::span<const GlickoResult> results, double tau = 0.5);

}  // namespace tt::tournament::rating
