// How often each strategy would be found in a population in which better ones take over, by mutation and imitation.
#pragma once

#include <vector>

#include "tournament/rating/matrix.hpp"

namespace tt::tournament::rating {

struct AlphaRankOptions {
  double alpha = 100;     ///< how strongly the better is preferred, for payoffs of about one
  unsigned members = 50;  ///< of the population
};

/// α-rank of a symmetric two-player game, one population (Omidshafiei et al. 2019, "α-Rank: Multi-Agent Evaluation by
/// Evolution", Scientific Reports 9; fixation as in Traulsen, Pacheco and Imhof 2006, Physical Review E 74): the
/// stationary distribution of the chain between populations of one strategy. `payoff(i, j)`: what i gets against j.
[[nodiscard]] std::vector<double> alpha_rank(const Matrix& payoff, AlphaRankOptions options = {});

}  // namespace tt::tournament::rating
