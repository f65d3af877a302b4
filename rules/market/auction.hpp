// The uniform-price call auction: all orders of a tick meet at once, so being early gives nothing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/core/units.hpp"

namespace tt::rules {

/// A sealed limit order: buy at `limit` or below, or sell at `limit` or above. limit ≥ 1, lots ≥ 0.
struct LimitOrder {
  Mils limit = 0;
  Lots lots = 0;
};

struct Clearing {
  Mils price = 0;  ///< the last price where nothing could trade
  Lots volume = 0;
};

/// Clears one market. The price maximises the volume, then leaves the least imbalance, then lies nearest the last
/// price, then is the lower. The longer side is filled best limit first; the orders of the limit at which it runs out
/// share pro rata, rounded down, and the lots left over go one each to consecutive orders of that limit from a place
/// drawn by `remainder_draw` (so no fixed order of ids is favoured). `bid_fills` and `ask_fills` get one entry per
/// order; the two sums both equal the volume. O(n).
[[nodiscard]] Clearing clear_auction(std::span<const LimitOrder> bids, std::span<const LimitOrder> asks,
                                     Mils last_price, std::uint64_t remainder_draw, std::vector<Lots>& bid_fills,
                                     std::vector<Lots>& ask_fills);

}  // namespace tt::rules
