#include "tournament/rating/alpha_rank.hpp"

#include <algorithm>
#include <cmath>

namespace tt::tournament::rating {
namespace {

/// That one `mutant` takes over a population of `resident`, when a member copies another by chance exp(α (its payoff −
/// mine)): 1 / (1 + Σ_l Π_{k ≤ l} exp(−α (f_k − g_k))), with k mutants getting f_k each and the others g_k.
double fixation(const Matrix& payoff, std::size_t mutant, std::size_t resident, AlphaRankOptions options) {
  const auto m = static_cast<double>(options.members);
  double log_product = 0;
  double sum = 1;
  for (unsigned i = 1; i < options.members; ++i) {
    const double k = i;
    const double f = ((k - 1) * payoff(mutant, mutant) + (m - k) * payoff(mutant, resident)) / (m - 1);
    const double g = (k * payoff(resident, mutant) + (m - k - 1) * payoff(resident, resident)) / (m - 1);
    log_product -= options.alpha * (f - g);
    sum += std::exp(std::min(log_product, 600.0));
  }
  return 1 / sum;
}

/// Grassmann, Taksar and Heyman (1985), "Regenerative analysis and steady state distributions for Markov chains",
/// Operations Research 33: elimination without subtraction, so rare moves keep their precision.
std::vector<double> stationary(Matrix chain) {
  const std::size_t n = chain.rows();
  for (std::size_t k = n; k-- > 1;) {
    double out = 0;
    for (std::size_t j = 0; j < k; ++j) out += chain(k, j);
    for (std::size_t i = 0; i < k; ++i) {
      chain(i, k) /= out;
      for (std::size_t j = 0; j < k; ++j)
        if (i != j) chain(i, j) += chain(i, k) * chain(k, j);
    }
  }
  std::vector<double> share(n, 0.0);
  share[0] = 1;
  double sum = 1;
  for (std::size_t k = 1; k < n; ++k) {
    for (std::size_t i = 0; i < k; ++i) share[k] += share[i] * chain(i, k);
    sum += share[k];
  }
  for (double& value : share) value /= sum;
  return share;
}

}  // namespace

std::vector<double> alpha_rank(const Matrix& payoff, AlphaRankOptions options) {
  const std::size_t n = payoff.rows();
  Matrix chain(n, n);
  for (std::size_t from = 0; from < n; ++from)
    for (std::size_t to = 0; to < n; ++to)
      if (from != to) chain(from, to) = fixation(payoff, to, from, options) / static_cast<double>(n - 1);
  return stationary(std::move(chain));
}

}  // namespace tt::tournament::rating
