// Where a running total over sorted amounts reaches a target, found without sorting: the one question a call auction
// asks of its book, three times.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/core/units.hpp"

namespace tt::rules {

/// So many lots at a price.
struct PricePoint {
  Mils price = 0;
  Lots lots = 0;
};

/// The least price at which the lots at or below it reach `target`; 1 ≤ target ≤ all lots. Lots ≥ 0. The points are
/// reordered and cut down. A histogram over the range of prices names the one bucket that matters, and only its points
/// are looked at again: O(n), whatever the prices.
[[nodiscard]] Mils price_reaching(std::vector<PricePoint>& points, Lots target);

}  // namespace tt::rules
