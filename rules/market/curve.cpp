#include "rules/market/curve.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "rules/core/digits.hpp"

namespace tt::rules {
namespace {

constexpr std::size_t kMany = 2'000;  ///< from here on, sorting by digits costs less than comparing

std::vector<CurvePoint> thinned(const std::vector<CurvePoint>& points) {
  if (points.size() <= kCurvePoints) return points;
  std::vector<CurvePoint> kept;
  for (std::size_t i = 0; i < kCurvePoints; ++i) kept.push_back(points[i * (points.size() - 1) / (kCurvePoints - 1)]);
  return kept;
}

void sort_by_price(std::vector<CurvePoint>& points) {
  if (points.size() < kMany) {
    std::sort(points.begin(), points.end(), [](const CurvePoint& a, const CurvePoint& b) { return a.price < b.price; });
    return;
  }
  std::uint64_t any = 0;
  for (const CurvePoint& point : points) any |= static_cast<std::uint64_t>(point.price);
  sort_by_digits<11>(points, static_cast<unsigned>(std::bit_width(any)),
                     [](const CurvePoint& point) { return static_cast<std::uint64_t>(point.price); });
}

/// One point a distinct limit, rising price; lots summed from the cheap end for supply, from the dear end for demand.
std::vector<CurvePoint> cumulative(std::span<const LimitOrder> orders, bool demand) {
  std::vector<CurvePoint> points;
  for (const LimitOrder& order : orders)
    if (order.lots > 0) points.push_back({order.limit, order.lots});
  sort_by_price(points);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0 && points[kept].price == points[i].price) {
      points[kept].lots += points[i].lots;
    } else {
      if (i > 0) ++kept;
      points[kept] = points[i];
    }
  }
  points.resize(points.empty() ? 0 : kept + 1);
  if (demand) {
    for (std::size_t i = points.size(); i-- > 1;) points[i - 1].lots += points[i].lots;
  } else {
    for (std::size_t i = 1; i < points.size(); ++i) points[i].lots += points[i - 1].lots;
  }
  return thinned(points);
}

/// Lots bid at this price or above.
Lots bid_at(std::span<const CurvePoint> demand, Mils price) {
  const auto at = std::find_if(demand.begin(), demand.end(), [&](const CurvePoint& p) { return p.price >= price; });
  return at == demand.end() ? 0 : at->lots;
}

/// Lots asked at this price or below.
Lots asked_at(std::span<const CurvePoint> supply, Mils price) {
  Lots lots = 0;
  for (const CurvePoint& point : supply)
    if (point.price <= price) lots = point.lots;
  return lots;
}

}  // namespace

void publish_curves(Market& market, std::span<const LimitOrder> bids, std::span<const LimitOrder> asks) {
  market.demand = cumulative(bids, true);
  market.supply = cumulative(asks, false);
  market.bid_lots = market.demand.empty() ? 0 : market.demand.front().lots;
  market.ask_lots = market.supply.empty() ? 0 : market.supply.back().lots;
}

Mils crossing(std::span<const CurvePoint> demand, std::span<const CurvePoint> supply, Mils last) {
  Mils best = last;
  Lots most = std::min(bid_at(demand, last), asked_at(supply, last));
  const auto try_price = [&](Mils price) {
    const Lots traded = std::min(bid_at(demand, price), asked_at(supply, price));
    const auto distance = [&](Mils p) { return p > last ? p - last : last - p; };
    if (traded < most || (traded == most && distance(price) >= distance(best))) return;
    most = traded;
    best = price;
  };
  for (const CurvePoint& point : demand) try_price(point.price);
  for (const CurvePoint& point : supply) try_price(point.price);
  return best;
}

}  // namespace tt::rules
