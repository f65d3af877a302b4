// What people live on: sitting down, acting, coming back.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/server/support/test_server.hpp"

using namespace tt::test;

TEST_CASE("a guest says hello, enters, sits down, acts and gets a receipt, in both mappings") {
  TestServer server;
  for (const Mapping mapping : {Mapping::kBinary, Mapping::kJson}) {
    CAPTURE(static_cast<int>(mapping));
    Guest ann(server.door(mapping), "Ann");
    CHECK(ann.name == "Ann");
    CHECK(ann.token.size() == 43);
    const auto entered = ann.enter("town");
    REQUIRE(entered.has_entered());
    CHECK(entered.entered().seat_id() == 0);
    const auto snapshot = ann.client.next();
    REQUIRE(snapshot->has_snapshot());
    CHECK(snapshot->snapshot().world().name() == "town");
    CHECK(ann.client.next()->has_clock());
    CHECK(ann.sit(v1::ROLE_MEMBER).has_receipt());
    CHECK(ann.me().role() == v1::ROLE_MEMBER);
    const auto receipt = ann.effort(11'000);
    REQUIRE(receipt.has_receipt());
    CHECK(receipt.receipt().tick() == 1);
    CHECK(receipt.receipt().journal_index() > 0);
    CHECK(ann.me().effort_bp() == 11'000);
  }
}

TEST_CASE("two people in two roles close a tick by being ready and both see it") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  Guest bob = server.seated(v1::ROLE_MEMBER, "Bob");
  CHECK(ann.ready(0).has_receipt());
  CHECK(bob.ready(0).has_receipt());
  for (Guest* const guest : {&ann, &bob}) {
    const auto delta = guest->client.until([](const auto& e) { return e.has_delta() && e.delta().has_world(); });
    CHECK(delta.delta().world().tick() == 1);
    CHECK(delta.sequence() > 0);
    CHECK(guest->me().payslip().tick() <= 1);
    guest->until_tick(1);
  }
  server.stop();
  const auto town = server.town();
  CHECK(town.tick == 1);
  CHECK(town.problem.empty());
}

TEST_CASE("a token keeps the seat across a reconnect and across a restart of the server") {
  TestServer server;
  Guest first = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const std::uint32_t seat = first.me().id();
  first.client.drop();
  {
    Guest again = server.guest("", first.token);
    CHECK(again.id == first.id);
    CHECK(again.name == "Ann");
    CHECK(again.enter("town").entered().seat_id() == seat);
    CHECK(again.me().id() == seat);
  }
  server.restart();
  Guest after = server.guest("", first.token);
  CHECK(after.id == first.id);
  CHECK(after.enter("town").entered().seat_id() == seat);
  CHECK(after.effort(9'000).has_receipt());
}

TEST_CASE("who comes back gets exactly the frames that were missed") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  Guest bob = server.seated(v1::ROLE_MEMBER, "Bob");
  Guest watcher = server.guest("Watcher");
  const auto entered = watcher.enter("town");
  const std::uint64_t last = watcher.client.next()->sequence();
  watcher.client.drop();
  for (std::uint32_t tick = 0; tick < 3; ++tick) {
    CHECK(ann.ready(tick).has_receipt());
    CHECK(bob.ready(tick).has_receipt());
    ann.until_tick(tick + 1);
    bob.until_tick(tick + 1);
  }
  Guest back = server.guest("", watcher.token);
  const auto again = back.enter("town", last, entered.entered().epoch());
  REQUIRE(again.has_entered());
  CHECK(again.entered().resumed());
  std::uint64_t expected = last;
  std::uint32_t tick = 0;
  while (tick < 3) {
    const auto frame = back.client.next();
    REQUIRE(frame->has_delta());
    CHECK(frame->sequence() == ++expected);
    tick = std::max(tick, frame->delta().world().tick());
  }
  SUBCASE("and a snapshot when the numbers are another run's") {
    Guest other = server.guest("", watcher.token);
    CHECK(!other.enter("town", last, "another").entered().resumed());
    CHECK(other.client.next()->has_snapshot());
  }
  SUBCASE("and a snapshot when too much was missed") {
    for (std::uint32_t at = 3; at < 40; ++at) {
      CHECK(ann.ready(at).has_receipt());
      CHECK(bob.ready(at).has_receipt());
      ann.until_tick(at + 1);
      bob.until_tick(at + 1);
    }
    Guest late = server.guest("", watcher.token);
    const auto state = late.enter("town", 1, entered.entered().epoch());
    const auto next = late.client.next();
    CHECK(next->has_snapshot() != state.entered().resumed());
  }
}

TEST_CASE("a request sent again is answered again and applied once, also after a restart") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const auto request = ann.effort_request(8'000);
  const auto first = ann.ask(request);
  REQUIRE(first.has_receipt());
  CHECK(!first.receipt().repeated());
  const auto second = ann.ask(request);
  CHECK(second.receipt().repeated());
  CHECK(second.receipt().journal_index() == first.receipt().journal_index());
  const auto refused = ann.effort_request(90'000);
  CHECK(code_of(ann.ask(refused)) == v1::ERROR_CODE_EFFORT_OUT_OF_RANGE);
  CHECK(code_of(ann.ask(refused)) == v1::ERROR_CODE_EFFORT_OUT_OF_RANGE);
  auto reused = request;
  reused.mutable_act()->mutable_set_effort()->set_effort_bp(7'000);
  CHECK(code_of(ann.ask(reused)) == v1::ERROR_CODE_REQUEST_ID_REUSED);

  server.restart();
  Guest back = server.guest("", ann.token);
  CHECK(back.enter("town").has_entered());
  const auto third = back.ask(request);
  CHECK(third.receipt().repeated());
  CHECK(third.receipt().journal_index() == first.receipt().journal_index());
  CHECK(third.receipt().tick() == first.receipt().tick());
  server.stop();
  CHECK(server.town().actions == 1);
}

TEST_CASE("hello again, with the token, changes the name; with another's it is refused") {
  TestServer server;
  Guest ann = server.guest("Ann");
  Guest bob = server.guest("Bob");
  const auto again = [&](const std::string& name, const std::string& token) {
    auto hello = ann.request();
    hello.mutable_hello()->set_protocol_version(1);
    hello.mutable_hello()->set_name(name);
    hello.mutable_hello()->set_token(token);
    return ann.ask(hello);
  };
  CHECK(again("Anna", ann.token).welcome().name() == "Anna");
  CHECK(code_of(again("Eve", bob.token)) == v1::ERROR_CODE_BAD_TOKEN);
  CHECK(server.guest("", ann.token).name == "Anna");
  CHECK(server.guest("", bob.token).name == "Bob");
}

TEST_CASE("the lobby lists worlds, and a guest can host one") {
  TestServer server;
  Guest ann = server.guest("Ann");
  auto request = ann.request();
  request.mutable_list_worlds();
  const auto before = ann.ask(request);
  REQUIRE(before.world_list().worlds_size() == 1);
  CHECK(before.world_list().worlds(0).name() == "town");
  CHECK(before.world_list().worlds(0).free_member_seats() == 3);
  auto create = ann.request();
  create.mutable_create_world()->set_scenario("hamlet");
  create.mutable_create_world()->set_title("Ann's");
  create.mutable_create_world()->set_tick_seconds(5);
  const auto created = ann.ask(create);
  REQUIRE_MESSAGE(created.world_list().worlds_size() == 2, created.ShortDebugString());
  CHECK(created.world_list().worlds(0).title() == "Ann's");
  const std::string world = created.world_list().worlds(0).name();
  CHECK(ann.enter(world).entered().host());
  CHECK(ann.client.until([](const auto& e) { return e.has_clock(); }).clock().tick_ms() == 1'800'000);
  create.set_request_id(++ann.last_request);
  create.mutable_create_world()->set_scenario("nowhere");
  CHECK(code_of(ann.ask(create)) == v1::ERROR_CODE_MALFORMED);
  server.restart();
  Guest back = server.guest("", ann.token);
  CHECK(back.enter(world).entered().host());
}

TEST_CASE("a seat can be given up and taken by somebody else") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST);
  const std::uint32_t seat = ann.me().id();
  auto leave = ann.request();
  leave.mutable_leave_seat();
  CHECK(ann.ask(leave).has_receipt());
  CHECK(code_of(ann.effort(9'000)) == v1::ERROR_CODE_NOT_SEATED);
  Guest bob = server.guest();
  CHECK(bob.enter("town").has_entered());
  auto take = bob.request();
  take.mutable_take_seat()->set_seat_id(seat);
  CHECK(bob.ask(take).has_receipt());
  CHECK(bob.me().id() == seat);
}
