// How a co-operative weighs its members when it shares a surplus.
#pragma once

#include <span>
#include <vector>

#include "rules/state/offer.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// One weight a person who works there: `merit` of it by contribution (hours × skill × effort) against the mean, the
/// rest equal. Never all zero.
[[nodiscard]] inline std::vector<std::int64_t> merit_weights(const World& world, EnterpriseId work,
                                                             std::span<const HouseholdId> members, Bp merit) {
  std::vector<std::int64_t> weights;
  weights.reserve(members.size());
  std::int64_t sum = 0;
  for (const HouseholdId id : members) sum += weights.emplace_back(contribution(world, id, work));
  const std::int64_t mean = std::max<std::int64_t>(1, sum / std::max<std::int64_t>(1, std::ssize(members)));
  for (std::int64_t& weight : weights) weight = 1 + mul_div(weight, merit, mean) + (kOne - merit);
  return weights;
}

}  // namespace tt::rules
