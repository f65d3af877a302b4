#include "rules/market/selection.hpp"

#include "rules/core/assert.hpp"

namespace tt::rules {
namespace {

constexpr std::size_t kFew = 64;  ///< points that are sorted rather than counted

Mils among_few(std::vector<PricePoint>& points, Lots target) {
  std::sort(points.begin(), points.end(), [](const PricePoint& a, const PricePoint& b) { return a.price < b.price; });
  for (const PricePoint& point : points) {
    target -= point.lots;
    if (target <= 0) return point.price;
  }
  TT_ASSERT(false);
  return 0;
}

}  // namespace

Mils price_reaching(std::vector<PricePoint>& points, Lots target) {
  while (points.size() > kFew) {
    const auto [low, high] = std::minmax_element(
        points.begin(), points.end(), [](const PricePoint& a, const PricePoint& b) { return a.price < b.price; });
    if (low->price == high->price) return low->price;
    PriceBuckets buckets(low->price, high->price, points.size());
    for (const PricePoint& point : points) buckets.add(point);
    const std::size_t bucket = buckets.reaching(target);
    std::erase_if(points, [&](const PricePoint& point) { return buckets.place_of(point.price) != bucket; });
  }
  return among_few(points, target);
}

}  // namespace tt::rules
