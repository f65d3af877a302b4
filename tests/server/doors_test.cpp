// What strangers can and cannot do at the doors of a server: however many guests they are, and whatever they are
// called.
#include <doctest/doctest.h>

#include <cctype>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "server/storage/data_folder.hpp"
#include "tests/server/support/hosting.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

constexpr char kHere[] = "203.0.113.9";
constexpr char kThere[] = "203.0.113.10";

/// What a first hello is answered with.
v1::ServerEnvelope hello_from(const TestServer& server, const std::string& address, const std::string& token = {}) {
  Door door = server.door();
  door.forwarded_for = address;
  Client client(door);
  v1::ClientEnvelope hello;
  hello.set_request_id(1);
  hello.mutable_hello()->set_protocol_version(1);
  hello.mutable_hello()->set_token(token);
  client.send(hello);
  return *client.next();
}

std::string get(std::uint16_t port, const std::string& path) {
  return raw(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

v1::ServerEnvelope get_up(Guest& guest) {
  auto request = guest.request();
  request.mutable_leave_seat();
  return guest.ask(request);
}

/// What they are called at their seat, as the people's list of the town tells it.
std::string name_of(Guest& reader, const Guest& about) {
  const v1::House house = reader.house();
  for (const auto& person : house.people())
    if (person.guest_id() == about.id) return person.name();
  return {};
}

}  // namespace

TEST_CASE("an address makes so many new guests, those it made come back, and other addresses make theirs") {
  TestServer server([](auto& config) {
    trust_this_machine(config);
    config.caps.guests_per_address_per_hour = 3;
  });
  const std::string token = hello_from(server, kHere).welcome().token();
  for (int n = 1; n < 3; ++n) CHECK(hello_from(server, kHere).has_welcome());
  CHECK(code_of(hello_from(server, kHere)) == v1::ERROR_CODE_GUEST_LIMIT);
  // Written by the client, added to by the proxy.
  CHECK(code_of(hello_from(server, std::string("198.51.100.1, ") + kHere)) == v1::ERROR_CODE_GUEST_LIMIT);
  CHECK(hello_from(server, kHere, token).has_welcome());
  CHECK(hello_from(server, kThere).has_welcome());
  // One customer's, whatever its lower half.
  for (int n = 0; n < 3; ++n) CHECK(hello_from(server, "2001:db8::" + std::to_string(n)).has_welcome());
  CHECK(code_of(hello_from(server, "2001:db8::ffff:1")) == v1::ERROR_CODE_GUEST_LIMIT);
}

TEST_CASE("without a trusted proxy nobody's word for an address counts") {
  TestServer server([](auto& config) { config.caps.guests_per_address_per_hour = 1; });
  for (int n = 0; n < 5; ++n) CHECK(hello_from(server, kHere).has_welcome());
}

TEST_CASE("an address founds so many worlds, whoever it is today, and one that could not be founded is not counted") {
  TestServer server([](auto& config) {
    trust_this_machine(config);
    config.caps.worlds_per_address_per_hour = 2;
  });
  Guest ann = server.guest_from(kHere);
  Guest bob = server.guest_from(kHere);
  CHECK(code_of(ask_for_world(ann, [](auto& wish) { wish.set_laws("none such"); })) == v1::ERROR_CODE_MALFORMED);
  CHECK(ask_for_world(ann).has_world_list());
  CHECK(ask_for_world(bob).has_world_list());
  Guest cem = server.guest_from(kHere);
  CHECK(code_of(ask_for_world(cem)) == v1::ERROR_CODE_FOUNDING_LIMIT);
  Guest far = server.guest_from(kThere);
  CHECK(ask_for_world(far).has_world_list());
}

TEST_CASE("an address talks so much in a world, however many guests it is") {
  TestServer server([](auto& config) {
    trust_this_machine(config);
    config.caps.chat_per_address_per_minute = 1;
    config.caps.chat_per_address_burst = 4;
  });
  int told = 0;
  for (int n = 0; n < 4; ++n) {
    Guest one = server.guest_from(kHere);
    REQUIRE(one.enter("town").has_entered());
    for (int line = 0; line < 2; ++line) told += one.say(v1::CHAT_CHANNEL_WORLD, "and again").has_receipt() ? 1 : 0;
  }
  CHECK(told == 4);
  Guest other = server.guest_from(kThere);
  REQUIRE(other.enter("town").has_entered());
  CHECK(other.say(v1::CHAT_CHANNEL_WORLD, "my turn").has_receipt());
}

TEST_CASE("nothing unlisted is named to a stranger: not by metrics, not by readiness, not when it has failed") {
  TestServer server([](auto& config) { config.metrics = true; });
  Guest host = server.guest("Host");
  const std::string secret = host_private(host);
  CHECK(has(get(server.port(), "/metrics"), "technotariat_tick{world=\"town\"} 0\n"));
  CHECK(has(get(server.port(), "/metrics"), "technotariat_tick{world=\"#"));
  CHECK_FALSE(has(get(server.port(), "/metrics"), secret));
  server.stop();
  std::filesystem::resize_file(tt::server::DataFolder::world_path(server.folder() / "data", secret), 512);
  server.start();
  CHECK(has(get(server.port(), "/readyz"), "ready: 2 worlds; failed: 1\n"));
  for (const char* const path : {"/metrics", "/readyz"}) CHECK_FALSE(has(get(server.port(), path), secret));
  CHECK(has(get(server.port(), "/metrics"), "technotariat_world_failed{world=\"#"));
  Guest stranger = server.guest("Stranger");
  CHECK(list_worlds(stranger).worlds_size() == 1);
  Guest back = server.guest("", host.token);
  const auto mine = list_worlds(back);
  REQUIRE(mine.worlds_size() == 2);
  CHECK(mine.worlds(0).failed() != mine.worlds(1).failed());
}

TEST_CASE("whom a host has renamed keeps that name in that world, whatever they do") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST, "Host");
  Guest rude = server.seated(v1::ROLE_WORKER, "Something rude");
  REQUIRE(host.measure(v1::MEASURE_RENAME, rude.id, "Somebody").has_receipt());
  CHECK(name_of(host, rude) == "Somebody");
  REQUIRE(get_up(rude).has_receipt());
  REQUIRE(rude.sit(v1::ROLE_MEMBER).has_receipt());
  CHECK(name_of(host, rude) == "Somebody");
  // Another name of their own choice, and a restart, change nothing; nor do those who read.
  server.restart();
  Guest again = server.guest("Ruder still", rude.token);
  again.last_request = rude.last_request;
  REQUIRE(again.enter("town").has_entered());
  REQUIRE(get_up(again).has_receipt());
  REQUIRE(again.say(v1::CHAT_CHANNEL_WORLD, "hello").has_receipt());
  REQUIRE(again.sit(v1::ROLE_WORKER).has_receipt());
  Guest reader = server.guest("Reader");
  REQUIRE(reader.enter("town").has_entered());
  const auto chat = reader.client.until([](const auto& e) { return e.has_chat(); });
  CHECK(name_of(reader, again) == "Somebody");
  CHECK(chat.chat().lines(0).name() == "Somebody");
  const v1::House house = reader.house();
  const auto& row = house.log(house.log_size() - 1);
  CHECK(row.measure() == v1::MEASURE_RENAME);
  CHECK(row.about_name() == "Something rude");
  CHECK(row.new_name() == "Somebody");
}

