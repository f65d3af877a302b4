// The published picture of a sealed book.
#pragma once

#include <span>

#include "rules/market/auction.hpp"
#include "rules/state/market.hpp"

namespace tt::rules {

/// Sets the totals and both cumulative curves, thinned to kCurvePoints a side: ends kept, the points between evenly
/// spread.
void publish_curves(Market& market, std::span<const LimitOrder> bids, std::span<const LimitOrder> asks);

/// The price at which these curves trade most; of several, the one nearest to `last`; `last` where nothing trades.
[[nodiscard]] Mils crossing(std::span<const CurvePoint> demand, std::span<const CurvePoint> supply, Mils last);

}  // namespace tt::rules
