// Those without a seat over a real connection: what they are shown of a world that shows them less, when, and what
// becomes of it when somebody sits down, gets up, the rules change, the server starts anew, or the world ends.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

constexpr std::uint32_t kEnd = 40;  // of the hamlet

std::string late_world(Guest& host, std::uint32_t delay, v1::SpectatorSight sight = v1::SPECTATOR_SIGHT_PUBLIC) {
  auto request = host.request();
  request.mutable_create_world()->set_scenario("hamlet");
  request.mutable_create_world()->set_no_bots(true);
  request.mutable_create_world()->mutable_rules()->set_spectator_delay_ticks(delay);
  request.mutable_create_world()->mutable_rules()->set_spectator_sight(sight);
  const auto made = host.ask(request);
  REQUIRE_MESSAGE(made.has_world_list(), made.ShortDebugString());
  return made.world_list().worlds(0).name();
}

v1::ServerEnvelope set_rules(Guest& host, std::uint32_t delay, v1::SpectatorSight sight = v1::SPECTATOR_SIGHT_PUBLIC) {
  auto request = host.request();
  request.mutable_set_house()->mutable_rules()->set_spectator_delay_ticks(delay);
  request.mutable_set_house()->mutable_rules()->set_spectator_sight(sight);
  return host.ask(request);
}

v1::ServerEnvelope past(Guest& guest, std::uint32_t tick, std::uint32_t as_seat = 0) {
  auto request = guest.request();
  request.mutable_read_past()->set_tick(tick);
  request.mutable_read_past()->set_as_seat_id(as_seat);
  return guest.ask(request);
}

v1::Course course(Guest& guest) {
  auto request = guest.request();
  request.mutable_read_course();
  return guest.ask(request).course();
}

v1::ServerEnvelope leave_seat(Guest& guest) {
  auto request = guest.request();
  request.mutable_leave_seat();
  return guest.ask(request);
}

v1::Snapshot next_snapshot(Guest& guest) {
  return guest.client.until([](const auto& envelope) { return envelope.has_snapshot(); }).snapshot();
}

v1::Entered next_entered(Guest& guest) {
  return guest.client.until([](const auto& envelope) { return envelope.has_entered(); }).entered();
}

/// What somebody new is shown, and by which clock.
struct Shown {
  v1::Snapshot snapshot;
  v1::Clock clock;
};
Shown shown_now(const TestServer& server, const std::string& world) {
  Guest watcher = server.guest("Watcher");
  REQUIRE(watcher.enter(world).has_entered());
  Shown shown{next_snapshot(watcher), {}};
  // Just after a start the clock may be there before the snapshot.
  for (const auto& envelope : watcher.client.seen)
    if (envelope.has_clock()) shown.clock = envelope.clock();
  if (shown.clock.tick_ms() == 0)
    shown.clock = watcher.client.until([](const auto& envelope) { return envelope.has_clock(); }).clock();
  return shown;
}

void come_back(std::optional<Guest>& guest, const TestServer& server, const std::string& world) {
  const std::string token = guest->token;
  guest.emplace(server.guest("", token));
  REQUIRE(guest->enter(world).has_entered());
}

