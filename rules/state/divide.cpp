#include "rules/state/divide.hpp"

#include <numeric>

#include "rules/core/assert.hpp"

namespace tt::rules {

std::vector<std::int64_t> divide(std::int64_t whole, std::span<const std::int64_t> weights, std::uint64_t draw) {
  const std::int64_t total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  TT_ASSERT(whole >= 0 && total > 0);
  std::vector<std::int64_t> parts(weights.size());
  std::int64_t left = whole;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    parts[i] = mul_div(whole, weights[i], total);
    left -= parts[i];
  }
  for (std::size_t at = draw % weights.size(); left > 0; at = (at + 1) % weights.size()) {
    if (weights[at] == 0) continue;
    ++parts[at];
    --left;
  }
  return parts;
}

}  // namespace tt::rules
