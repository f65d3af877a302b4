#include "rules/market/selection.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "rules/core/assert.hpp"

namespace tt::rules {
namespace {

constexpr std::size_t kFew = 48;  ///< points that are sorted rather than counted
constexpr unsigned kBucketBits = 10;

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
  std::array<Lots, std::size_t{1} << kBucketBits> lots_in;
  while (points.size() > kFew) {
    Mils low = points.front().price;
    Mils high = low;
    for (const PricePoint& point : points) {
      low = std::min(low, point.price);
      high = std::max(high, point.price);
    }
    if (low == high) return low;
    const auto bits = static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(high - low)));
    const unsigned shift = bits > kBucketBits ? bits - kBucketBits : 0;
    lots_in.fill(0);
    for (const PricePoint& point : points)
      lots_in[static_cast<std::size_t>((point.price - low) >> shift)] += point.lots;
    std::size_t bucket = 0;
    while (lots_in[bucket] < target) target -= lots_in[bucket++];
    const Mils first = low + (static_cast<Mils>(bucket) << shift);
    if (shift == 0) return first;
    const Mils past = first + (Mils{1} << shift);
    std::erase_if(points, [&](const PricePoint& point) { return point.price < first || point.price >= past; });
  }
  return among_few(points, target);
}

}  // namespace tt::rules
