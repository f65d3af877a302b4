// The large run for determinism and exploits: random worlds under random play, legal and not, each played twice. Laws
// of conservation are checked at every close; both plays must come to the same state, and a saved and loaded world must
// go on the same way.
//
//   build/tests/large_random [WORLDS] [TICKS] [FIRST]
//
// prints a line a hundred worlds and one hash over all, and stops at the first world that fails, with its number.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/rules/random_player.hpp"

namespace {

using namespace tt::rules;
using tt::test::Draws;

/// Small worlds of all shapes, laws within their bounds.
Scenario random_scenario(Draws& draws) {
  Scenario s = *find_scenario("hamlet");
  s.households = static_cast<std::uint32_t>(draws.between(24, 160));
  s.enterprises = static_cast<std::uint32_t>(draws.between(3, s.households / 6));
  s.cooperative_share = static_cast<Bp>(draws.between(0, kOne));
  s.burn_in_ticks = static_cast<Tick>(draws.between(0, 20));
  s.final_tick = 0;
  for (const ParameterInfo& row : all_parameters())
    if (draws.one_in(3)) s.parameters[row.parameter] = draws.between(row.least, row.most);
  return s;
}

/// What becomes of a world of this number, as one hash.
Hash play(std::uint64_t number, Tick ticks, bool reloaded) {
  Draws draws(number);
  World world = found_world(random_scenario(draws), number);
  for (const Role role : {Role::kCapitalist, Role::kMember, Role::kWorker})
    for (HouseholdId id = free_seat(world, role); id.exists(); id = free_seat(world, role))
      if (apply(world, TakeSeat{id, id.value, "Ann", Controller::kPlayer}) != SeatRefusal::kNone) break;
  Hash all = world.last_hash;
  for (Tick tick = 0; tick < ticks; ++tick) {
    tt::test::play_tick(world, 3, draws);
    all = mix(all ^ world.last_hash);
    if (!reloaded || tick != ticks / 2) continue;
    auto again = load(save(world));
    if (!again) return 0;
    world = *std::move(again);
  }
  return all;
}

std::uint64_t argument(int argc, char** argv, int at, std::uint64_t otherwise) {
  return argc > at ? std::strtoull(argv[at], nullptr, 10) : otherwise;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t worlds = argument(argc, argv, 1, 100);
  const auto ticks = static_cast<Tick>(argument(argc, argv, 2, 200));
  const std::uint64_t first = argument(argc, argv, 3, 1);
  std::vector<Hash> hashes(worlds);
  std::atomic<std::uint64_t> next{0};
  std::mutex mutex;
  const auto work = [&] {
    for (std::uint64_t i = next++; i < worlds; i = next++) {
      hashes[i] = play(first + i, ticks, false);
      if (hashes[i] != play(first + i, ticks, true)) {
        std::printf("world %llu came to two states\n", static_cast<unsigned long long>(first + i));
        std::exit(1);
      }
      const std::lock_guard lock(mutex);
      if ((i + 1) % 100 == 0) std::printf("%llu worlds\n", static_cast<unsigned long long>(i + 1));
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  Hash all = 0;
  for (const Hash hash : hashes) all = mix(all ^ hash);
  std::printf("%llu worlds of %u ticks, twice each: %016llx\n", static_cast<unsigned long long>(worlds), ticks,
              static_cast<unsigned long long>(all));
}
