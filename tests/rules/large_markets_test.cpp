// The ways of counting instead of sorting, against sorting; and the room that is kept for more.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "rules/core/random.hpp"
#include "rules/core/sorted.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/market/selection.hpp"
#include "rules/rules.hpp"
#include "rules/simulated/demand.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"

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

TEST_CASE("enterprises' columns keep room for a few more rows, never for half as many again") {
  World world;
  for (int rows = 0; rows < 5'000; ++rows) {
    add_enterprise(world, "", Form::kProprietary, Good::kProvisions);
    const auto& cash = world.enterprises.cash.values;
    REQUIRE(cash.capacity() <= cash.size() + cash.size() / 8 + 16);
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

TEST_CASE("what the pools of consumers get is handed out whole, and nobody pays beyond their cash") {
  World world = found_world(*find_scenario("hamlet"), 5);
  // A few who have next to nothing, and one with a standing order for all the cash there is.
  for (const std::uint32_t poor : {3U, 7U, 11U}) {
    Mils& cash = world.households.cash[HouseholdId{poor}];
    post(world, HouseholdId{poor}, Account::treasury(), cash - std::min<Mils>(cash, 1'000'000 * poor),
         Reason::kIncomeTax);
  }
  const HouseholdId keeper{20};
  const Lots all = world.households.cash[keeper] / 1'000'000;
  REQUIRE(apply(world, keeper, PlaceOrder{Good::kComforts, Side::kBuy, all, 1'000'000}) == Rejection::kNone);
  const Consumption consumption(world);
  std::vector<Mils> spent(world.households.count(), 0);
  for (const Good good : {Good::kProvisions, Good::kComforts, Good::kCulture}) {
    const std::vector<LimitOrder> levels = consumption.levels(good);
    std::vector<Lots> fills;
    Lots whole = 0;
    Mils cheapest = kMaxPrice;
    for (std::size_t level = 0; level < levels.size(); ++level) {
      // Of every pool the dear steps in full, one in part, the cheap ones not.
      const std::size_t step = level % Consumption::kSteps;
      fills.push_back(step < 3 ? levels[level].lots : step == 3 ? levels[level].lots * 2 / 3 : 0);
      whole += fills.back();
      if (fills.back() > 0) cheapest = std::min(cheapest, levels[level].limit);
    }
    REQUIRE(whole > 0);
    for (const std::uint64_t draw : {std::uint64_t{0}, std::uint64_t{12'345'678'901}, ~std::uint64_t{0}}) {
      Lots given = 0;
      consumption.share(good, fills, draw, [&](HouseholdId id, Lots lots) {
        given += lots;
        CHECK(lots > 0);
        if (draw == 0) spent[id.value] += lots * cheapest;
      });
      CHECK(given == whole);
    }
  }
  for (const HouseholdId id : world.households.ids()) CHECK(spent[id.value] <= world.households.cash[id]);
  CHECK(spent[keeper.value] == 0);
}

TEST_CASE("a household gets its part of what its pool gets, to within a lot") {
  const World world = found_world(*find_scenario("sitting"), 6);
  const Consumption consumption(world);
  const std::vector<LimitOrder> levels = consumption.levels(Good::kProvisions);
  std::vector<Lots> fills;
  for (const LimitOrder& level : levels) fills.push_back(level.lots / 2);
  // From many phases, everybody's mean comes near the part that the whole of them makes likely: no number is favoured.
  constexpr std::uint64_t kPhases = 200;
  std::vector<Lots> least(world.households.count(), kMaxQuantity), most(world.households.count(), 0);
  for (std::uint64_t phase = 0; phase < kPhases; ++phase) {
    std::vector<Lots> got(world.households.count(), 0);
    consumption.share(Good::kProvisions, fills, mix(phase), [&](HouseholdId id, Lots lots) { got[id.value] = lots; });
    for (std::size_t i = 0; i < got.size(); ++i) {
      least[i] = std::min(least[i], got[i]);
      most[i] = std::max(most[i], got[i]);
    }
  }
  std::size_t moved = 0;
  for (std::size_t i = 0; i < least.size(); ++i) {
    CHECK(most[i] - least[i] <= 1);
    moved += most[i] > least[i] ? 1 : 0;
  }
  CHECK(moved > least.size() / 2);
}
