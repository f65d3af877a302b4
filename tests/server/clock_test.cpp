// Time and presence: deadlines, pauses, caretakers, bots.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <vector>

#include "persistence/verify.hpp"
#include "server/admin/admin_socket.hpp"
#include "server/world/tick_clock.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using namespace std::chrono_literals;
using tt::server::TickClock;

namespace {

v1::Clock clock_until(Guest& guest, const std::function<bool(const v1::Clock&)>& wanted) {
  return guest.client.until([&](const auto& e) { return e.has_clock() && wanted(e.clock()); }).clock();
}

v1::Controller controller_until(Guest& guest, std::uint32_t seat, v1::Controller wanted) {
  guest.client.until([&](const auto& e) {
    const auto& seats = e.has_snapshot() ? e.snapshot().seats() : e.delta().seats();
    for (int row = 0; row < seats.id_size(); ++row)
      if (seats.id(row) == seat && seats.controller(row) == wanted) return true;
    return false;
  });
  return wanted;
}

}  // namespace

TEST_CASE("a tick's clock runs, stands, goes on where it stood, and changes its pace") {
  const TickClock::Time start{};
  TickClock clock(10s);
  CHECK(clock.remaining(start + 5s) == 10s);
  clock.run(start);
  CHECK(clock.remaining(start + 4s) == 6s);
  clock.stop(start + 4s);
  CHECK(clock.remaining(start + 100s) == 6s);
  clock.run(start + 100s);
  CHECK(*clock.deadline() == start + 106s);
  clock.set_tick(3s, start + 101s);
  CHECK(clock.remaining(start + 101s) == 3s);
  clock.set_tick(20s, start + 102s);
  CHECK(clock.remaining(start + 102s) == 2s);
  clock.start_tick(start + 104s);
  CHECK(clock.remaining(start + 104s) == 20s);
  CHECK(clock.remaining(start + 200s) == 0s);
  TickClock later(10s, 3s);
  later.run(start);
  CHECK(*later.deadline() == start + 13s);
  later.start_tick(start + 13s);
  CHECK(*later.deadline() == start + 23s);
}

TEST_CASE("worlds that are found at the start close one after the other, and none before its time") {
  TestServer server([](auto& config) { config.tick = 40s; });
  Guest host = server.guest("Host");
  for (int world = 0; world < 3; ++world) {
    auto wish = host.request();
    wish.mutable_create_world()->set_scenario("hamlet");
    wish.mutable_create_world()->set_no_bots(true);
    CHECK(host.ask(wish).has_world_list());
  }
  const auto left = [&] {
    std::vector<std::uint32_t> all;
    Guest watcher = server.guest();
    auto ask = watcher.request();
    ask.mutable_list_worlds();
    const auto list = watcher.ask(ask);
    for (const auto& world : list.world_list().worlds()) {
      REQUIRE(watcher.enter(world.name()).has_entered());
      all.push_back(clock_until(watcher, [](const auto&) { return true; }).remaining_ms());
    }
    return all;
  };
  CHECK(left() == std::vector<std::uint32_t>{40'000, 40'000, 40'000, 40'000});
  server.restart();
  CHECK(left() == std::vector<std::uint32_t>{40'000, 42'500, 45'000, 47'500});
}

TEST_CASE("a deadline closes the tick without anybody being ready") {
  TestServer server([](auto& config) { config.tick = 60ms; });
  Guest ann = server.seated(v1::ROLE_MEMBER);
  ann.until_tick(3);
}

TEST_CASE("a world stands while nobody who has a seat is there, and says so") {
  TestServer server([](auto& config) { config.tick = 50ms; });
  Guest watcher = server.guest();
  REQUIRE(watcher.enter("town").has_entered());
  const auto standing = clock_until(watcher, [](const auto&) { return true; });
  CHECK(standing.paused());
  CHECK(standing.pause_reason().find("Nobody") != std::string::npos);
  CHECK(standing.tick() == 0);
  Guest ann = server.seated(v1::ROLE_MEMBER);
  clock_until(watcher, [](const auto& clock) { return !clock.paused() && clock.tick() >= 1 && clock.present() == 1; });
  ann.client.drop();
  clock_until(watcher, [](const auto& clock) { return clock.paused() && clock.present() == 0; });
}

