// Worlds for those who were asked in: keys, roles, measures, chat, and what a restart remembers of them.
#include <doctest/doctest.h>

#include "tests/server/support/hosting.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

int worlds_of(Guest& guest) {
  return list_worlds(guest).worlds_size();
}

v1::ChatLine next_line(Guest& guest) {
  return guest.client.until([](const auto& e) { return e.has_chat(); }).chat().lines(0);
}

}  // namespace

TEST_CASE("a private world is neither found nor entered without a key, and an invitation gives its part") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_private(host);
  Guest ann = server.guest("Ann");
  CHECK(worlds_of(host) == 2);
  CHECK(worlds_of(ann) == 1);
  CHECK(code_of(ann.enter(world)) == v1::ERROR_CODE_KEY_NEEDED);
  CHECK(code_of(ann.sit(v1::ROLE_WORKER)) == v1::ERROR_CODE_NOT_IN_WORLD);
  CHECK(code_of(ann.enter_with("guessed", world)) == v1::ERROR_CODE_BAD_KEY);

  REQUIRE(host.enter(world).entered().role() == v1::HOUSE_ROLE_OWNER);
  const auto player = invite(host, v1::HOUSE_ROLE_PLAYER);
  const auto watcher = invite(host, v1::HOUSE_ROLE_SPECTATOR);
  CHECK(ann.enter_with(player.code(), world).entered().role() == v1::HOUSE_ROLE_PLAYER);
  CHECK(ann.sit(v1::ROLE_WORKER).has_receipt());
  CHECK(worlds_of(ann) == 2);
  Guest bob = server.guest("Bob");
  CHECK(code_of(bob.enter_with(player.code(), world)) == v1::ERROR_CODE_BAD_KEY);  // used up
  CHECK(bob.enter_with(watcher.code(), world).entered().role() == v1::HOUSE_ROLE_SPECTATOR);
  CHECK(code_of(bob.sit(v1::ROLE_WORKER)) == v1::ERROR_CODE_WATCHING_ONLY);

  server.restart();
  Guest back = server.guest("", ann.token);
  CHECK(back.enter(world).entered().seat_id() != 0);
  Guest again = server.guest("", host.token);
  REQUIRE(again.enter(world).has_entered());
  const auto house = again.house();
  REQUIRE(house.invitations_size() == 2);
  CHECK(house.invitations(0).used() == 1);
  CHECK(house.invitations(0).code().empty());
  CHECK(back.house().invitations_size() == 0);
}

