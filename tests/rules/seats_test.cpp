// Who sits where.
#include <doctest/doctest.h>

#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

World hamlet() {
  return found_world(*find_scenario("hamlet"), 3);
}

}  // namespace

TEST_CASE("each role has the seats of the scenario and no more") {
  World world = hamlet();
  struct Row {
    Role role;
    std::uint32_t seats;
  };
  for (const Row& row : {Row{Role::kCapitalist, 2}, Row{Role::kMember, 3}, Row{Role::kWorker, 4}}) {
    CAPTURE(static_cast<int>(row.role));
    for (std::uint32_t taken = 0; taken < row.seats; ++taken) {
      CHECK(free_seats(world, row.role) == row.seats - taken);
      const HouseholdId free = free_seat(world, row.role);
      REQUIRE(free.exists());
      CHECK(apply(world, TakeSeat{free, taken + 1, "Ann", Controller::kPlayer}) == SeatRefusal::kNone);
      CHECK(apply(world, TakeSeat{free, 99, "Bob", Controller::kPlayer}) == SeatRefusal::kSeatTaken);
    }
    CHECK(free_seats(world, row.role) == 0);
    CHECK(!free_seat(world, row.role).exists());
  }
}

TEST_CASE("every refusal of a seat can be provoked and changes nothing") {
  World world = tt::test::seated_hamlet(3);
  const HouseholdId seated = world.seats[0].household;
  const HouseholdId nobody{world.households.count()};
  HouseholdId ordinary;
  for (const HouseholdId id : world.households.ids())
    if (world.households.seat[id] == kNoSeat && world.households.owner[id] == 0 &&
        !world.households.employer[id].exists())
      ordinary = id;
  REQUIRE(ordinary.exists());
  struct Row {
    SeatRefusal refusal;
    HostAction action;
  };
  const Row rows[] = {
      {SeatRefusal::kUnknownSeat, TakeSeat{nobody, 1, "Ann", Controller::kPlayer}},
      {SeatRefusal::kUnknownSeat, SetController{nobody, Controller::kPlayer}},
      {SeatRefusal::kSeatTaken, TakeSeat{seated, 99, "Ann", Controller::kPlayer}},
      {SeatRefusal::kNotSeated, SetController{ordinary, Controller::kCaretaker}},
      {SeatRefusal::kSeatLimit, TakeSeat{ordinary, 99, "Ann", Controller::kPlayer}},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(row.refusal));
    const Hash before = state_hash(world);
    CHECK(apply(world, row.action) == row.refusal);
    CHECK(state_hash(world) == before);
  }
  World empty = hamlet();
  for (const char* name : {"", " Ann", "twenty-five characters xxx", "a\tb"})
    CHECK(apply(empty, TakeSeat{free_seat(empty, Role::kCapitalist), 1, name, Controller::kPlayer}) ==
          SeatRefusal::kBadName);
}

TEST_CASE("a bot gives way to a person, a person to nobody") {
  World world = hamlet();
  const HouseholdId seat = free_seat(world, Role::kCapitalist);
  CHECK(apply(world, TakeSeat{seat, 1, "Bot", Controller::kBot}) == SeatRefusal::kNone);
  CHECK(apply(world, TakeSeat{seat, 2, "Ann", Controller::kPlayer}) == SeatRefusal::kNone);
  CHECK(apply(world, TakeSeat{seat, 3, "Bob", Controller::kPlayer}) == SeatRefusal::kSeatTaken);
  CHECK(private_view(world, seat)->name == "Ann");
}
