// Money, goods, people and accounts add up after every stage of every tick, whatever people try.
#include <doctest/doctest.h>

#include "rules/stages/stages.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

TEST_CASE("the conservation laws hold after every stage of every tick under random play") {
  for (std::uint64_t world_seed = 1; world_seed <= 3; ++world_seed) {
    CAPTURE(world_seed);
    World world = tt::test::seated_hamlet(world_seed);
    Draws draws(100 + world_seed);
    while (!world.finished) {
      CAPTURE(world.tick);
      World staged = world;
      for (const Stage& stage : stages()) {
        CAPTURE(stage.name);
        stage.run(staged);
        const auto broken = broken_invariant(staged);
        REQUIRE_MESSAGE(!broken, broken.value_or(""));
      }
      tt::test::play_tick(world, 4, draws);
    }
    CHECK(world.tick == world.scenario.final_tick);
  }
}

TEST_CASE("every broken sentence is noticed") {
  const World sound = tt::test::seated_hamlet(1);
  REQUIRE(!broken_invariant(sound));
  struct Row {
    const char* what;
    void (*break_it)(World&);
  };
  const Row rows[] = {
      {"a mil from nowhere", [](World& w) { ++w.households.cash.values[3]; }},
      {"a mil lost", [](World& w) { --w.treasury; }},
      {"an overdraft",
       [](World& w) {
         w.treasury += w.households.cash.values[3] + 1;
         w.households.cash.values[3] = -1;
       }},
      {"a lot from nowhere", [](World& w) { ++w.enterprises.product_stock.values[0]; }},
      {"a lot in a pantry from nowhere",
       [](World& w) {
         w.pantries.push_back({HouseholdId{3}, {1, 0, 0}});
       }},
      {"a person counted twice", [](World& w) { ++w.enterprises.workers.values[0]; }},
      {"a capital account that nobody owes", [](World& w) { ++w.enterprises.accounts.values[0]; }},
      {"a share from nowhere",
       [](World& w) {
         for (auto& holders : w.enterprises.shareholders.values)
           if (!holders.empty()) ++holders.front().shares;
       }},
      {"a loan that nobody granted", [](World& w) { ++w.enterprises.loan.values[0]; }},
      {"a wage owed by nobody", [](World& w) { ++w.enterprises.wages_owed.values[0]; }},
      {"a posting without a reason", [](World& w) { ++w.seats[0].flows[0]; }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    World world = sound;
    row.break_it(world);
    CHECK(broken_invariant(world).has_value());
  }
}