TEST_CASE("whoever was inside when the door closed is shown out, sits down nowhere, and who has a seat stays") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_world(host, [](v1::CreateWorld&) {});
  REQUIRE(host.enter(world).has_entered());
  Guest seated = server.guest("Seated");
  REQUIRE(seated.enter(world).has_entered());
  REQUIRE(seated.sit(v1::ROLE_WORKER).has_receipt());
  Guest stranger = server.guest("Stranger");
  REQUIRE(stranger.enter(world).has_entered());
  auto close = host.request();
  *close.mutable_set_house()->mutable_rules() = host.house().rules();
  close.mutable_set_house()->mutable_rules()->set_by_invitation(true);
  REQUIRE(host.ask(close).has_receipt());
  const auto out = stranger.client.until([](const auto& e) { return e.has_shown_out(); });
  CHECK(out.shown_out().reason().code() == v1::ERROR_CODE_KEY_NEEDED);
  CHECK(code_of(stranger.sit(v1::ROLE_WORKER)) == v1::ERROR_CODE_NOT_IN_WORLD);
  CHECK(code_of(stranger.enter(world)) == v1::ERROR_CODE_KEY_NEEDED);
  CHECK(seated.effort(9'000).has_receipt());
}

TEST_CASE("somebody who guesses passwords keeps nobody out who comes from elsewhere, nor does a right one use any up") {
  TestServer server(trust_this_machine);
  Guest host = server.guest("Host");
  const std::string world = host_private(host, "correct horse");
  Guest guesser = server.guest_from("203.0.113.7", "Guesser");
  while (code_of(guesser.enter_with("wrong horses", world)) != v1::ERROR_CODE_BUSY) {
  }
  for (int at = 0; at < 30; ++at) {
    Guest friend_ = server.guest_from("198.51.100.9", "Friend" + std::to_string(at));
    const auto answer = friend_.enter_with("correct horse", world);
    CHECK_MESSAGE(answer.has_entered(), answer.ShortDebugString());
  }
}

TEST_CASE("a season is hurried, or its clock changed, by all who have a seat, not by those who happen to be awake") {
  TestServer server([](auto& config) { config.tick = std::chrono::hours(24); });
  Guest asleep = server.seated(v1::ROLE_WORKER, "Asleep");
  Guest awake = server.seated(v1::ROLE_WORKER, "Awake");
  asleep.client.drop();
  CHECK(awake.ready(0).has_receipt());
  auto faster = awake.request();
  faster.mutable_set_clock()->set_tick_seconds(1);
  CHECK(awake.ask(faster).has_receipt());
  Guest back = server.guest("", asleep.token);
  const auto entered = back.enter("town");
  REQUIRE(entered.has_entered());
  const auto clock = back.client.until([](const auto& e) { return e.has_clock(); }).clock();
  CHECK(clock.tick() == 0);
  CHECK(clock.tick_ms() == 24 * 3'600'000);
  CHECK(back.ready(0).has_receipt());  // now all have agreed
  awake.until_tick(1);
}

TEST_CASE("a revoked invitation lets nobody in") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_private(host);
  REQUIRE(host.enter(world).has_entered());
  const auto invitation = invite(host, v1::HOUSE_ROLE_PLAYER, 5);
  auto revoke = host.request();
  revoke.mutable_revoke_invitation()->set_id(invitation.id());
  CHECK(host.ask(revoke).has_receipt());
  Guest ann = server.guest("Ann");
  const auto refused = ann.enter_with(invitation.code(), world);
  CHECK(code_of(refused) == v1::ERROR_CODE_BAD_KEY);
  CHECK(refused.error().text().find("taken back") != std::string::npos);
}

TEST_CASE("a password opens the world, is kept as a slow hash only, and can be taken away") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_private(host, "correct horse");
  Guest ann = server.guest("Ann");
  CHECK(code_of(ann.enter_with("wrong horses", world)) == v1::ERROR_CODE_BAD_KEY);
  CHECK(ann.enter_with("correct horse", world).entered().role() == v1::HOUSE_ROLE_PLAYER);
  REQUIRE(host.enter(world).has_entered());
  CHECK(host.house().has_password());
  auto change = host.request();
  *change.mutable_set_house()->mutable_rules() = host.house().rules();
  change.mutable_set_house()->set_change_password(true);
  CHECK(host.ask(change).has_receipt());
  CHECK(!host.house().has_password());
  Guest bob = server.guest("Bob");
  CHECK(code_of(bob.enter_with("correct horse", world)) == v1::ERROR_CODE_BAD_KEY);
  auto short_one = host.request();
  short_one.mutable_set_house()->mutable_rules();
  short_one.mutable_set_house()->set_change_password(true);
  short_one.mutable_set_house()->set_password("short");
  CHECK(code_of(host.ask(short_one)) == v1::ERROR_CODE_BAD_PASSWORD);
}

TEST_CASE("whoever has left when their key has been looked at is not let in") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_world(host, [](v1::CreateWorld& wish) { wish.set_password("correct horse"); });
  REQUIRE(host.enter(world).has_entered());
  Guest gone = server.guest("Gone");
  Guest elsewhere = server.guest("Elsewhere");
  for (Guest* const guest : {&gone, &elsewhere}) {
    // A wrong key takes its time, and opens what is open to all.
    auto enter = guest->request();
    enter.mutable_enter_world()->set_world(world);
    enter.mutable_enter_world()->set_key("wrong horses");
    guest->client.send(enter);
  }
  gone.client.drop();
  REQUIRE(elsewhere.enter("town").has_entered());
  // Keys are looked at in their turn, two at once: when these have been, those have, too.
  for (const char* const name : {"One", "Two"}) {
    Guest later = server.guest(name);
    CHECK(later.enter_with("wrong horses", world).has_entered());
  }
  const v1::House house = host.house();
  for (const auto& person : house.people())
    CHECK_MESSAGE(!(person.here() && person.name() != "Host" && person.name() != "One" && person.name() != "Two"),
                  person.name());
}

