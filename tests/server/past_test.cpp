// Looking back over a real connection: the same bytes as were told then, and no private thing of anybody before the
// end.
#include <doctest/doctest.h>

#include <fstream>
#include <map>

#include "persistence/copies.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

v1::ServerEnvelope past(Guest& guest, std::uint32_t tick, std::uint32_t as_seat = 0) {
  v1::ClientEnvelope envelope = guest.request();
  envelope.mutable_read_past()->set_tick(tick);
  envelope.mutable_read_past()->set_as_seat_id(as_seat);
  return guest.ask(envelope);
}

v1::ServerEnvelope why_cash(Guest& guest, std::uint32_t tick, std::uint32_t as_seat) {
  v1::ClientEnvelope envelope = guest.request();
  envelope.mutable_ask_why()->set_figure(v1::FIGURE_CASH);
  envelope.mutable_ask_why()->set_tick(tick);
  envelope.mutable_ask_why()->set_as_seat_id(as_seat);
  return guest.ask(envelope);
}

v1::ServerEnvelope course(Guest& guest) {
  v1::ClientEnvelope envelope = guest.request();
  envelope.mutable_read_course();
  return guest.ask(envelope);
}

v1::ServerEnvelope copy(Guest& guest) {
  v1::ClientEnvelope envelope = guest.request();
  envelope.mutable_ask_copy();
  return guest.ask(envelope);
}

/// What somebody who comes now is told.
v1::Snapshot told_now(const TestServer& server) {
  Guest watcher = server.guest("Watcher");
  REQUIRE(watcher.enter("town").has_entered());
  return watcher.client.until([](const auto& envelope) { return envelope.has_snapshot(); }).snapshot();
}

/// Closes the running tick; every guest here with a seat is named.
void close(std::vector<Guest*> seated, std::uint32_t tick) {
  for (Guest* const guest : seated) REQUIRE(guest->ready(tick).has_receipt());
  for (Guest* const guest : seated) guest->until_tick(tick + 1);
}

}  // namespace

