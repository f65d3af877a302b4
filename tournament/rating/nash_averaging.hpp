// Strategies rated by the game of choosing among them.
#pragma once

#include <vector>

#include "tournament/rating/matrix.hpp"

namespace tt::tournament::rating {

struct NashAverage {
  std::vector<double> mixture;  ///< the equilibrium of largest entropy
  std::vector<double> skill;    ///< what each gets against it: 0 in its support, below 0 outside
};

/// Nash averaging (Balduzzi et al. 2018, "Re-evaluating Evaluation", NeurIPS): copies of a strategy share its weight,
/// and those that only beat the weak get none. `margins`: antisymmetric. Shares are exact to about 1e-6.
[[nodiscard]] NashAverage nash_average(const Matrix& margins);

}  // namespace tt::tournament::rating