/// Closes the running tick; the one guest with a seat is named.
void close(Guest& seated, std::uint32_t tick) {
  REQUIRE(seated.effort(9'000 + tick).has_receipt());
  REQUIRE(seated.ready(tick).has_receipt());
  seated.until_tick(tick + 1);
}

/// Every tick of the world that this guest has been told of so far.
std::set<std::uint32_t> ticks_told(Guest& guest) {
  static_cast<void>(guest.house());  // everything sent before it has come
  std::set<std::uint32_t> ticks;
  for (const v1::ServerEnvelope& envelope : guest.client.seen) {
    if (envelope.has_snapshot()) ticks.insert(envelope.snapshot().world().tick());
    if (envelope.has_delta() && envelope.delta().has_world()) ticks.insert(envelope.delta().world().tick());
  }
  guest.client.seen.clear();
  return ticks;
}

bool heard_of(Guest& guest, const std::string& text) {
  static_cast<void>(guest.house());
  bool heard = false;
  for (const v1::ServerEnvelope& envelope : guest.client.seen)
    for (const v1::ChatLine& line : envelope.chat().lines()) heard |= line.text() == text;
  guest.client.seen.clear();
  return heard;
}

}  // namespace

TEST_CASE("whoever has no seat is shown the public view some closes late, live and looking back, and all at the end") {
  TestServer server;
  std::optional<Guest> ann(server.guest("Ann"));
  const std::string world = late_world(*ann, 2);
  REQUIRE(ann->enter(world).has_entered());
  REQUIRE(ann->sit(v1::ROLE_CAPITALIST).has_receipt());
  std::optional<Guest> eve(server.guest("Eve"));
  REQUIRE(eve->enter(world).has_entered());
  for (std::uint32_t tick = 0; tick < 5; ++tick) close(*ann, tick);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{0, 1, 2, 3});

  for (const bool again : {false, true}) {
    if (again) {
      server.restart();
      come_back(ann, server, world);
      come_back(eve, server, world);
    }
    const Shown shown = shown_now(server, world);
    CHECK(shown.snapshot.world().tick() == 3);
    CHECK(shown.snapshot.SerializeAsString() == past(*ann, 3).past().snapshot().SerializeAsString());
    CHECK(shown.clock.tick() == 5);
    CHECK(shown.clock.spectator_tick() == 3);
    CHECK(shown.clock.spectator_delay_ticks() == 2);
    CHECK(past(*ann, 5).has_past());
    CHECK(past(*eve, 3).has_past());
    const auto refused = past(*eve, 4);
    CHECK(code_of(refused) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
    CHECK(refused.error().field() == "read_past.tick");
    CHECK(course(*eve).last_tick() == 3);
    CHECK(course(*ann).last_tick() == 5);
    CHECK(course(*eve).columns().tick_size() == 4);
  }

  static_cast<void>(ticks_told(*eve));
  for (std::uint32_t tick = 5; tick < kEnd; ++tick) close(*ann, tick);
  const auto told = ticks_told(*eve);
  CHECK(told.size() == kEnd - 3);
  CHECK(*told.rbegin() == kEnd);
  CHECK(past(*eve, kEnd).has_past());
  CHECK(course(*eve).every_seat());
  server.stop();
}

TEST_CASE("sitting down opens the present, and getting up closes it again") {
  TestServer server;
  Guest ann = server.guest("Ann");
  const std::string world = late_world(ann, 3);
  REQUIRE(ann.enter(world).has_entered());
  REQUIRE(ann.sit(v1::ROLE_CAPITALIST).has_receipt());
  for (std::uint32_t tick = 0; tick < 4; ++tick) close(ann, tick);

  Guest bob = server.guest("Bob");
  const std::string behind = bob.enter(world).entered().epoch();
  CHECK(next_snapshot(bob).world().tick() == 1);
  auto take = bob.request();
  take.mutable_take_seat()->set_role(v1::ROLE_WORKER);
  bob.client.send(take);
  const auto seated = next_entered(bob);
  CHECK(seated.seat_id() != 0);
  CHECK(seated.epoch() != behind);
  CHECK(next_snapshot(bob).world().tick() == 4);
  CHECK(bob.me().id() == seated.seat_id());
  CHECK(past(bob, 4).has_past());

  REQUIRE(leave_seat(bob).has_receipt());
  CHECK(bob.client.seen.size() > 0);
  CHECK(bob.enter(world).entered().epoch() == behind);
  CHECK(next_snapshot(bob).world().tick() == 1);
  CHECK(code_of(past(bob, 4)) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
  // Nobody is shown two times at once: what follows is for watchers only.
  static_cast<void>(ticks_told(bob));
  close(ann, 4);
  CHECK(ticks_told(bob) == std::set<std::uint32_t>{2});
}

TEST_CASE("who sits where is shown as it is now, so that a free seat can be found") {
  TestServer server;
  Guest ann = server.guest("Ann");
  const std::string world = late_world(ann, 5);
  REQUIRE(ann.enter(world).has_entered());
  REQUIRE(ann.sit(v1::ROLE_CAPITALIST).has_receipt());
  close(ann, 0);
  const Shown shown = shown_now(server, world);
  CHECK(shown.snapshot.world().tick() == 0);
  const auto& seats = shown.snapshot.seats();
  CHECK(std::count(seats.name().begin(), seats.name().end(), "Ann") == 1);
}

TEST_CASE("nothing before the end means the founded world, and cannot be undone once a tick has closed") {
  TestServer server;
  std::optional<Guest> ann(server.guest("Ann"));
  const std::string world = late_world(*ann, 0, v1::SPECTATOR_SIGHT_NOTHING);
  REQUIRE(ann->enter(world).has_entered());
  REQUIRE(ann->sit(v1::ROLE_CAPITALIST).has_receipt());
  REQUIRE(set_rules(*ann, 0).has_receipt());
  REQUIRE(set_rules(*ann, 0, v1::SPECTATOR_SIGHT_NOTHING).has_receipt());
  std::optional<Guest> eve(server.guest("Eve"));
  REQUIRE(eve->enter(world).has_entered());
  for (std::uint32_t tick = 0; tick < 3; ++tick) close(*ann, tick);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{0});
  const auto refused = set_rules(*ann, 20);
  CHECK(code_of(refused) == v1::ERROR_CODE_MALFORMED);
  CHECK(refused.error().field() == "set_house.rules.spectator_sight");
  CHECK(code_of(past(*eve, 1)) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
  const Shown shown = shown_now(server, world);
  CHECK(shown.snapshot.world().tick() == 0);
  CHECK(shown.clock.tick() == 3);
  CHECK(shown.clock.spectator_sight() == v1::SPECTATOR_SIGHT_NOTHING);
  server.restart();
  CHECK(shown_now(server, world).snapshot.world().tick() == 0);
  come_back(ann, server, world);
  come_back(eve, server, world);
  for (std::uint32_t tick = 3; tick < kEnd; ++tick) close(*ann, tick);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{0, kEnd});
  CHECK(shown_now(server, world).snapshot.world().tick() == kEnd);
}

TEST_CASE("a delay set while a world runs holds from then on, for those who watch already, and is in the log") {
  TestServer server;
  std::optional<Guest> ann(server.seated(v1::ROLE_CAPITALIST, "Ann"));
  std::optional<Guest> eve(server.guest("Eve"));
  REQUIRE(eve->enter("town").has_entered());
  close(*ann, 0);
  close(*ann, 1);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{0, 1, 2});
  REQUIRE(set_rules(*ann, 2).has_receipt());
  CHECK(code_of(set_rules(*ann, 21)) == v1::ERROR_CODE_MALFORMED);
  close(*ann, 2);
  close(*ann, 3);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{2});
  close(*ann, 4);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{3});
  server.restart();
  CHECK(shown_now(server, "town").snapshot.world().tick() == 3);
  come_back(ann, server, "town");
  come_back(eve, server, "town");
  static_cast<void>(next_snapshot(*eve));
  // Ticks up to 5 closed under a delay of two and come out by it.
  REQUIRE(set_rules(*ann, 0).has_receipt());
  CHECK(ticks_told(*eve).empty());
  close(*ann, 5);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{4});
  close(*ann, 6);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{5, 6, 7});
  close(*ann, 7);
  CHECK(ticks_told(*eve) == std::set<std::uint32_t>{8});
  const auto house = eve->house();
  REQUIRE(house.log_size() == 2);
  CHECK(house.log(0).rules().spectator_delay_ticks() == 2);
  CHECK(house.log(1).rules().spectator_delay_ticks() == 0);
}