TEST_CASE("a view of the past has the same bytes as were told then, live, after the end and after a restart") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const std::uint32_t seat = ann.me().id();
  std::map<std::uint32_t, std::string> told;
  std::map<std::uint32_t, std::string> told_ann;
  for (std::uint32_t tick = 0; tick < 40; ++tick) {
    REQUIRE(ann.effort(9'000 + tick).has_receipt());
    close({&ann}, tick);
    if (tick % 6 != 0) continue;
    told[tick + 1] = told_now(server).SerializeAsString();
    told_ann[tick + 1] = ann.me().SerializeAsString();
  }
  std::string token = ann.token;
  for (const bool again : {false, true}) {
    if (again) server.restart();
    Guest back = server.guest("", token);
    REQUIRE(back.enter("town").has_entered());
    // Backwards, so that no answer is merely the last one played on.
    for (auto at = told.rbegin(); at != told.rend(); ++at) {
      const auto answer = past(back, at->first, seat);
      REQUIRE_MESSAGE(answer.has_past(), answer.ShortDebugString());
      CHECK(answer.past().tick() == at->first);
      CHECK(answer.past().snapshot().SerializeAsString() == at->second);
      CHECK(answer.past().me().SerializeAsString() == told_ann[at->first]);
    }
  }
}

TEST_CASE("while a world runs, a seat's own part is for whoever sat there then, and after its end for all") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  Guest bob = server.seated(v1::ROLE_CAPITALIST, "Bob");
  Guest watcher = server.guest("Watcher");
  REQUIRE(watcher.enter("town").has_entered());
  const std::uint32_t hers = ann.me().id();
  close({&ann, &bob}, 0);
  CHECK(past(ann, 1, hers).past().me().id() == hers);
  for (Guest* const other : {&bob, &watcher}) {
    const auto refused = past(*other, 1, hers);
    CHECK(code_of(refused) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
    CHECK(refused.error().field() == "read_past.as_seat_id");
    CHECK(past(*other, 1).past().has_snapshot());
    CHECK_FALSE(past(*other, 1).past().has_me());
  }
  // Whoever takes the seat over sees it from then on, and nothing of what its former holder did in it.
  v1::ClientEnvelope leave = ann.request();
  leave.mutable_leave_seat();
  REQUIRE(ann.ask(leave).has_receipt());
  v1::ClientEnvelope take = watcher.request();
  take.mutable_take_seat()->set_seat_id(hers);
  REQUIRE(watcher.ask(take).has_receipt());
  close({&bob, &watcher}, 1);
  CHECK(past(watcher, 2, hers).past().me().id() == hers);
  CHECK(code_of(past(watcher, 1, hers)) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
  CHECK(past(ann, 1, hers).past().me().id() == hers);
  CHECK(code_of(past(ann, 2, hers)) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);

  for (std::uint32_t tick = 2; tick < 40; ++tick) close({&bob, &watcher}, tick);
  Guest stranger = server.guest("Stranger");
  REQUIRE(stranger.enter("town").has_entered());
  for (const std::uint32_t tick : {1U, 2U, 40U}) CHECK(past(stranger, tick, hers).past().me().id() == hers);
  CHECK(course(stranger).course().every_seat());
}

TEST_CASE("why, of an earlier close, is what was told then, and only to whom that seat is open") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  Guest bob = server.seated(v1::ROLE_CAPITALIST, "Bob");
  const std::uint32_t hers = ann.me().id();
  std::map<std::uint32_t, std::string> told;
  for (std::uint32_t tick = 0; tick < 40; ++tick) {
    close({&ann, &bob}, tick);
    // Of the first close there is no live answer; later ones are asked now and then.
    if (tick % 9 == 1) told[tick + 1] = why_cash(ann, 0, 0).why().SerializeAsString();
    if (tick == 20) {
      CHECK(why_cash(ann, 2, hers).why().SerializeAsString() == told[2]);
      CHECK(code_of(why_cash(bob, 2, hers)) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
      CHECK(why_cash(bob, 2, hers).error().field() == "ask_why.as_seat_id");
      CHECK(why_cash(ann, 22, hers).error().field() == "ask_why.tick");
      CHECK(code_of(why_cash(ann, 2, 0)) == v1::ERROR_CODE_UNKNOWN_SEAT);
    }
  }
  REQUIRE(told.size() == 5);
  for (const auto& [tick, live] : told) {
    const auto answer = why_cash(bob, tick, hers);
    REQUIRE_MESSAGE(answer.has_why(), answer.ShortDebugString());
    CHECK(answer.why().tick() == tick);
    CHECK(answer.why().SerializeAsString() == live);
  }
  CHECK(why_cash(bob, 1, hers).why().parts_size() > 0);
}

TEST_CASE("what cannot be shown is refused with words: elsewhere, too late a tick, no such seat, too often") {
  TestServer server;
  Guest ann = server.guest("Ann");
  CHECK(code_of(past(ann, 0)) == v1::ERROR_CODE_NOT_IN_WORLD);
  CHECK(code_of(course(ann)) == v1::ERROR_CODE_NOT_IN_WORLD);
  REQUIRE(ann.enter("town").has_entered());
  CHECK(past(ann, 0).past().snapshot().world().tick() == 0);
  const auto early = past(ann, 1);
  CHECK(code_of(early) == v1::ERROR_CODE_MALFORMED);
  CHECK(early.error().field() == "read_past.tick");
  CHECK(early.error().text().find("the last one is 0") != std::string::npos);
  CHECK(code_of(past(ann, 0, 4'000'000'000)) == v1::ERROR_CODE_UNKNOWN_SEAT);
  // All at once: one is worked out, the others are told to wait; then the pages are turned too fast.
  std::map<v1::ErrorCode, int> refused;
  const std::uint64_t before = ann.last_request;
  for (int at = 0; at < 40; ++at) {
    v1::ClientEnvelope envelope = ann.request();
    envelope.mutable_read_course();
    ann.client.send(envelope);
  }
  for (int at = 0; at < 40; ++at)
    ++refused[code_of(ann.client.until([&](const auto& answer) { return answer.request_id() > before; }))];
  CHECK(refused[v1::ERROR_CODE_UNSPECIFIED] > 0);
  CHECK(refused[v1::ERROR_CODE_UNSPECIFIED] <= 16);
  CHECK(refused[v1::ERROR_CODE_BUSY] + refused[v1::ERROR_CODE_RATE_LIMITED] >= 24);
}

TEST_CASE("the course has a column entry a tick, the events that matter, and turning points that add up") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  const std::uint32_t seat = ann.me().id();
  for (std::uint32_t tick = 0; tick < 12; ++tick) close({&ann}, tick);
  const auto told = course(ann);
  REQUIRE_MESSAGE(told.has_course(), told.ShortDebugString());
  const v1::Course& all = told.course();
  CHECK(all.last_tick() == 12);
  CHECK_FALSE(all.every_seat());
  CHECK(all.columns().tick_size() == 13);
  CHECK(all.columns().output_mils_size() == 13);
  CHECK(all.columns().output_mils(12) > 0);
  CHECK(all.columns().firms(12) + all.columns().cooperatives(12) > 0);
  bool seated = false;
  for (const v1::Event& event : all.events())
    seated = seated || (event.kind() == v1::EVENT_KIND_SEAT_TAKEN && event.subject_id() == seat);
  CHECK(seated);
  const auto now = past(ann, 12).past().snapshot();
  for (const v1::SeatCourse& row : all.seats()) {
    REQUIRE(row.first_tick() + static_cast<std::uint32_t>(row.standing_bp_size()) == 13);
    for (int at = 0; at < now.seats().id_size(); ++at)
      if (now.seats().id(at) == row.seat_id())
        CHECK(row.standing_bp(row.standing_bp_size() - 1) == now.seats().standing_bp(at));
    CHECK(row.turning_points_size() <= 3);
    for (const v1::TurningPoint& turn : row.turning_points()) {
      const std::int64_t sum =
          std::int64_t{turn.before_bp()} + turn.wealth_bp() + turn.livelihood_bp() + turn.progress_bp();
      CHECK(sum == turn.now_bp());
      CHECK(turn.tick() == turn.from_tick() + 4);
      CHECK(row.standing_bp(static_cast<int>(turn.tick() - row.first_tick())) == turn.now_bp());
    }
  }
}

TEST_CASE(
    "whoever played takes the finished world home: whole, without what was said in private, and playable elsewhere") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  Guest watcher = server.guest("Watcher");
  REQUIRE(watcher.enter("town").has_entered());
  v1::ClientEnvelope whisper = ann.request();
  whisper.mutable_say()->set_channel(v1::CHAT_CHANNEL_PRIVATE);
  whisper.mutable_say()->set_to_guest_id(watcher.id);
  whisper.mutable_say()->set_text("between us: buy engines");
  REQUIRE(ann.ask(whisper).has_receipt());
  CHECK(code_of(copy(ann)) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
  for (std::uint32_t tick = 0; tick < 40; ++tick) close({&ann}, tick);
  CHECK(code_of(copy(watcher)) == v1::ERROR_CODE_NOT_YOURS_TO_SEE);
  const auto offered = copy(ann);
  REQUIRE_MESSAGE(offered.has_world_copy(), offered.ShortDebugString());
  CHECK(copy(ann).world_copy().path() == offered.world_copy().path());  // made once

  const auto get = [&](const std::string& path) {
    return raw(server.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  };
  const std::string& path = offered.world_copy().path();
  const std::string answer = get(path);
  CHECK(answer.starts_with("HTTP/1.1 200"));
  CHECK(answer.find("Content-Disposition: attachment") != std::string::npos);
  const std::string body = answer.substr(answer.find("\r\n\r\n") + 4);
  CHECK(body.size() == offered.world_copy().bytes());
  CHECK(body.find("between us") == std::string::npos);
  CHECK(get(path.substr(0, path.size() - 1)).starts_with("HTTP/1.1 404"));
  CHECK(get("/download/").starts_with("HTTP/1.1 404"));

  const TempFolder elsewhere;
  const auto file = elsewhere.path() / "home.world";
  std::ofstream(file, std::ios::binary) << body;
  const auto genesis = tt::persistence::check_stranger(file);
  REQUIRE_MESSAGE(genesis.has_value(), genesis.error().text());
  CHECK(genesis->world == "town");
  CHECK(std::filesystem::is_empty(server.folder().path() / "data" / "copies"));
}
