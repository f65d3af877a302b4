// Forecasts: made on the real rules, of one's own orders only, and without a glimpse of the luck to come.
#include <doctest/doctest.h>

#include "rules/foresight/preview.hpp"
#include "rules/ledger/ledger.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

namespace {

HouseholdId seat_of(const World& world, Role role) {
  for (const Seat& seat : world.seats)
    if (seat.role == role) return seat.household;
  return {};
}

EnterpriseId owned_by(const World& world, HouseholdId owner) {
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.form[id] == Form::kProprietary && world.enterprises.open[id] != 0 &&
        world.enterprises.head[id] == owner)
      return id;
  return {};
}

const Forecast& row(const Preview& preview, Figure figure) {
  for (const Forecast& forecast : preview.figures)
    if (forecast.figure == figure) return forecast;
  FAIL("no such figure in the forecast");
  return preview.figures.front();
}

}  // namespace

TEST_CASE("an empty draft changes nothing in any figure, and asking leaves the world as it was") {
  World world = tt::test::seated_hamlet(41);
  Draws draws(801);
  for (int tick = 0; tick < 3; ++tick) tt::test::play_tick(world, 4, draws);
  const Hash before = state_hash(world);
  for (const Seat& seat : world.seats) {
    const Preview asked = preview(world, seat.household, {});
    CHECK(asked.verdicts.empty());
    REQUIRE(asked.figures.size() >= 5);
    for (const Forecast& figure : asked.figures) {
      CAPTURE(static_cast<int>(figure.figure));
      CHECK(figure.with == figure.without);
      CHECK(figure.least <= figure.with);
      CHECK(figure.with <= figure.most);
    }
  }
  CHECK(state_hash(world) == before);
}

TEST_CASE("what an order does shows in the figures it moves") {
  World world = tt::test::seated_hamlet(42);
  const HouseholdId owner = seat_of(world, Role::kCapitalist);
  const EnterpriseId mine = owned_by(world, owner);
  REQUIRE(mine.exists());
  REQUIRE(world.enterprises.workers[mine] > 2);
  const Action close_places = OfferWork{mine, world.enterprises.wage[mine], 1};
  const Action no_sale = SetProduction{mine, 1'000 * kCrown, world.enterprises.output_target[mine]};
  const Action invest = Invest{mine, kCrown};
  const Preview fewer = preview(world, owner, std::span(&close_places, 1));
  CHECK(fewer.verdicts == std::vector{Rejection::kNone});
  CHECK(row(fewer, Figure::kWorkers).with <= 1);  // who has the one place may leave it
  CHECK(row(fewer, Figure::kWorkers).without > 1);
  CHECK(row(fewer, Figure::kWorkers).now == world.enterprises.workers[mine]);
  const Preview dear = preview(world, owner, std::span(&no_sale, 1));
  CHECK(row(dear, Figure::kSold).with == 0);
  CHECK(row(dear, Figure::kSold).without > 0);
  // Money put in leaves one's own cash by exactly that much, where the bank has nothing to pay depositors.
  post(world, Account::bank(), Account::issuer(), world.bank, Reason::kIssue);
  const Preview put = preview(world, owner, std::span(&invest, 1));
  CHECK(row(put, Figure::kCash).with - row(put, Figure::kCash).without == -kCrown);
}

TEST_CASE("an order the rules would refuse is told, and the others are forecast all the same") {
  const World world = tt::test::seated_hamlet(43);
  const HouseholdId owner = seat_of(world, Role::kCapitalist);
  const EnterpriseId mine = owned_by(world, owner);
  const std::vector<Action> draft{SetEffort{1}, Invest{mine, kCrown}};
  const Preview asked = preview(world, owner, draft);
  CHECK(asked.verdicts == std::vector{Rejection::kEffortOutOfRange, Rejection::kNone});
  CHECK(row(asked, Figure::kCash).with < row(asked, Figure::kCash).without);
}

TEST_CASE("a forecast does not know the luck of the tick to come") {
  // If the forks had the world's own luck, one of them would be the world's own close for a player alone in it.
  int told = 0;
  for (std::uint64_t seed = 51; seed < 56; ++seed) {
    World world = tt::test::seated_hamlet(seed);
    const HouseholdId owner = seat_of(world, Role::kCapitalist);
    const Preview asked = preview(world, owner, {});
    close_tick(world);
    const auto seen = figures_of(world, owner);
    // Wealth moves with every price, so that equal by chance it is not.
    const Forecast& wealth = row(asked, Figure::kWealth);
    for (const FigureValue& figure : seen)
      if (figure.figure == Figure::kWealth) told += wealth.least == figure.value || wealth.most == figure.value ? 1 : 0;
  }
  CHECK(told <= 1);
}
