// How a co-operative weighs its members when it shares a surplus.
#pragma once

#include <numeric>
#include <span>
#include <vector>

#include "rules/state/offer.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// One weight a person who works there, from what each contributes, in place: `merit` of it by the contribution (hours
/// × skill × effort) against the mean, the rest equal. Never all zero.
inline void weigh_by_merit(std::span<std::int64_t> contributions, Bp merit) {
  const std::int64_t sum = std::accumulate(contributions.begin(), contributions.end(), std::int64_t{0});
  const std::int64_t mean = std::max<std::int64_t>(1, sum / std::max<std::int64_t>(1, std::ssize(contributions)));
  for (std::int64_t& weight : contributions) weight = 1 + mul_div(weight, merit, mean) + (kOne - merit);
}

[[nodiscard]] inline std::vector<std::int64_t> merit_weights(const World& world, EnterpriseId work,
                                                             std::span<const HouseholdId> members, Bp merit) {
  if (merit == 0) return std::vector<std::int64_t>(members.size(), 1 + kOne);
  std::vector<std::int64_t> weights;
  weights.reserve(members.size());
  for (const HouseholdId id : members) weights.push_back(contribution(world, id, work));
  weigh_by_merit(weights, merit);
  return weights;
}

}  // namespace tt::rules
