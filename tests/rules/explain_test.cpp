// Why: contributions that lead from one close's figure to the next one's, to the mil.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

namespace {

std::int64_t sum_of(const Explanation& explanation) {
  std::int64_t sum = 0;
  for (const Contribution& part : explanation.parts) {
    CHECK(part.amount != 0);
    sum += part.amount;
  }
  return sum;
}

std::int64_t value_of(const World& world, HouseholdId viewer, Figure figure, EnterpriseId enterprise) {
  for (const FigureValue& f : figures_of(world, viewer))
    if (f.figure == figure && f.enterprise == enterprise) return f.value;
  return 0;
}

bool has(const Explanation& explanation, Cause cause) {
  for (const Contribution& part : explanation.parts)
    if (part.cause == cause) return true;
  return false;
}

}  // namespace

TEST_CASE("every figure of every seat is explained to the mil, after every tick of a random game") {
  World world = tt::test::seated_hamlet(61);
  Draws draws(902);
  std::map<Figure, int> explained;
  std::map<Cause, int> named;
  while (!world.finished) {
    const World before = world;
    tt::test::play_tick(world, 4, draws);
    CAPTURE(world.tick);
    for (const Seat& seat : before.seats) {
      for (const FigureValue& figure : figures_of(world, seat.household)) {
        CAPTURE(static_cast<int>(figure.figure));
        CAPTURE(figure.enterprise.value);
        if (figure.enterprise.exists() && figure.enterprise.value >= before.enterprises.count()) continue;
        const auto why = explain(before, world, seat.household, figure.figure, figure.enterprise);
        REQUIRE(why.has_value());
        CHECK(why->now == figure.value);
        CHECK(why->before + sum_of(*why) == why->now);
        if (!figure.enterprise.exists() || figure.figure == Figure::kEnterpriseCash)
          CHECK((why->before == value_of(before, seat.household, figure.figure, figure.enterprise) ||
                 !value_of(before, seat.household, figure.figure, figure.enterprise)));
        if (!why->parts.empty()) ++explained[figure.figure];
        for (const Contribution& part : why->parts) ++named[part.cause];
      }
    }
  }
  for (std::size_t i = 0; i < kFigures; ++i) {
    CAPTURE(i);
    CHECK(explained[static_cast<Figure>(i)] > 0);
  }
  CHECK(named[Cause::kSharesHeld] > 0);
  CHECK(named[Cause::kSharePrice] > 0);
}

TEST_CASE("a loan is explained: the enterprise's cash by what was lent, its owner's wealth by the debt") {
  World world = tt::test::seated_hamlet(63);
  HouseholdId owner;
  for (const Seat& seat : world.seats)
    if (seat.role == Role::kCapitalist && !owner.exists()) owner = seat.household;
  const EnterpriseId mine = books_open_to(world, owner).front();
  tt::test::pay_all_debts(world, mine);
  auto& firms = world.enterprises;
  firms.shareholders[mine] = {{owner, firms.shares_issued[mine]}};
  firms.share_market[mine] = {};
  firms.profit_average[mine] = 1'000 * kCrown;
  world.scenario.parameters[Parameter::kShareMarket] = 0;
  const World before = world;
  const Mils amount = lendable(world, mine);
  REQUIRE(amount > 0);
  REQUIRE(apply(world, owner, Borrow{mine, amount}) == Rejection::kNone);
  close_tick(world);
  REQUIRE(firms.loan[mine] == amount);
  const auto part = [&](Figure figure, EnterpriseId enterprise, auto is) {
    const auto why = explain(before, world, owner, figure, enterprise);
    REQUIRE(why.has_value());
    CHECK(why->before + sum_of(*why) == why->now);
    Mils sum = 0;
    for (const Contribution& c : why->parts) sum += is(c) ? c.amount : 0;
    return sum;
  };
  CHECK(part(Figure::kEnterpriseCash, mine, [](const auto& c) { return c.reason == Reason::kLoan; }) == amount);
  CHECK(part(Figure::kEnterpriseCash, mine, [](const auto& c) { return c.reason == Reason::kInterest; }) < 0);
  const Mils debt = part(Figure::kWealth, {}, [](const auto& c) { return c.cause == Cause::kDebt; });
  CHECK(debt == -debts_of(world, mine));
}

TEST_CASE("an explanation names what was done") {
  World world = tt::test::seated_hamlet(62);
  HouseholdId owner;
  for (const Seat& seat : world.seats)
    if (seat.role == Role::kCapitalist && !owner.exists()) owner = seat.household;
  const EnterpriseId mine = books_open_to(world, owner).front();
  // All of it the owner's, and no market that would value it: then what is put in is what it is worth more.
  world.enterprises.shareholders[mine] = {{owner, world.enterprises.shares_issued[mine]}};
  world.enterprises.share_market[mine] = {};
  world.scenario.parameters[Parameter::kShareMarket] = 0;
  const World before = world;
  REQUIRE(apply(world, owner, Invest{mine, 7 * kCrown}) == Rejection::kNone);
  REQUIRE(apply(world, owner, OfferWork{mine, world.enterprises.wage[mine], 1}) == Rejection::kNone);
  close_tick(world);
  const auto cash = explain(before, world, owner, Figure::kCash, {});
  REQUIRE(cash.has_value());
  Mils invested = 0;
  for (const Contribution& part : cash->parts)
    if (part.reason == Reason::kInvestment) invested += part.amount;
  CHECK(invested == -7 * kCrown);
  const auto workers = explain(before, world, owner, Figure::kWorkers, mine);
  REQUIRE(workers.has_value());
  CHECK(has(*workers, Cause::kDismissed));
  // What one puts into one's own enterprise makes nobody richer: both sides are in the explanation of wealth.
  const auto wealth = explain(before, world, owner, Figure::kWealth, {});
  REQUIRE(wealth.has_value());
  Mils moved = 0;
  for (const Contribution& part : wealth->parts)
    if (part.reason == Reason::kInvestment) moved += part.amount;
  CHECK(moved == 0);
}

TEST_CASE("books that are not open are not explained, and neither is a seat taken since") {
  World world = tt::test::seated_hamlet(63);
  const HouseholdId viewer = world.seats.front().household;
  const auto open = books_open_to(world, viewer);
  const World before = world;
  close_tick(world);
  for (const EnterpriseId id : world.enterprises.ids()) {
    const bool may = std::find(open.begin(), open.end(), id) != open.end();
    if (!may) CHECK_FALSE(explain(before, world, viewer, Figure::kRevenue, id).has_value());
  }
  CHECK_FALSE(explain(before, world, viewer, Figure::kCash, EnterpriseId{0}).has_value());
  CHECK_FALSE(explain(before, world, viewer, Figure::kRevenue, {}).has_value());
  CHECK_FALSE(explain(before, world, viewer, Figure::kRevenue, EnterpriseId{100'000}).has_value());
  World earlier = before;
  earlier.households.seat[viewer] = kNoSeat;
  CHECK_FALSE(explain(earlier, world, viewer, Figure::kCash, {}).has_value());
}