TEST_CASE("players' talk reaches watchers when its tick has come out, and watchers talk among themselves at once") {
  TestServer server;
  Guest ann = server.guest("Ann");
  const std::string world = late_world(ann, 1);
  REQUIRE(ann.enter(world).has_entered());
  REQUIRE(ann.sit(v1::ROLE_CAPITALIST).has_receipt());
  Guest eve = server.guest("Eve");
  Guest mia = server.guest("Mia");
  REQUIRE(eve.enter(world).has_entered());
  REQUIRE(mia.enter(world).has_entered());
  close(ann, 0);
  REQUIRE(ann.say(v1::CHAT_CHANNEL_WORLD, "we sell").has_receipt());
  REQUIRE(ann.say(v1::CHAT_CHANNEL_PRIVATE, "for you alone", eve.id).has_receipt());
  REQUIRE(eve.say(v1::CHAT_CHANNEL_WORLD, "what do you think").has_receipt());
  CHECK(heard_of(mia, "what do you think"));
  CHECK(heard_of(ann, "what do you think"));
  for (Guest* const watcher : {&eve, &mia}) CHECK_FALSE(heard_of(*watcher, "we sell"));
  // Coming in anew tells no more.
  REQUIRE(mia.enter(world).has_entered());
  CHECK_FALSE(heard_of(mia, "we sell"));
  close(ann, 1);
  CHECK_FALSE(heard_of(eve, "we sell"));
  close(ann, 2);
  CHECK(heard_of(mia, "we sell"));
  static_cast<void>(eve.house());
  int private_lines = 0;
  for (const auto& envelope : eve.client.seen)
    for (const v1::ChatLine& line : envelope.chat().lines()) private_lines += line.text() == "for you alone" ? 1 : 0;
  CHECK(private_lines == 1);
}