TEST_CASE("the host pauses and changes the pace; one of the others alone may not, and a watcher cannot even wish") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST);
  Guest other = server.seated(v1::ROLE_MEMBER);
  auto pause = host.request();
  pause.mutable_set_clock()->set_paused(true);
  pause.mutable_set_clock()->set_tick_seconds(90);
  CHECK(host.ask(pause).has_receipt());
  const auto clock = clock_until(other, [](const auto& c) { return c.paused(); });
  CHECK(clock.tick_ms() == 90'000);
  CHECK(clock.pause_reason().find("paused") != std::string::npos);
  CHECK(host.ready(0).has_receipt());
  CHECK(other.ready(0).has_receipt());
  auto go = host.request();
  go.mutable_set_clock()->set_paused(false);
  CHECK(host.ask(go).has_receipt());
  other.until_tick(1);
  auto no = other.request();
  no.mutable_set_clock()->set_paused(true);
  CHECK(other.ask(no).has_receipt());
  const auto wish = clock_until(host, [](const auto& c) { return c.wishes_size() == 1; });
  CHECK(!wish.paused());
  CHECK(wish.wishes(0).votes() == 1);
  CHECK(wish.wishes(0).needed() == 2);
  Guest watcher = server.guest();
  REQUIRE(watcher.enter("town").has_entered());
  no.set_request_id(++watcher.last_request);
  CHECK(code_of(watcher.ask(no)) == v1::ERROR_CODE_NOT_HOST);
  auto slow = host.request();
  slow.mutable_set_clock()->set_tick_seconds(100'000'000);
  CHECK(code_of(host.ask(slow)) == v1::ERROR_CODE_MALFORMED);
}