TEST_CASE(
    "whoever acts in a seat takes no spectator's part: they are told to get up first, and the invitation stays good") {
  TestServer server;
  Guest host = server.seated(v1::ROLE_CAPITALIST, "Host");
  const auto watcher = invite(host, v1::HOUSE_ROLE_SPECTATOR);
  Guest ann = server.seated(v1::ROLE_WORKER, "Ann");
  CHECK(code_of(ann.enter_with(watcher.code(), "town")) == v1::ERROR_CODE_GET_UP_FIRST);
  CHECK(ann.enter("town").entered().seat_id() != 0);
  CHECK(ann.effort(9'000).has_receipt());
  REQUIRE(get_up(ann).has_receipt());
  CHECK(ann.enter_with(watcher.code(), "town").entered().role() == v1::HOUSE_ROLE_SPECTATOR);
  CHECK(code_of(ann.sit(v1::ROLE_WORKER)) == v1::ERROR_CODE_WATCHING_ONLY);
}

TEST_CASE("no two people of a world are called what looks alike") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  std::set<std::string> names{"Ann"};
  for (const char* const like : {"ann", "ANN", "\uFF21nn", "Ann"}) {
    Guest other = server.seated(v1::ROLE_WORKER, like);
    names.insert(name_of(ann, other));
    CHECK(name_of(ann, other) == std::string(like) + ' ' + std::to_string(names.size()));
    REQUIRE(other.say(v1::CHAT_CHANNEL_WORLD, "it is me").has_receipt());
    const auto line = ann.client.until([](const auto& e) { return e.has_chat(); }).chat().lines(0);
    CHECK(line.name() == name_of(ann, other));
  }
  CHECK(names.size() == 5);
  // One who only watches talks under a name of their own, too; and a host gives nobody another's.
  Guest watcher = server.guest("aNN");
  REQUIRE(watcher.enter("town").has_entered());
  CHECK(name_of(ann, watcher) != "aNN");
  CHECK(code_of(ann.measure(v1::MEASURE_RENAME, watcher.id, "ANn")) == v1::ERROR_CODE_NAME_TAKEN);
  CHECK(ann.measure(v1::MEASURE_RENAME, watcher.id, "Watcher").has_receipt());
  CHECK(name_of(ann, watcher) == "Watcher");
  server.restart();
  Guest late = server.guest("aNn");
  REQUIRE(late.enter("town").has_entered());
  CHECK(name_of(late, late) != "aNn");
}

TEST_CASE("no enterprise bears a name that looks like another's") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST, "Ann");
  REQUIRE(ann.enter("town").has_entered());
  const auto told = ann.client.until([](const auto& e) { return e.has_snapshot(); });
  REQUIRE(told.snapshot().enterprises().name_size() > 0);
  std::string shouted = told.snapshot().enterprises().name(0);
  for (char& c : shouted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  auto request = ann.request();
  auto& founding = *request.mutable_act()->mutable_found_enterprise();
  founding.set_form(v1::FORM_PROPRIETARY);
  founding.set_product(v1::GOOD_PROVISIONS);
  founding.set_capital_mils(1);
  founding.set_name(shouted);
  CHECK(code_of(ann.ask(request)) == v1::ERROR_CODE_NAME_IN_USE);
  auto other = ann.request();
  *other.mutable_act() = request.act();
  other.mutable_act()->mutable_found_enterprise()->set_name("Nobody Else's");
  CHECK(code_of(ann.ask(other)) != v1::ERROR_CODE_NAME_IN_USE);
}

TEST_CASE("a rematch that is not in the list is not named in a world that anybody may read") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_world(host, [](auto& wish) { wish.set_no_bots(true); });
  REQUIRE(host.enter(world).has_entered());
  REQUIRE(host.sit(v1::ROLE_MEMBER).has_receipt());
  for (std::uint32_t tick = 0; host.ready(tick).has_receipt(); ++tick) host.until_tick(tick + 1);
  const std::string next = host_world(host, [&](auto& wish) {
    wish.mutable_rules()->set_unlisted(true);
    wish.set_rematch_of(world);
  });
  Guest reader = server.guest("Reader");
  REQUIRE(reader.enter(world).has_entered());
  CHECK(reader.client.until([](const auto& e) { return e.has_clock(); }).clock().rematch_world().empty());
  const v1::House house = reader.house();
  for (const auto& row : house.log()) CHECK(row.world() != next);
}
