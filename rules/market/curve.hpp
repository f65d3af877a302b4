// The published picture of a sealed book.
#pragma once

#include <span>

#include "rules/market/auction.hpp"
#include "rules/state/market.hpp"

namespace tt::rules {

/// Sets the totals and both cumulative curves, thinned to kCurvePoints a side: ends kept, the points between evenly
/// spread.
void publish_curves(Market& market, std::span<const LimitOrder> bids, std::span<const LimitOrder> asks);

}  // namespace tt::rules
