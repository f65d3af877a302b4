// Prints "scenario seed tick hash" for worlds under random play: the same lines from every compiler, optimisation level
// and machine.
#include <cstdio>

#include "tests/rules/random_player.hpp"

namespace {

using namespace tt::rules;

void play(const Scenario& scenario, std::uint64_t seed, Tick ticks) {
  World world = found_world(scenario, seed);
  for (const Role role : {Role::kCapitalist, Role::kMember, Role::kWorker})
    for (HouseholdId id = free_seat(world, role); id.exists(); id = free_seat(world, role))
      if (apply(world, TakeSeat{id, id.value, "Ann", Controller::kPlayer}) != SeatRefusal::kNone) break;
  tt::test::Draws draws(seed);
  for (Tick tick = 0; tick < ticks && !world.finished; ++tick) {
    tt::test::play_tick(world, 3, draws);
    std::printf("%s %llu %u %016llx\n", scenario.name.c_str(), static_cast<unsigned long long>(seed), world.tick,
                static_cast<unsigned long long>(world.last_hash));
  }
}

}  // namespace

int main() {
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) play(*find_scenario("hamlet"), seed, 40);
  Scenario sitting = *find_scenario("sitting");
  sitting.end_window = 0;  // as many ticks as the test counts
  for (const std::uint64_t seed : {1U, 2U}) play(sitting, seed, 60);
  play(*find_scenario("crowd"), 1, 3);
}