TEST_CASE("measures reach the person, are in everybody's log, and outlive a restart") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST, "Host");
  Guest ann = server.seated(v1::ROLE_MEMBER, "Ann");
  Guest bob = server.seated(v1::ROLE_WORKER, "Bob");
  CHECK(code_of(ann.measure(v1::MEASURE_MUTE, bob.id)) == v1::ERROR_CODE_NOT_MODERATOR);
  CHECK(host.measure(v1::MEASURE_MAKE_MODERATOR, ann.id).has_receipt());
  CHECK(ann.measure(v1::MEASURE_MUTE, bob.id).has_receipt());
  CHECK(code_of(bob.say(v1::CHAT_CHANNEL_WORLD, "hello")) == v1::ERROR_CODE_MUTED);
  CHECK(code_of(ann.measure(v1::MEASURE_BAN, host.id)) == v1::ERROR_CODE_NOT_MODERATOR);
  CHECK(ann.measure(v1::MEASURE_RENAME, bob.id, "Robert").has_receipt());
  CHECK(ann.measure(v1::MEASURE_BAN, bob.id).has_receipt());
  const auto out = bob.client.until([](const auto& e) { return e.has_shown_out(); });
  CHECK(out.shown_out().reason().code() == v1::ERROR_CODE_BANNED);
  CHECK(code_of(bob.effort(9'000)) == v1::ERROR_CODE_NOT_IN_WORLD);
  CHECK(code_of(bob.enter("town")) == v1::ERROR_CODE_BANNED);
  server.restart();
  Guest back = server.guest("", bob.token);
  CHECK(code_of(back.enter("town")) == v1::ERROR_CODE_BANNED);
  Guest reader = server.guest("Reader");
  REQUIRE(reader.enter("town").has_entered());
  const auto house = reader.house();
  REQUIRE(house.log_size() == 4);
  CHECK(house.log(3).measure() == v1::MEASURE_BAN);
  CHECK(house.log(3).by_name() == "Ann");
  CHECK(house.log(3).about_name() == "Robert");
  server.stop();
  CHECK(server.town().problem.empty());
}

TEST_CASE("who is shown out loses no seat and may come back") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST, "Host");
  Guest ann = server.seated(v1::ROLE_MEMBER, "Ann");
  CHECK(host.measure(v1::MEASURE_SHOW_OUT, ann.id).has_receipt());
  ann.client.until([](const auto& e) { return e.has_shown_out(); });
  CHECK(ann.enter("town").entered().seat_id() != 0);
  CHECK(host.measure(v1::MEASURE_FREE_SEAT, ann.id).has_receipt());
  CHECK(ann.enter("town").entered().seat_id() == 0);
}

