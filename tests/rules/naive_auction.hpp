// The call auction once more, as slow and plain as its sentence reads: try every price, then serve order by order. The
// oracle for the fast one.
#pragma once

#include <vector>

#include "rules/market/auction.hpp"

namespace tt::test {

struct NaiveResult {
  rules::Mils price = 0;
  rules::Lots volume = 0;
  std::vector<rules::Lots> bid_fills;
  std::vector<rules::Lots> ask_fills;
};

[[nodiscard]] NaiveResult naive_auction(const std::vector<rules::LimitOrder>& bids,
                                        const std::vector<rules::LimitOrder>& asks, rules::Mils last_price,
                                        std::uint64_t remainder_draw);

}  // namespace tt::test
