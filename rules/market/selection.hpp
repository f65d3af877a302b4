// Where a running total over sorted amounts reaches a target, found without sorting: the one question a call auction
// asks of its book.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "rules/core/units.hpp"

namespace tt::rules {

/// So many lots at a price.
struct PricePoint {
  Mils price = 0;
  Lots lots = 0;
};

/// The prices of a book in buckets of equal width, a power of two; about as many as points are expected, so that a
/// small book does not clear and search what it leaves empty.
class PriceBuckets {
 public:
  PriceBuckets(Mils low, Mils high, std::size_t points) : low_(low), shift_(shift_for(low, high, points)) {
    std::fill_n(lots_.begin(), place_of(high) + 1, Lots{0});
  }

  void add(const PricePoint& point) { lots_[place_of(point.price)] += point.lots; }
  /// The bucket in which the lots reach `target`; what lies below it is taken off the target.
  [[nodiscard]] std::size_t reaching(Lots& target) const {
    std::size_t bucket = 0;
    while (lots_[bucket] < target) target -= lots_[bucket++];
    return bucket;
  }
  [[nodiscard]] std::size_t place_of(Mils price) const { return static_cast<std::size_t>((price - low_) >> shift_); }

 private:
  static constexpr unsigned kLeastBits = 6;
  static constexpr unsigned kMostBits = 10;
  static unsigned shift_for(Mils low, Mils high, std::size_t points) {
    const auto bits = static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(high - low)));
    const unsigned kept = std::clamp(static_cast<unsigned>(std::bit_width(points)), kLeastBits, kMostBits);
    return bits > kept ? bits - kept : 0;
  }
  Mils low_;
  unsigned shift_;
  std::array<Lots, std::size_t{1} << kMostBits> lots_;  ///< those up to the highest price's bucket
};

/// The least price at which the lots at or below it reach `target`; 1 ≤ target ≤ all lots. Lots ≥ 0. The points are
/// reordered and cut down. O(n), whatever the prices.
[[nodiscard]] Mils price_reaching(std::vector<PricePoint>& points, Lots target);

/// The same of points that need not be written out: `for_each(take)` calls take(PricePoint) for each, alike every time.
/// A histogram over the range of prices names the one bucket that matters, and only its points are kept in `scratch`.
template <class ForEach>
[[nodiscard]] Mils price_reaching(ForEach&& for_each, Lots target, std::vector<PricePoint>& scratch) {
  Mils low = std::numeric_limits<Mils>::max();
  Mils high = 0;
  std::size_t points = 0;
  for_each([&](const PricePoint& point) {
    low = std::min(low, point.price);
    high = std::max(high, point.price);
    ++points;
  });
  PriceBuckets buckets(low, high, points);
  for_each([&](const PricePoint& point) { buckets.add(point); });
  const std::size_t bucket = buckets.reaching(target);
  scratch.clear();
  for_each([&](const PricePoint& point) {
    if (buckets.place_of(point.price) == bucket) scratch.push_back(point);
  });
  return price_reaching(scratch, target);
}

}  // namespace tt::rules
