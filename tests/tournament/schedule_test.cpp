#include "tournament/schedule.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <tuple>

#include "tests/tournament/small_tournament.hpp"

using namespace tt::tournament;
using tt::rules::Role;

namespace {

/// A spec of so many seats and strategies a role; the strategies' own names do not matter to a schedule.
Spec spec_of(std::uint32_t capitalist_seats, std::size_t capitalists, std::uint32_t member_seats, std::size_t members) {
  Spec spec = tt::test::small_spec();
  const auto fill = [](Field& field, std::uint32_t seats, std::size_t count) {
    field.seats = seats;
    field.strategies.clear();
    for (std::size_t i = 0; i < count; ++i) field.strategies.push_back(&strategies()[i]);
  };
  fill(spec.fields[0], capitalist_seats, capitalists);
  fill(spec.fields[1], member_seats, members);
  spec.rotations = static_cast<std::uint32_t>(full_rotation(spec));
  return spec;
}

}  // namespace

TEST_CASE("within a block, seats over seat orders are a Latin square of the lineup") {
  for (const std::uint32_t seats : {1U, 2U, 3U, 4U, 6U}) {
    CAPTURE(seats);
    const Spec spec = spec_of(seats, seats, 0, 0);
    const Schedule schedule(spec);
    REQUIRE(spec.rotations == seats);
    std::map<std::uint32_t, std::set<std::uint32_t>> in_seat;
    for (std::uint32_t order = 0; order < seats; ++order) {
      std::set<std::uint32_t> in_row;
      for (const Seating& seating : schedule.match(order).seatings) {
        in_row.insert(seating.position);
        in_seat[seating.seat].insert(seating.position);
      }
      CHECK(in_row.size() == seats);
    }
    for (const auto& [seat, positions] : in_seat) CHECK(positions.size() == seats);
  }
}

TEST_CASE("every strategy plays every seat of its role equally often") {
  for (const auto& [cs, c, ms, m] :
       {std::tuple{4U, 4UL, 6U, 4UL}, {2U, 5UL, 3U, 3UL}, {4U, 2UL, 0U, 0UL}, {3U, 7UL, 2U, 5UL}}) {
    CAPTURE(c);
    CAPTURE(m);
    const Spec spec = spec_of(cs, c, ms, m);
    const Schedule schedule(spec);
    std::map<std::tuple<Role, std::uint32_t, const StrategyEntry*>, int> games;
    for (std::uint64_t i = 0; i < schedule.matches(); ++i)
      for (const Seating& seating : schedule.match(i).seatings) ++games[{seating.role, seating.seat, seating.strategy}];
    CHECK(schedule.seats_are_balanced());
    CHECK(games.size() == cs * c + ms * m);
    for (const auto& [key, count] : games)
      CHECK(count == static_cast<int>(schedule.matches() / spec.of(std::get<0>(key)).strategies.size()));
  }
}

TEST_CASE("all matches of a world share its seed, and different worlds have different seeds") {
  const Spec spec = spec_of(2, 3, 1, 1);
  const Schedule schedule(spec);
  std::map<std::uint32_t, std::set<std::uint64_t>> seeds;
  std::set<std::uint64_t> all;
  for (std::uint64_t i = 0; i < schedule.matches(); ++i) {
    const MatchPlan plan = schedule.match(i);
    seeds[plan.world].insert(plan.world_seed);
    all.insert(plan.world_seed);
    CHECK(plan.block * spec.rotations + plan.order == i);
  }
  CHECK(seeds.size() == spec.worlds);
  for (const auto& [world, of_it] : seeds) CHECK(of_it.size() == 1);
  CHECK(all.size() == spec.worlds);
}

TEST_CASE("fewer seat orders than a full rotation are said to be out of balance") {
  Spec spec = spec_of(4, 4, 6, 6);
  CHECK(full_rotation(spec) == 12);
  spec.rotations = 6;
  CHECK(!Schedule(spec).seats_are_balanced());
}
