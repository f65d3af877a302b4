// Every action by every role, sensible and absurd: a refusal changes nothing, an acceptance keeps every law, and either
// leaves a world that can be saved and loaded.
#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;
using tt::test::kActionKinds;

namespace {

struct Counts {
  std::array<int, kActionKinds> accepted{};
  std::array<int, kActionKinds> refused{};
};

/// Applies one random action and checks what must hold of it. Returns whether it was accepted.
bool check_action(World& world, HouseholdId actor, std::size_t kind, Draws& draws) {
  const Action action = tt::test::random_action(world, actor, kind, draws);
  const Hash before = state_hash(world);
  const Rejection rejection = apply(world, actor, action);
  if (rejection != Rejection::kNone) {
    REQUIRE(state_hash(world) == before);
    return false;
  }
  const auto broken = broken_invariant(world);
  REQUIRE_MESSAGE(!broken, broken.value_or(""));
  return true;
}

std::vector<HouseholdId> actors_of(const World& world, int role) {
  std::vector<HouseholdId> actors;
  for (const Seat& seat : world.seats)
    if (static_cast<int>(seat.role) == role) actors.push_back(seat.household);
  if (role == 3)  // nobody's seat
    for (const HouseholdId id : world.households.ids())
      if (world.households.seat[id] == kNoSeat && id.value % 10 == 0) actors.push_back(id);
  return actors;
}

/// A demand wherever there can be one, so that there is something to vote on and to answer; second jobs allowed; people
/// whose probation is behind them, though they change their work at random; laws that can be voted on.
void stir_up(World& world) {
  for (const Seat& seat : world.seats) world.households.tenure[seat.household] = 1'000;
  world.scenario.parameters[Parameter::kLawVotes] = 1;
  auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids()) {
    firms.dual_work[id] = 1;
    if (firms.form[id] != Form::kProprietary || firms.open[id] == 0 || firms.dispute[id] != Dispute::kNone) continue;
    firms.dispute[id] = Dispute::kDemand;
    firms.demanded[id] = firms.wage[id] + kCrown;
  }
}

}  // namespace

TEST_CASE("a refused action changes nothing and an accepted one breaks no law, for every action and role") {
  Counts total;
  for (const int role : {0, 1, 2, 3}) {
    World world = tt::test::seated_hamlet(7);
    Draws draws(200 + static_cast<std::uint64_t>(role));
    REQUIRE(!actors_of(world, role).empty());
    while (!world.finished) {
      stir_up(world);
      for (const HouseholdId actor : actors_of(world, role)) {
        for (std::size_t kind = 0; kind < kActionKinds; ++kind) {
          CAPTURE(role);
          CAPTURE(kind);
          CAPTURE(world.tick);
          const bool accepted = check_action(world, actor, kind, draws);
          ++(accepted ? total.accepted : total.refused)[kind];
        }
      }
      close_tick(world);
      REQUIRE(load(save(world)).has_value());
    }
  }
  for (std::size_t kind = 0; kind < kActionKinds; ++kind) {
    CAPTURE(kind);
    CHECK(total.accepted[kind] > 0);
    CHECK(total.refused[kind] > 0);
  }
}

TEST_CASE("a finished world takes no action and stays as it is") {
  World world = tt::test::seated_hamlet(1);
  Draws draws(300);
  while (!world.finished) close_tick(world);
  const Hash end = state_hash(world);
  for (std::size_t kind = 0; kind < kActionKinds; ++kind) {
    const HouseholdId actor = world.seats[0].household;
    CHECK(apply(world, actor, tt::test::random_action(world, actor, kind, draws)) == Rejection::kWorldFinished);
  }
  close_tick(world);
  CHECK(state_hash(world) == end);
}

TEST_CASE("people come and go at random while the world runs, and every law holds") {
  World world = tt::test::seated_hamlet(5);
  Draws draws(400);
  while (!world.finished) {
    for (int i = 0; i < 20; ++i) {
      const HouseholdId someone{static_cast<std::uint32_t>(draws.below(world.households.count() + 2))};
      const auto controller =
          draws.pick({Controller::kVacant, Controller::kPlayer, Controller::kCaretaker, Controller::kBot});
      const Hash before = state_hash(world);
      const SeatRefusal refusal = draws.one_in(2) ? apply(world, TakeSeat{someone, draws.next(), "Ann", controller})
                                                  : apply(world, SetController{someone, controller});
      if (refusal != SeatRefusal::kNone) REQUIRE(state_hash(world) == before);
      const auto broken = broken_invariant(world);
      REQUIRE_MESSAGE(!broken, broken.value_or(""));
    }
    tt::test::play_tick(world, 2, draws);
    REQUIRE(load(save(world)).has_value());
  }
}
