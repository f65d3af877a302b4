// What comes is told ahead: labour flight, recalls.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/shares.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

std::int64_t told(const World& world, EventKind kind, EnterpriseId id) {
  return std::count_if(world.events.begin(), world.events.end(),
                       [&](const Event& e) { return e.kind == kind && e.enterprise == id; });
}

}  // namespace

TEST_CASE("who pays less than open places elsewhere is told once, and again after having caught up") {
  World world = tt::test::seated_hamlet(71);
  auto& firms = world.enterprises;
  const EnterpriseId mine = books_open_to(world, world.seats.front().household).front();
  EnterpriseId rival;
  for (const EnterpriseId id : firms.ids()) {
    firms.vacancies[id] = 0;
    firms.share_average[id] = 0;
    firms.hours[id] = kOne;
    firms.wage[id] = 1'000 * kCrown;
    firms.pull_ticks[id] = 0;
    if (id != mine) rival = id;
  }
  REQUIRE(firms.workers[mine] > 0);
  world.events.clear();
  const auto warn = [&](Mils theirs, std::uint32_t places) {
    firms.wage[rival] = theirs;
    firms.vacancies[rival] = places;
    warn_of_flight(world);
    return told(world, EventKind::kFlightAhead, mine);
  };
  CHECK(warn(1'049 * kCrown, 1) == 0);
  CHECK(warn(1'050 * kCrown, 0) == 0);  // no place to go to
  CHECK(warn(1'050 * kCrown, 1) == 1);
  CHECK(world.events.back().other == rival);
  CHECK(world.events.back().value == 50 * kCrown);
  CHECK(warn(1'200 * kCrown, 1) == 1);  // told already
  CHECK(warn(1'001 * kCrown, 1) == 1);  // not caught up
  CHECK(warn(1'100 * kCrown, 1) == 1);
  CHECK(warn(1'000 * kCrown, 1) == 1);  // caught up
  CHECK(warn(1'100 * kCrown, 1) == 2);
}

TEST_CASE("all labour flight from where wages are paid was told of two ticks ahead") {
  int flights = 0;
  int foretold = 0;
  for (std::uint64_t seed = 1; seed <= 16; ++seed) {
    World world = found_world(*find_scenario("sitting"), seed);
    std::map<EnterpriseId, Tick> since;  // told of and not caught up
    while (!world.finished) {
      const World before = world;
      close_tick(world);
      for (const Event& event : world.events) {
        const EnterpriseId id = event.enterprise;
        if (event.tick != world.tick || event.kind != EventKind::kLabourFlight) continue;
        if (before.enterprises.paid_in_full[id] == 0) continue;  // that was news of its own
        ++flights;
        foretold += since.contains(id) && since[id] + 2 <= world.tick ? 1 : 0;
      }
      for (const EnterpriseId id : world.enterprises.ids()) {
        if (world.enterprises.pull_ticks[id] == 0)
          since.erase(id);
        else
          since.try_emplace(id, world.tick);
      }
    }
  }
  CAPTURE(foretold);
  CAPTURE(flights);
  CHECK(flights > 5);
  CHECK(foretold == flights);
}

TEST_CASE("a recall is known two ticks ahead") {
  World world = tt::test::seated_hamlet(72);
  HouseholdId member;
  for (const Seat& seat : world.seats)
    if (seat.role == Role::kMember) member = seat.household;
  REQUIRE(member.exists());
  const EnterpriseId coop = world.households.employer[member];
  const HouseholdId manager = world.enterprises.head[coop];
  REQUIRE(apply(world, member, ProposeMotion{coop, ElectManager{member}}) == Rejection::kNone);
  close_tick(world);
  CHECK(told(world, EventKind::kMotionOpened, coop) == 1);
  close_tick(world);
  CHECK(world.enterprises.head[coop] == manager);
  const auto open = [&] {
    return std::any_of(world.motions.begin(), world.motions.end(), [&](const Motion& m) {
      return m.open && m.enterprise == coop && std::holds_alternative<ElectManager>(m.change);
    });
  };
  CHECK(open());
  close_tick(world);
  CHECK(!open());
}

TEST_CASE("a world may begin with employee trusts") {
  Scenario scenario = *find_scenario("hamlet");
  scenario.burn_in_ticks = 0;
  scenario.parameters[Parameter::kTrustAtStart] = 4'000;
  const World world = found_world(scenario, 5);
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (world.enterprises.form[id] != Form::kProprietary) continue;
    CHECK(trust_part(world, id) == 4'000);
    CHECK(shares_of(world, id, world.enterprises.head[id]) == kSharesAtFounding - share_of(kSharesAtFounding, 4'000));
  }
}
