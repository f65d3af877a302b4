// The end of a world comes by chance within a window that is known.
#include "rules/state/ending.hpp"

#include <doctest/doctest.h>

#include <set>

#include "rules/rules.hpp"

using namespace tt::rules;

namespace {

Scenario short_world() {
  Scenario s = *find_scenario("hamlet");
  s.burn_in_ticks = 2;
  s.final_tick = 9;
  s.end_window = 4;
  return s;
}

}  // namespace

TEST_CASE("worlds end in every tick of the window and in no other") {
  std::set<Tick> ends;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    World world = found_world(short_world(), seed);
    while (!world.finished) close_tick(world);
    ends.insert(world.tick);
    CHECK(world.tick == last_tick(world));
    CHECK(world.events.back().kind == EventKind::kWorldFinished);
  }
  CHECK(ends == std::set<Tick>{5, 6, 7, 8, 9});
}

TEST_CASE("without a window the last tick is the one stated, and a world without an end has none") {
  Scenario s = short_world();
  s.end_window = 0;
  CHECK(last_tick(found_world(s, 1)) == 9);
  s.final_tick = 0;
  CHECK(last_tick(found_world(s, 1)) == 0);
}
