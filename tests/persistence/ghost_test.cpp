#include "persistence/ghost.hpp"

#include <doctest/doctest.h>

#include "persistence/restore.hpp"
#include "tests/persistence/play.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

struct Log {
  rules::World founded;
  std::vector<Entry> entries;
};

Log log_of(WorldFile& file) {
  auto founded = found(file.genesis());
  REQUIRE(founded.has_value());
  Log log{std::move(*founded), {}};
  REQUIRE(file.read(1, [&](std::uint64_t, const Entry& entry) { log.entries.push_back(entry); }).has_value());
  return log;
}

rules::HouseholdId first_taken(const rules::World& world) {
  for (const rules::Seat& seat : world.seats)
    if (seat.controller != rules::Controller::kVacant) return seat.household;
  return {};
}

SeatScore only_score(WorldFile& file) {
  const auto all = scores(file);
  REQUIRE_MESSAGE(all.has_value(), (all ? "" : all.error().text()));
  REQUIRE(all->size() == 1);
  return all->front();
}

}  // namespace

TEST_CASE("the ghost of a seat lives in the world as if nobody had ever sat there") {
  const test::TempFolder folder;
  test::Play play(folder / "w", test::seed());
  for (int tick = 0; tick < 5; ++tick) {
    play.act(20);
    play.close();
  }
  const Log log = log_of(play.file());
  const rules::HouseholdId seat = first_taken(play.world());
  const rules::World ghost = ghost_world(log.founded, log.entries, seat);
  rules::World untouched = log.founded;
  const rules::HostAction sits = rules::TakeSeat{seat, 42, "Ada", rules::Controller::kAutopilot};
  REQUIRE(rules::apply(untouched, sits) == rules::SeatRefusal::kNone);
  for (int tick = 0; tick < 5; ++tick) rules::close_tick(untouched);
  CHECK(rules::state_hash(ghost) == rules::state_hash(untouched));
  CHECK(rules::state_hash(ghost) != rules::state_hash(play.world()));
}

TEST_CASE("orders that ruin a seat's enterprise score below nothing, and the parts are those of the two worlds") {
  const test::TempFolder folder;
  test::Play play(folder / "w", 11);
  const rules::HouseholdId me = first_taken(play.world());
  // An owner who offers nobody a place, and asks a price nobody pays.
  for (int tick = 0; tick < 12; ++tick) {
    play.ruin();
    play.close();
  }
  const SeatScore score = only_score(play.file());
  CHECK(score.household == me);
  CHECK(score.played.standing == play.world().seats[play.world().households.seat[me]].standing);
  CHECK(score.score() < 0);
  CHECK(score.score() == score.played.standing - score.ghost.standing);
}

TEST_CASE("a seat that changes hands keeps its ghost, and a caretaker's time is not the ghost's") {
  const test::TempFolder folder;
  test::Play play(folder / "w", test::seed());
  play.act(10);
  play.close();
  play.leave();
  play.close();
  const Log log = log_of(play.file());
  const rules::HouseholdId seat = first_taken(play.world());
  const rules::World ghost = ghost_world(log.founded, log.entries, seat);
  CHECK(ghost.tick == play.world().tick);
  CHECK(ghost.seats[ghost.households.seat[seat]].controller == rules::Controller::kAutopilot);
}

}  // namespace tt::persistence
