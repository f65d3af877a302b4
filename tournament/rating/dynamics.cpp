#include "tournament/rating/dynamics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tt::tournament::rating {
namespace {

std::vector<double> speed(const Matrix& payoff, const std::vector<double>& x) {
  std::vector<double> v = payoff * std::span<const double>(x);
  const double mean = std::inner_product(v.begin(), v.end(), x.begin(), 0.0);
  for (std::size_t i = 0; i < x.size(); ++i) v[i] = x[i] * (v[i] - mean);
  return v;
}

std::vector<double> moved(const std::vector<double>& x, const std::vector<double>& v, double by) {
  std::vector<double> to = x;
  for (std::size_t i = 0; i < x.size(); ++i) to[i] += by * v[i];
  return to;
}

void normalise(std::vector<double>& shares) {
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= sum;
}

}  // namespace

std::vector<double> replicator(const Matrix& payoff, std::vector<double> shares, double time, double step) {
  const auto steps = static_cast<unsigned long>(std::ceil(time / step));
  const double h = time / static_cast<double>(std::max(1UL, steps));
  for (unsigned long i = 0; i < steps; ++i) {
    const auto a = speed(payoff, shares);
    const auto b = speed(payoff, moved(shares, a, h / 2));
    const auto c = speed(payoff, moved(shares, b, h / 2));
    const auto d = speed(payoff, moved(shares, c, h));
    for (std::size_t k = 0; k < shares.size(); ++k)
      shares[k] = std::max(0.0, shares[k] + h / 6 * (a[k] + 2 * b[k] + 2 * c[k] + d[k]));
    normalise(shares);
  }
  return shares;
}

std::vector<double> ecology(const Matrix& payoff, std::vector<double> shares, unsigned generations) {
  for (unsigned generation = 0; generation < generations; ++generation) {
    const std::vector<double> got = payoff * std::span<const double>(shares);
    if (std::inner_product(got.begin(), got.end(), shares.begin(), 0.0) <= 0) break;  // nobody gets anything
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] *= got[i];
    normalise(shares);
  }
  return shares;
}

double moran_fixation(const Matrix& payoff, std::size_t mutant, std::size_t resident, unsigned members) {
  const auto n = static_cast<double>(members);
  double sum = 1;
  double product = 1;
  for (unsigned k = 1; k < members; ++k) {
    const double i = k;
    const double f = (payoff(mutant, mutant) * (i - 1) + payoff(mutant, resident) * (n - i)) / (n - 1);
    const double g = (payoff(resident, mutant) * i + payoff(resident, resident) * (n - i - 1)) / (n - 1);
    product *= g / f;
    sum += product;
  }
  return 1 / sum;
}

}  // namespace tt::tournament::rating
