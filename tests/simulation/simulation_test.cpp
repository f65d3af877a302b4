// TT_SIMULATIONS=N plays N seeds instead of the few hundred of ./check, TT_SIMULATION=SEED one alone.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "server/log.hpp"
#include "tests/simulation/simulation.hpp"

namespace {

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace

TEST_CASE("through crashes, cuts and failing disks nothing promised is lost, doubled or told differently") {
  tt::server::log::quiet();
  const std::uint64_t only = number_from("TT_SIMULATION", 0);
  const std::uint64_t count = only != 0 ? 1 : number_from("TT_SIMULATIONS", 200);
  tt::test::Story all;
  for (std::uint64_t n = 0; n < count; ++n) {
    const std::uint64_t seed = only != 0 ? only : n + 1;
    CAPTURE(seed);
    try {
      const tt::test::Story story = tt::test::simulate(seed);
      all.promises += story.promises;
      all.restarts += story.restarts;
      all.power_cuts += story.power_cuts;
      all.disk_faults += story.disk_faults;
      all.ticks += story.ticks;
    } catch (const std::exception& error) {
      FAIL("TT_SEED and TT_SIMULATION=" << seed << " play it again: " << std::string(error.what()));
    }
  }
  MESSAGE(count << " stories: " << all.promises << " promises, " << all.restarts << " restarts, " << all.power_cuts
                << " power cuts, " << all.disk_faults << " disk faults, " << all.ticks << " ticks");
  CHECK(all.promises > 10 * count);
  CHECK(all.ticks > 3 * count);
}

TEST_CASE("the same seed plays the same story, another seed another one") {
  tt::server::log::quiet();
  const auto first = tt::test::simulate(7);
  const auto again = tt::test::simulate(7);
  CHECK(first.promises == again.promises);
  CHECK(first.state_hash == again.state_hash);
  CHECK(first.ticks == again.ticks);
  CHECK(tt::test::simulate(8).state_hash != first.state_hash);
}
