// The fast call auction against its slow twin, and what must hold of any auction.
#include "rules/market/auction.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "tests/rules/naive_auction.hpp"
#include "tests/support/seed.hpp"

using namespace tt::rules;
using tt::test::Draws;

namespace {

using Orders = std::vector<LimitOrder>;

Orders random_orders(Draws& draws, std::int64_t count, std::int64_t limit_most, std::int64_t lots_most) {
  Orders orders;
  for (std::int64_t i = 0; i < count; ++i) orders.push_back({draws.between(1, limit_most), draws.below(lots_most + 1)});
  return orders;
}

struct Result {
  Clearing clearing;
  std::vector<Lots> bid_fills;
  std::vector<Lots> ask_fills;
};

Result clear(const Orders& bids, const Orders& asks, Mils last_price, std::uint64_t draw) {
  Result result;
  result.clearing = clear_auction(bids, asks, last_price, draw, result.bid_fills, result.ask_fills);
  return result;
}

void check_fills(const Orders& orders, const std::vector<Lots>& fills, const Clearing& clearing, bool buying) {
  REQUIRE(fills.size() == orders.size());
  CHECK(std::accumulate(fills.begin(), fills.end(), Lots{0}) == clearing.volume);
  for (std::size_t i = 0; i < orders.size(); ++i) {
    CHECK(fills[i] >= 0);
    CHECK(fills[i] <= orders[i].lots);
    if (fills[i] > 0) CHECK((buying ? orders[i].limit >= clearing.price : orders[i].limit <= clearing.price));
  }
}

}  // namespace

TEST_CASE("price, volume and every fill are those of the naive auction") {
  Draws draws(1);
  for (int round = 0; round < 3'000; ++round) {
    CAPTURE(round);
    const std::int64_t spread = draws.pick<std::int64_t>({2, 8, 40});
    const Orders bids = random_orders(draws, draws.below(14), spread, draws.pick<std::int64_t>({1, 3, 50}));
    const Orders asks = random_orders(draws, draws.below(14), spread, draws.pick<std::int64_t>({1, 3, 50}));
    const Mils last_price = draws.between(1, spread + 5);
    const std::uint64_t draw = draws.next();
    const Result fast = clear(bids, asks, last_price, draw);
    const tt::test::NaiveResult slow = tt::test::naive_auction(bids, asks, last_price, draw);
    REQUIRE(fast.clearing.price == slow.price);
    REQUIRE(fast.clearing.volume == slow.volume);
    REQUIRE(fast.bid_fills == slow.bid_fills);
    REQUIRE(fast.ask_fills == slow.ask_fills);
  }
}

TEST_CASE("in a large auction nobody pays above their limit, sells below it, or gets more than they asked for") {
  Draws draws(2);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    const Orders bids = random_orders(draws, 2'000, 100'000'000, 1'000'000);
    const Orders asks = random_orders(draws, 500, 100'000'000, 1'000'000);
    const Result result = clear(bids, asks, draws.between(1, 100'000'000), draws.next());
    CHECK(result.clearing.volume > 0);
    check_fills(bids, result.bid_fills, result.clearing, true);
    check_fills(asks, result.ask_fills, result.clearing, false);
  }
}

TEST_CASE("where nothing can trade, the price stays and nobody gets anything") {
  struct Row {
    const char* what;
    Orders bids;
    Orders asks;
  };
  const Row rows[] = {{"nobody came", {}, {}},
                      {"only buyers", {{10, 5}}, {}},
                      {"only sellers", {}, {{10, 5}}},
                      {"the best bid is below the best ask", {{9, 5}, {8, 5}}, {{10, 5}}},
                      {"orders of no lots", {{10, 0}}, {{5, 0}}}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Result result = clear(row.bids, row.asks, 7, 1);
    CHECK(result.clearing.price == 7);
    CHECK(result.clearing.volume == 0);
    check_fills(row.bids, result.bid_fills, result.clearing, true);
    check_fills(row.asks, result.ask_fills, result.clearing, false);
  }
}

TEST_CASE("the price maximises volume, then evens the sides, then stays near the last, then is the lower") {
  struct Row {
    const char* what;
    Orders bids;
    Orders asks;
    Mils last_price;
    Mils price;
    Lots volume;
  };
  const Row rows[] = {
      {"most lots change hands", {{10, 5}, {6, 5}}, {{5, 10}}, 10, 6, 10},
      {"equal volume, the sides are even at 8", {{10, 5}}, {{4, 5}, {9, 3}}, 8, 8, 5},
      {"the last price, where it is as good", {{10, 5}}, {{4, 5}}, 7, 7, 5},
      {"the nearest to a last price far above", {{10, 5}}, {{4, 5}}, 50, 10, 5},
      {"the nearest to a last price far below", {{10, 5}}, {{4, 5}}, 1, 4, 5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Result result = clear(row.bids, row.asks, row.last_price, 0);
    CHECK(result.clearing.price == row.price);
    CHECK(result.clearing.volume == row.volume);
  }
}

TEST_CASE("who stands at the marginal limit shares pro rata, and the draw places the lots left over") {
  const Orders asks{{5, 10}};
  const Orders bids{{9, 4}, {5, 10}, {5, 10}, {5, 10}};  // 6 lots for three equal orders: two each
  CHECK(clear(bids, asks, 5, 0).bid_fills == std::vector<Lots>{4, 2, 2, 2});
  const Orders uneven{{9, 3}, {5, 10}, {5, 10}, {5, 10}};  // 7 lots: two each, one over
  CHECK(clear(uneven, asks, 5, 0).bid_fills == std::vector<Lots>{3, 3, 2, 2});
  CHECK(clear(uneven, asks, 5, 1).bid_fills == std::vector<Lots>{3, 2, 3, 2});
  CHECK(clear(uneven, asks, 5, 2).bid_fills == std::vector<Lots>{3, 2, 2, 3});
}