TEST_CASE("what is said is durable, in order, for its readers only, and answered once") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST, "Host");
  Guest ann = server.seated(v1::ROLE_MEMBER, "Ann");
  Guest bob = server.seated(v1::ROLE_WORKER, "Bob");
  auto line = ann.request();
  line.mutable_say()->set_channel(v1::CHAT_CHANNEL_WORLD);
  line.mutable_say()->set_text("@Bob, wages go up");
  CHECK(ann.ask(line).has_receipt());
  const auto again = ann.ask(line);
  CHECK(again.receipt().repeated());
  CHECK(next_line(bob).text() == "@Bob, wages go up");
  CHECK(ann.say(v1::CHAT_CHANNEL_PRIVATE, "only you", bob.id).has_receipt());
  CHECK(next_line(bob).text() == "only you");
  CHECK(host.say(v1::CHAT_CHANNEL_WORLD, "back to work").has_receipt());
  CHECK(next_line(host).text() == "back to work");
  std::vector<std::string> overheard;
  for (const auto& envelope : host.client.seen)
    for (const auto& one : envelope.chat().lines()) overheard.push_back(one.text());
  CHECK(overheard == std::vector<std::string>{"@Bob, wages go up"});
  server.restart();
  Guest later = server.guest("", host.token);
  REQUIRE(later.enter("town").has_entered());
  const auto chat = later.client.until([](const auto& e) { return e.has_chat(); });
  REQUIRE(chat.chat().lines_size() == 2);
  CHECK(chat.chat().lines(1).text() == "back to work");
  auto off = later.request();
  off.mutable_set_house()->mutable_rules()->set_chat_off(true);
  CHECK(later.ask(off).has_receipt());
  CHECK(code_of(later.say(v1::CHAT_CHANNEL_WORLD, "hush")) == v1::ERROR_CODE_CHAT_OFF);
}

TEST_CASE("who talks faster than others can read is asked to wait") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST, "Host");
  int refused = 0;
  for (int line = 0; line < 20; ++line)
    if (code_of(host.say(v1::CHAT_CHANNEL_WORLD, "and")) == v1::ERROR_CODE_RATE_LIMITED) ++refused;
  CHECK(refused > 0);
  CHECK(refused < 20);
}

TEST_CASE("a world waits for its people before its first tick, and says how many are there") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_world(host, [](v1::CreateWorld& wish) {
    wish.mutable_rules()->set_start_players(2);
    wish.set_no_bots(true);
  });
  REQUIRE(host.enter(world).has_entered());
  CHECK(host.sit(v1::ROLE_CAPITALIST).has_receipt());
  host.client.until([](const auto& e) { return e.clock().pause_reason().find("1 of 2") != std::string::npos; });
  Guest ann = server.guest("Ann");
  REQUIRE(ann.enter(world).has_entered());
  CHECK(ann.sit(v1::ROLE_MEMBER).has_receipt());
  host.client.until([](const auto& e) { return e.has_clock() && !e.clock().paused(); });
}

TEST_CASE("the laws of one scenario hold in another where the host wishes it") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_world(host, [](v1::CreateWorld& wish) { wish.set_laws("mixed-economy"); });
  REQUIRE(host.enter(world).has_entered());
  const auto first = host.client.until([](const auto& e) { return e.has_snapshot(); });
  CHECK(first.snapshot().world().benefit_mils() > 0);
  auto lawless = host.request();
  lawless.mutable_create_world()->set_scenario("hamlet");
  lawless.mutable_create_world()->set_laws("none such");
  CHECK(code_of(host.ask(lawless)) == v1::ERROR_CODE_MALFORMED);
}

TEST_CASE("a rematch takes the group along and tells those who are still there") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_private(host);
  REQUIRE(host.enter(world).has_entered());
  const auto invitation = invite(host, v1::HOUSE_ROLE_PLAYER);
  Guest ann = server.guest("Ann");
  REQUIRE(ann.enter_with(invitation.code(), world).has_entered());
  CHECK(ann.sit(v1::ROLE_MEMBER).has_receipt());
  for (std::uint32_t tick = 0;; ++tick) {
    const auto answer = ann.ready(tick);
    if (code_of(answer) == v1::ERROR_CODE_WORLD_FINISHED) break;
    REQUIRE(answer.has_receipt());
    ann.until_tick(tick + 1);
  }
  const std::string next = host_world(host, [&](v1::CreateWorld& wish) {
    wish.mutable_rules()->set_by_invitation(true);
    wish.set_rematch_of(world);
  });
  const auto told = ann.client.until([](const auto& e) { return !e.clock().rematch_world().empty(); });
  CHECK(told.clock().rematch_world() == next);
  CHECK(ann.enter(next).entered().role() == v1::HOUSE_ROLE_PLAYER);
}
