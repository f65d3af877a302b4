#include "tournament/rating/nash_averaging.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tt::tournament::rating {
namespace {

// An equilibrium p satisfies margins · p ≤ 0. Largest entropy under margins · p ≤ μ has the dual
//   min over λ ≥ 0 of log Σ_i exp(−Σ_j λ_j margins(j, i)) + μ Σ λ,   p_i in proportion to the i-th term.
// A barrier −μ Σ log λ keeps λ above zero; μ goes to (almost) nothing. One μ for both, so that a λ nothing depends on
// rests at 1.

std::vector<double> mixture_of(const Matrix& margins, const std::vector<double>& lambda) {
  const std::size_t n = lambda.size();
  std::vector<double> p(n, 0.0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) p[i] -= lambda[j] * margins(j, i);
  const double most = *std::max_element(p.begin(), p.end());
  for (double& value : p) value = std::exp(value - most);
  const double sum = std::accumulate(p.begin(), p.end(), 0.0);
  for (double& value : p) value /= sum;
  return p;
}

/// The dual with its barrier.
double dual(const Matrix& margins, const std::vector<double>& lambda, double mu) {
  const std::size_t n = lambda.size();
  double most = -HUGE_VAL;
  std::vector<double> terms(n, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) terms[i] -= lambda[j] * margins(j, i);
    most = std::max(most, terms[i]);
  }
  double sum = 0;
  for (const double term : terms) sum += std::exp(term - most);
  double value = most + std::log(sum);
  for (const double l : lambda) value += mu * (l - std::log(l));
  return value;
}

/// Newton's steps to the minimum of the dual for one barrier.
void descend(const Matrix& margins, std::vector<double>& lambda, double mu) {
  const std::size_t n = lambda.size();
  for (int step = 0; step < 60; ++step) {
    const std::vector<double> p = mixture_of(margins, lambda);
    const std::vector<double> gains = margins * std::span<const double>(p);
    std::vector<double> gradient(n);
    Matrix curvature(n, n);
    for (std::size_t j = 0; j < n; ++j) {
      gradient[j] = mu - gains[j] - mu / lambda[j];
      for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) curvature(j, k) += p[i] * margins(j, i) * margins(k, i);
        curvature(j, k) -= gains[j] * gains[k];
      }
      curvature(j, j) += mu / (lambda[j] * lambda[j]);
    }
    // In units of λ, so that large and small ones are one scale.
    for (std::size_t j = 0; j < n; ++j) {
      gradient[j] *= lambda[j];
      for (std::size_t k = 0; k < n; ++k) curvature(j, k) *= lambda[j] * lambda[k];
      curvature(j, j) += 1e-14;
    }
    const auto inverted = inverse(curvature);
    if (!inverted) return;
    const std::vector<double> move = *inverted * std::span<const double>(gradient);
    const double gain = std::inner_product(move.begin(), move.end(), gradient.begin(), 0.0);
    if (gain < 1e-16) return;
    double length = 1;
    for (const double m : move)
      if (m > 0) length = std::min(length, 0.9 / m);  // λ stays above zero
    const double before = dual(margins, lambda, mu);
    std::vector<double> next = lambda;
    for (int half = 0; half < 40; ++half, length /= 2) {
      for (std::size_t j = 0; j < n; ++j) next[j] = lambda[j] * (1 - length * move[j]);
      if (dual(margins, next, mu) < before) break;
    }
    lambda = next;
  }
}

}  // namespace

NashAverage nash_average(const Matrix& margins) {
  std::vector<double> lambda(margins.rows(), 1.0);
  for (double mu = 1; mu > 1e-9; mu /= 4) descend(margins, lambda, mu);
  NashAverage average{mixture_of(margins, lambda), {}};
  average.skill = margins * std::span<const double>(average.mixture);
  return average;
}

}  // namespace tt::tournament::rating
