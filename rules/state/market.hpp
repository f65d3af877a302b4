// What is published of a goods market after each auction.
#pragma once

#include <vector>

#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

/// Cumulative: the lots bid at this price or above, or asked at this price or below.
struct CurvePoint {
  Mils price = 0;
  Lots lots = 0;
  bool operator==(const CurvePoint&) const = default;
};

struct Market {
  Good good = Good::kProvisions;
  Mils price = 0;       ///< of the last auction; without a trade, moved towards the cheapest ask
  Mils slow_price = 0;  ///< smoothed over a season: what lasting things are worth and plans are made with
  Lots volume = 0;
  Lots bid_lots = 0;
  Lots ask_lots = 0;
  std::vector<CurvePoint> demand;  ///< at most kCurvePoints, rising price
  std::vector<CurvePoint> supply;
  bool operator==(const Market&) const = default;
};
inline constexpr std::size_t kCurvePoints = 32;

}  // namespace tt::rules
