// The ways of counting instead of sorting, against sorting.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "rules/core/random.hpp"
#include "rules/core/sorted.hpp"
#include "rules/market/selection.hpp"

using namespace tt::rules;

TEST_CASE("amounts sorted by digits are as amounts compared, whatever their size") {
  for (const unsigned shift : {60U, 40U, 23U, 8U, 1U}) {
    CAPTURE(shift);
    std::vector<Mils> amounts;
    for (std::uint64_t i = 0; i < 5'000; ++i) amounts.push_back(static_cast<Mils>(mix(i) >> shift));
    if (shift == 8) amounts[17] = -5;
    std::vector<Mils> expected = amounts;
    std::sort(expected.begin(), expected.end());
    sort_amounts(amounts);
    CHECK(amounts == expected);
  }
}

TEST_CASE("the price at which lots reach a target is the one that sorting finds") {
  for (std::uint64_t round = 0; round < 60; ++round) {
    CAPTURE(round);
    const std::uint64_t range = std::uint64_t{1} << (1 + round % 40);
    std::vector<PricePoint> points;
    Lots all = 0;
    for (std::uint64_t i = 0; i < 2'000; ++i) {
      const std::uint64_t draw = mix(round * 100'000 + i);
      points.push_back({1 + static_cast<Mils>(draw % range), static_cast<Lots>((draw >> 45U) % 9)});
      all += points.back().lots;
    }
    for (const Lots target : {Lots{1}, all / 3, all / 2, all}) {
      std::vector<PricePoint> sorted = points;
      std::sort(sorted.begin(), sorted.end(),
                [](const PricePoint& a, const PricePoint& b) { return a.price < b.price; });
      Lots left = target;
      auto at = sorted.begin();
      while ((left -= at->lots) > 0) ++at;
      std::vector<PricePoint> scratch = points;
      CHECK(price_reaching(scratch, target) == at->price);
    }
  }
}
