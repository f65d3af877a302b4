// What people see: figures that explain themselves exactly, and nothing of what others have decided.
#include <doctest/doctest.h>

#include <numeric>

#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

namespace {

Mils closing(const Statement& statement) {
  Mils sum = statement.opening;
  for (const StatementPart& part : statement.parts) sum += part.amount;
  return sum;
}

}  // namespace

TEST_CASE("statements, payslips and laurels add up to the mil, for every seat after every tick") {
  World world = tt::test::seated_hamlet(31);
  Draws draws(700);
  while (!world.finished) {
    tt::test::play_tick(world, 4, draws);
    CAPTURE(world.tick);
    for (const Seat& seat : world.seats) {
      const auto view = private_view(world, seat.household);
      REQUIRE(view.has_value());
      CHECK(closing(view->cash_flow) == view->cash_flow.closing);
      const Payslip& slip = view->payslip;
      CHECK(slip.base + slip.share + slip.dividend + slip.benefit + slip.strike_pay + slip.basic_income - slip.tax -
                slip.dues ==
            slip.net);
      for (const Books& books : view->books) CHECK(closing(books.cash_flow) == books.cash_flow.closing);
    }
    const PublicView view = public_view(world);
    const auto sum = [&](Bp SeatRow::*field) {
      return std::accumulate(view.seats.begin(), view.seats.end(), Bp{0},
                             [&](Bp s, const SeatRow& row) { return s + row.*field; });
    };
    CHECK(sum(&SeatRow::wealth) == kOne);
    CHECK((sum(&SeatRow::livelihood) == kOne || sum(&SeatRow::livelihood) == 0));
    // A seat's standing is the weighted mean of its two laurels, rounded down: less than a basis point lost a seat.
    CHECK(sum(&SeatRow::standing) <= kOne);
  }
}

TEST_CASE("decisions of the running tick do not show in the public view") {
  World world = tt::test::seated_hamlet(32);
  Draws draws(701);
  for (int tick = 0; tick < 5; ++tick) {
    const PublicView before = public_view(world);
    for (const Seat& seat : std::vector<Seat>(world.seats)) {
      for (std::size_t kind = 0; kind < tt::test::kActionKinds; ++kind)
        static_cast<void>(apply(world, seat.household, tt::test::random_action(world, seat.household, kind, draws)));
    }
    const PublicView after = public_view(world);
    CHECK(after.world == before.world);
    CHECK(after.seats == before.seats);
    CHECK(after.enterprises == before.enterprises);
    CHECK(after.markets == before.markets);
    CHECK(after.history == before.history);
    CHECK(after.events.size() == before.events.size());
    close_tick(world);
  }
}

TEST_CASE("only seats have a private view") {
  const World world = tt::test::seated_hamlet(33);
  for (const HouseholdId id : world.households.ids())
    CHECK(private_view(world, id).has_value() == (world.households.seat[id] != kNoSeat));
  CHECK(!private_view(world, HouseholdId{world.households.count()}).has_value());
  CHECK(!private_view(world, HouseholdId{}).has_value());
}
