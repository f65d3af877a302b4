// The order that contradicts the fewest head-to-head results (Kemeny 1959, "Mathematics without numbers", Daedalus 88;
// the maximum likelihood order of Young 1988).
#pragma once

#include <cstddef>
#include <vector>

#include "tournament/rating/matrix.hpp"

namespace tt::tournament::rating {

/// Up to this many the order is the best there is, by dynamic programming over sets (2ⁿ n² steps); beyond, the best
/// found by moving single strategies from the order by total wins until no move helps.
inline constexpr std::size_t kKemenyExact = 15;

struct KemenyOrder {
  std::vector<std::size_t> order;  ///< best first
  double against = 0;              ///< total weight of the results that it contradicts
  bool exact = true;
};

/// `won(i, j)`: how often i ended ahead of j, or any weight of that.
[[nodiscard]] KemenyOrder kemeny_order(const Matrix& won);

}  // namespace tt::tournament::rating