TEST_CASE("more time and another pace leave a standing world standing, whoever asks, and after a restart too") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST);
  auto pause = host.request();
  pause.mutable_set_clock()->set_paused(true);
  CHECK(host.ask(pause).has_receipt());
  auto pace = host.request();
  pace.mutable_set_clock()->set_tick_seconds(90);
  CHECK(host.ask(pace).has_receipt());
  const auto slower = clock_until(host, [](const auto& c) { return c.tick_ms() == 90'000; });
  CHECK(slower.paused());
  const auto data = server.folder() / "data";
  // As `technotariat admin extend` says it.
  const std::string extend = R"(town {"request_id":"1","set_clock":{"extend_seconds":600}})";
  CHECK(tt::server::ask_server(data, extend).find("receipt") != std::string::npos);
  const auto longer = clock_until(host, [](const auto& c) { return c.remaining_ms() > 600'000; });
  CHECK(longer.paused());
  auto nothing = host.request();
  nothing.mutable_set_clock();
  CHECK(code_of(host.ask(nothing)) == v1::ERROR_CODE_MALFORMED);
  server.restart();
  Guest back = server.guest("", host.token);
  REQUIRE(back.enter("town").has_entered());
  CHECK(clock_until(back, [](const auto& c) { return c.present() == 1; }).paused());
}

TEST_CASE("more than half of the seated people who are here decide about the clock without their host") {
  TestServer server;
  {
    Guest host = server.seated(v1::ROLE_CAPITALIST);
    host.client.drop();
  }
  Guest ann = server.seated(v1::ROLE_MEMBER);
  Guest bob = server.seated(v1::ROLE_MEMBER);
  const auto wish_of = [](Guest& guest, bool paused, std::uint32_t extend) {
    auto wish = guest.request();
    wish.mutable_set_clock()->set_paused(paused);
    wish.mutable_set_clock()->set_extend_seconds(extend);
    CHECK(guest.ask(wish).has_receipt());
  };
  wish_of(ann, true, 0);
  wish_of(bob, false, 600);  // another wish: no majority for either
  CHECK(!clock_until(ann, [](const auto& c) { return c.wishes_size() == 2; }).paused());
  wish_of(bob, true, 0);
  const auto paused = clock_until(ann, [](const auto& c) { return c.paused(); });
  CHECK(paused.wishes_size() == 0);
  wish_of(ann, false, 600);
  wish_of(bob, false, 600);
  const auto longer = clock_until(ann, [](const auto& c) { return !c.paused() && c.wishes_size() == 0; });
  CHECK(longer.remaining_ms() > longer.tick_ms());
  server.restart();
  Guest back = server.guest("", ann.token);
  REQUIRE(back.enter("town").has_entered());
  const auto log = back.house();
  REQUIRE(log.log_size() == 2);
  CHECK(log.log(0).deed() == v1::HOUSE_DEED_PAUSED);
  CHECK(log.log(0).by_vote());
  CHECK(log.log(1).deed() == v1::HOUSE_DEED_EXTENDED);
}

TEST_CASE("a caretaker takes over after the grace and gives way when the person is back") {
  TestServer server([](auto& config) { config.caps.presence_grace = 100ms; });
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const std::uint32_t seat = ann.me().id();
  Guest bob = server.seated(v1::ROLE_MEMBER, "Bob");
  ann.client.drop();
  controller_until(bob, seat, v1::CONTROLLER_CARETAKER);
  Guest back = server.guest("", ann.token);
  CHECK(back.enter("town").entered().seat_id() == seat);
  controller_until(bob, seat, v1::CONTROLLER_PLAYER);
  CHECK(back.effort(9'000).has_receipt());
  server.stop();
  CHECK(server.town().problem.empty());
}

TEST_CASE("who never comes back after a restart is kept by the caretaker too") {
  TestServer server([](auto& config) { config.caps.presence_grace = 100ms; });
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const std::uint32_t seat = ann.me().id();
  server.restart();
  Guest watcher = server.guest();
  REQUIRE(watcher.enter("town").has_entered());
  controller_until(watcher, seat, v1::CONTROLLER_CARETAKER);
}

TEST_CASE("when the demo world has come to its end, there is another one to play") {
  TestServer server([](auto& config) {
    config.demo = true;
    config.tick = 5ms;
    config.caps.requests_per_second = config.caps.requests_burst = 1e9;
  });
  Guest ann = server.guest("Ann");
  REQUIRE(ann.enter("demo").has_entered());
  REQUIRE(ann.sit(v1::ROLE_WORKER).has_receipt());
  clock_until(ann, [](const auto& clock) { return clock.pause_reason().find("end") != std::string::npos; });
  v1::ServerEnvelope list;
  do {
    auto request = ann.request();
    request.mutable_list_worlds();
    list = ann.ask(request);
  } while (list.world_list().worlds_size() < 3);
  CHECK(list.world_list().worlds(1).name() == "demo-2");
}

TEST_CASE("bots play through the same door as people and give way to them") {
  TestServer server([](auto& config) {
    config.demo = true;
    config.tick = 80ms;
    config.make_bot = [](tt::rules::Role, std::uint64_t, std::string_view) {
      return [](const auto&, const auto&, std::uint64_t) {
        return std::vector<tt::rules::Action>{tt::rules::SetEffort{11'500}, tt::rules::SetEffort{-5}};
      };
    };
  });
  Guest ann = server.guest("Ann");
  REQUIRE(ann.enter("demo").has_entered());
  const auto snapshot = ann.client.next()->snapshot();
  int capitalist_bots = 0;
  int seats = 0;
  std::uint32_t bot = 0;
  for (int row = 0; row < snapshot.seats().id_size(); ++row) {
    if (snapshot.seats().role(row) != v1::ROLE_CAPITALIST) continue;
    ++seats;
    if (snapshot.seats().controller(row) == v1::CONTROLLER_BOT) {
      ++capitalist_bots;
      bot = snapshot.seats().id(row);
    }
  }
  CHECK(capitalist_bots > 0);
  CHECK(seats - capitalist_bots >= 2);
  auto take = ann.request();
  take.mutable_take_seat()->set_seat_id(bot);
  CHECK(ann.ask(take).has_receipt());
  CHECK(ann.me().id() == bot);
  ann.until_tick(1);
  server.stop();
  auto loaded = tt::persistence::verify(server.folder() / "data" / "worlds" / "demo.world");
  REQUIRE(loaded.has_value());
  CHECK(loaded->sound());
}
