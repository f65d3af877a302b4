// Same scenario, seed and actions, same world.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/roster.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

TEST_CASE("the same seed and actions give the same hash after every tick") {
  World first = tt::test::seated_hamlet(11);
  World second = tt::test::seated_hamlet(11);
  Draws first_draws(500);
  Draws second_draws(500);
  while (!first.finished) {
    tt::test::play_tick(first, 5, first_draws);
    tt::test::play_tick(second, 5, second_draws);
    REQUIRE(state_hash(first) == state_hash(second));
    REQUIRE(first.last_hash == second.last_hash);
  }
}

TEST_CASE("another seed gives another world") {
  std::set<Hash> hashes;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    hashes.insert(state_hash(found_world(*find_scenario("hamlet"), seed)));
  CHECK(hashes.size() == 20);
}

TEST_CASE("a world that was saved and loaded goes on as if nothing had happened") {
  World kept = tt::test::seated_hamlet(12);
  World reloaded = kept;
  Draws kept_draws(501);
  Draws reloaded_draws(501);
  while (!kept.finished) {
    tt::test::play_tick(kept, 3, kept_draws);
    tt::test::play_tick(reloaded, 3, reloaded_draws);
    auto loaded = load(save(reloaded));
    REQUIRE(loaded.has_value());
    reloaded = std::move(*loaded);
    REQUIRE(state_hash(reloaded) == state_hash(kept));
  }
}

TEST_CASE("every built-in scenario founds a sound world, ready at tick 0") {
  for (const Scenario& scenario : built_in_scenarios()) {
    CAPTURE(scenario.name);
    CHECK(find_scenario(scenario.name) == &scenario);
    const World world = found_world(scenario, 1);
    CHECK(world.tick == 0);
    CHECK(!world.finished);
    CHECK(world.households.count() == scenario.households);
    CHECK(free_seats(world, Role::kCapitalist) == scenario.capitalist_seats);
    CHECK(free_seats(world, Role::kMember) == scenario.member_seats);
    CHECK(free_seats(world, Role::kWorker) == scenario.worker_seats);
    const auto broken = broken_invariant(world);
    CHECK_MESSAGE(!broken, broken.value_or(""));
  }
  CHECK(find_scenario("nowhere") == nullptr);
}

namespace {

void check_kept_roster(World& world) {
  const Roster fresh(world);
  const Roster& kept = roster_of(world);
  for (const EnterpriseId id : world.enterprises.ids()) {
    REQUIRE(std::ranges::equal(kept.of(id), fresh.of(id)));
    REQUIRE(std::ranges::equal(kept.crew(id).second_hands, fresh.crew(id).second_hands));
  }
}

}  // namespace

TEST_CASE("the kept roster knows every coming and going") {
  World world = found_world(*find_scenario("hamlet"), 14);
  check_kept_roster(world);
  HouseholdId person{0};
  while (!world.households.employer[person].exists()) ++person.value;
  const EnterpriseId first = world.households.employer[person];
  const EnterpriseId second{first.value == 0 ? 1U : 0U};
  set_second_job(world, person, second, 4'000);
  check_kept_roster(world);
  set_second_job(world, person, {}, 0);
  check_kept_roster(world);
  leave_enterprise(world, person);
  check_kept_roster(world);
  join_enterprise(world, person, second);
  check_kept_roster(world);
  static_cast<void>(add_enterprise(world, "Newcomer", Form::kCooperative, Good::kCulture));
  check_kept_roster(world);
  const Mils capital = least_capital(world);
  post(world, Account::issuer(), person, capital, Reason::kIssue);
  REQUIRE(apply(world, person, FoundEnterprise{"Of One's Own", Form::kCooperative, Good::kCulture, capital}) ==
          Rejection::kNone);
  check_kept_roster(world);
}

TEST_CASE("the kept roster is who works where after every stage of a random game") {
  World world = tt::test::seated_hamlet(13);
  Draws draws(502);
  for (int tick = 0; tick < 60 && !world.finished; ++tick) {
    for (const Stage& stage : stages()) {
      stage.run(world);
      check_kept_roster(world);
    }
    turn_statements(world);
    ++world.clock;
    ++world.tick;
    tt::test::play_tick(world, 6, draws);
  }
}
