// How unequally amounts are spread: figures worked out by hand, and what must hold of any.
#include "rules/state/inequality.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "rules/view/view.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

TEST_CASE("four people with 1, 2, 3 and 4 have a Gini coefficient of a quarter, and equals have none") {
  CHECK(gini(ranked({4, 2, 3, 1})) == 2'500);
  CHECK(gini(ranked({5, 5, 5})) == 0);
  CHECK(gini(ranked({0, 0, 0, 12})) == 7'500);
  CHECK(gini({}) == 0);
}

TEST_CASE("the curve of ten people with 1 to 10 rises by what each holds") {
  std::vector<Mils> amounts(10);
  std::iota(amounts.rbegin(), amounts.rend(), 1);
  CHECK(lorenz(ranked(amounts)) == Lorenz{181, 545, 1'090, 1'818, 2'727, 3'818, 5'090, 6'545, 8'181, 10'000});
  CHECK(lorenz(ranked({0, 0})) == Lorenz{});
}

TEST_CASE("a tenth, half and nine tenths of eleven people do not exceed the second, the sixth and the tenth") {
  std::vector<Mils> amounts(11);
  std::iota(amounts.rbegin(), amounts.rend(), 1);
  const std::vector<Mils> all = ranked(amounts);
  CHECK(quantile(all, 1'000) == 2);
  CHECK(quantile(all, 5'000) == 6);
  CHECK(quantile(all, 9'000) == 10);
  CHECK(quantile({}, 5'000) == 0);
}

TEST_CASE("what is below nothing counts as nothing") {
  CHECK(ranked({3, -2, 1}) == std::vector<Mils>{0, 1, 3});
}

TEST_CASE("after each tick the curves rise to the whole, pay is in order, and the money is the money of the view") {
  World world = tt::test::seated_hamlet(3);
  for (int tick = 0; tick < 12; ++tick) {
    close_tick(world);
    const PublicView view = public_view(world);
    for (const Lorenz& curve : {view.world.wealth_curve, view.world.income_curve}) {
      CHECK(curve.back() == kOne);
      for (std::size_t i = 1; i < curve.size(); ++i)
        CHECK(curve[i] - curve[i - 1] >= (i > 1 ? curve[i - 1] - curve[i - 2] : curve[0]) - 1);
    }
    const HistoryRow& row = view.history.back();
    CHECK(row.money == view.world.money);
    CHECK(row.pay[0] <= row.pay[1]);
    CHECK(row.pay[1] <= row.pay[2]);
    CHECK(row.pay[1] > 0);
    CHECK(row.income_gini > 0);
    CHECK(row.income_gini < kOne);
  }
}
