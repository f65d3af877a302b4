#include "rules/state/divide.hpp"

#include <numeric>

#include "rules/core/assert.hpp"

namespace tt::rules {

void divide(std::int64_t whole, std::span<const std::int64_t> weights, std::uint64_t draw,
            std::vector<std::int64_t>& parts) {
  const std::int64_t total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  TT_ASSERT(whole >= 0 && total > 0);
  parts.resize(weights.size());
  const Proportion proportion(whole, total);
  std::int64_t left = whole;
  for (std::size_t i = 0; i < weights.size(); ++i) left -= parts[i] = proportion.part(weights[i]);
  for (std::size_t at = draw % weights.size(); left > 0; at = (at + 1) % weights.size()) {
    if (weights[at] == 0) continue;
    ++parts[at];
    --left;
  }
}

std::vector<std::int64_t> divide(std::int64_t whole, std::span<const std::int64_t> weights, std::uint64_t draw) {
  std::vector<std::int64_t> parts;
  divide(whole, weights, draw, parts);
  return parts;
}

}  // namespace tt::rules
