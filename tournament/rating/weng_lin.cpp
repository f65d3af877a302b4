#include <algorithm>
#include <cmath>

#include "tournament/rating/skill.hpp"

namespace tt::tournament::rating {
namespace {

constexpr double kBeta = 25.0 / 6;
constexpr double kKappa = 1e-4;  // a variance never shrinks below this share of itself

Skill moved(const Skill& skill, double omega, double delta) {
  return {skill.mu + omega, skill.sigma * std::sqrt(std::max(1 - delta, kKappa))};
}

}  // namespace

std::vector<Skill> weng_lin_plackett_luce(std::span<const Skill> skills, std::span<const std::uint32_t> ranks) {
  const std::size_t n = skills.size();
  double c = 0;
  for (const Skill& skill : skills) c += skill.sigma * skill.sigma + kBeta * kBeta;
  c = std::sqrt(c);
  // For each q: the sum over those who ended no better than q, and how many share its rank.
  std::vector<double> sums(n, 0.0);
  std::vector<double> shared(n, 0.0);
  for (std::size_t q = 0; q < n; ++q)
    for (std::size_t i = 0; i < n; ++i) {
      if (ranks[i] >= ranks[q]) sums[q] += std::exp(skills[i].mu / c);
      if (ranks[i] == ranks[q]) shared[q] += 1;
    }
  std::vector<Skill> after;
  for (std::size_t i = 0; i < n; ++i) {
    const double variance = skills[i].sigma * skills[i].sigma;
    double omega = 0;
    double delta = 0;
    for (std::size_t q = 0; q < n; ++q) {
      if (ranks[q] > ranks[i]) continue;
      const double p = std::exp(skills[i].mu / c) / sums[q];
      omega += ((i == q ? 1 : 0) - p) / shared[q];
      delta += p * (1 - p) / shared[q];
    }
    const double gamma = skills[i].sigma / c;
    after.push_back(moved(skills[i], omega * variance / c, gamma * delta * variance / (c * c)));
  }
  return after;
}

std::vector<Skill> weng_lin_bradley_terry(std::span<const Skill> skills, std::span<const std::uint32_t> ranks) {
  std::vector<Skill> after;
  for (std::size_t i = 0; i < skills.size(); ++i) {
    const double variance = skills[i].sigma * skills[i].sigma;
    double omega = 0;
    double delta = 0;
    for (std::size_t q = 0; q < skills.size(); ++q) {
      if (q == i) continue;
      const double c = std::sqrt(variance + skills[q].sigma * skills[q].sigma + 2 * kBeta * kBeta);
      const double p = 1 / (1 + std::exp((skills[q].mu - skills[i].mu) / c));
      const double score = ranks[i] < ranks[q] ? 1 : ranks[i] == ranks[q] ? 0.5 : 0;
      omega += variance / c * (score - p);
      delta += skills[i].sigma / c * variance / (c * c) * p * (1 - p);
    }
    after.push_back(moved(skills[i], omega, delta));
  }
  return after;
}

}  // namespace tt::tournament::rating
