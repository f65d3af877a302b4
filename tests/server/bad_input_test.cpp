// What must not work: each refused with a code of its own, and the world as it was.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "protocol/limits.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

struct Case {
  const char* what;
  v1::ErrorCode code;
  std::function<void(v1::ClientEnvelope&)> change;
};

}  // namespace

TEST_CASE("bad requests have each their code and leave the world as it is") {
  TestServer server([](auto& config) { config.caps.presence_grace = std::chrono::hours(1); });
  Guest owner = server.seated(v1::ROLE_CAPITALIST, "Owner");
  const auto me = owner.me();
  REQUIRE(me.books_size() > 0);
  const std::uint32_t firm = me.books(0).enterprise_id();
  Guest ann = server.seated(v1::ROLE_MEMBER, "Ann");
  server.stop();
  const auto before = server.town();
  server.start();
  Guest member = server.guest("", ann.token);
  REQUIRE(member.enter("town").has_entered());

  const std::vector<Case> cases{
      {"out of range", v1::ERROR_CODE_EFFORT_OUT_OF_RANGE,
       [](auto& e) { e.mutable_act()->mutable_set_effort()->set_effort_bp(60'000); }},
      {"another's enterprise", v1::ERROR_CODE_NOT_OWNER,
       [&](auto& e) {
         e.mutable_act()->mutable_offer_work()->set_enterprise_id(firm);
         e.mutable_act()->mutable_offer_work()->set_wage_mils(100'000'000);
       }},
      {"no such enterprise", v1::ERROR_CODE_UNKNOWN_ENTERPRISE,
       [](auto& e) { e.mutable_act()->mutable_apply_for_work()->set_enterprise_id(999); }},
      {"an empty action", v1::ERROR_CODE_MALFORMED, [](auto& e) { e.mutable_act(); }},
      {"a second seat", v1::ERROR_CODE_ALREADY_SEATED,
       [](auto& e) { e.mutable_take_seat()->set_role(v1::ROLE_WORKER); }},
      {"no role", v1::ERROR_CODE_MALFORMED, [](auto& e) { e.mutable_take_seat(); }},
      {"a role that is none", v1::ERROR_CODE_MALFORMED,
       [](auto& e) { e.mutable_take_seat()->set_role(static_cast<v1::Role>(77)); }},
      {"an hour and more for a tick", v1::ERROR_CODE_MALFORMED,
       [](auto& e) { e.mutable_set_clock()->set_extend_seconds(3'601); }},
      {"another's rules of the house", v1::ERROR_CODE_NOT_HOST,
       [](auto& e) { e.mutable_set_house()->mutable_rules()->set_chat_off(true); }},
      {"an invitation by a guest", v1::ERROR_CODE_NOT_HOST,
       [](auto& e) { e.mutable_make_invitation()->set_role(v1::HOUSE_ROLE_PLAYER); }},
      {"a measure by a guest", v1::ERROR_CODE_NOT_MODERATOR,
       [](auto& e) { e.mutable_take_measure()->set_measure(v1::MEASURE_BAN); }},
      {"a line without a channel", v1::ERROR_CODE_MALFORMED, [](auto& e) { e.mutable_say()->set_text("hello"); }},
      {"a line of nothing", v1::ERROR_CODE_BAD_TEXT,
       [](auto& e) { e.mutable_say()->set_channel(v1::CHAT_CHANNEL_WORLD); }},
      {"a second hello without the token", v1::ERROR_CODE_BAD_TOKEN,
       [](auto& e) { e.mutable_hello()->set_protocol_version(1); }},
      {"no such world", v1::ERROR_CODE_UNKNOWN_WORLD, [](auto& e) { e.mutable_enter_world()->set_world("../town"); }},
  };
  for (const Case& one : cases) {
    CAPTURE(one.what);
    auto request = member.request();
    one.change(request);
    CHECK(code_of(member.ask(request)) == one.code);
  }
  auto empty = member.request();
  member.client.send(empty);
  CHECK(code_of(member.client.answer(empty.request_id())) == v1::ERROR_CODE_MALFORMED);
  // A request of a later version: field 60, of length 0.
  const auto later = member.request();
  REQUIRE(member.client.send_raw(later.SerializeAsString() + "\xe2\x03" + '\0'));
  CHECK(code_of(member.client.answer(later.request_id())) == v1::ERROR_CODE_UNKNOWN_REQUEST);
  // Readiness for a tick long past: answered, without effect.
  CHECK(member.ready(7).has_receipt());
  CHECK(member.enter("town").has_entered());
  const auto clock = member.client.until([](const auto& e) { return e.has_clock(); });
  CHECK(clock.clock().ready() == 0);
  server.stop();
  const auto after = server.town();
  CHECK(after.state_hash == before.state_hash);
  CHECK(after.entries == before.entries);
}

TEST_CASE("what is no request is refused, and the connection goes on") {
  TestServer server;
  Guest ann(server.door(Mapping::kBinary));
  const auto refusal = [&](std::string_view frame) {
    REQUIRE(ann.client.send_raw(frame));
    return code_of(ann.client.until([](const auto& e) { return e.has_error(); }));
  };
  CHECK(refusal("\xff\xff\xff\xff") == v1::ERROR_CODE_MALFORMED);
  CHECK(refusal(std::string(tt::protocol::kClientFrameBytesMax + 1, 'x')) == v1::ERROR_CODE_TOO_LARGE);
  v1::ClientEnvelope no_id;
  no_id.mutable_ping();
  CHECK(refusal(no_id.SerializeAsString()) == v1::ERROR_CODE_MALFORMED);
  CHECK(code_of(ann.effort(1)) == v1::ERROR_CODE_NOT_IN_WORLD);

  Guest bob(server.door(Mapping::kJson));
  const auto said = [&](std::string_view frame) {
    REQUIRE(bob.client.send_raw(frame));
    return bob.client.until([](const auto& e) { return e.has_error(); }).error();
  };
  CHECK(said("{\"request_id\":").code() == v1::ERROR_CODE_MALFORMED);
  CHECK(said(R"({"request_id":"9","act":{"set_effort":{"effort":1}}})").code() == v1::ERROR_CODE_MALFORMED);
  CHECK(said(R"({"request_id":"9","conquer":{}})").code() == v1::ERROR_CODE_UNKNOWN_REQUEST);
  CHECK(said(std::string(100, '[')).code() == v1::ERROR_CODE_MALFORMED);
}

TEST_CASE("a frame far too large, or text that is none, ends the connection") {
  TestServer server;
  Guest ann = server.guest();
  ann.client.send_raw(std::string(64 * 1024, 'x'));
  CHECK(!ann.client.next().has_value());
  Guest bob(server.door(Mapping::kJson));
  bob.client.send_raw("{\"request_id\":\"9\",\"hello\":{\"name\":\"\xc3\x28\"}}");
  CHECK(!bob.client.next().has_value());
}

TEST_CASE("a hello is needed, with a version, a sound name and a token that was given out") {
  TestServer server;
  Client client(server.door());
  REQUIRE(client.is_open());
  std::uint64_t id = 0;
  const auto said = [&](const std::function<void(v1::ClientEnvelope&)>& change) {
    v1::ClientEnvelope envelope;
    envelope.set_request_id(++id);
    change(envelope);
    client.send(envelope);
    return client.answer(id);
  };
  CHECK(code_of(said([](auto& e) { e.mutable_list_worlds(); })) == v1::ERROR_CODE_HELLO_REQUIRED);
  CHECK(said([](auto& e) { e.mutable_ping(); }).has_pong());
  CHECK(code_of(said([](auto& e) { e.mutable_hello()->set_protocol_version(2); })) ==
        v1::ERROR_CODE_VERSION_UNSUPPORTED);
  const auto hello = [&](const std::string& name, const std::string& token) {
    return code_of(said([&](auto& e) {
      e.mutable_hello()->set_protocol_version(1);
      e.mutable_hello()->set_name(name);
      e.mutable_hello()->set_token(token);
    }));
  };
  CHECK(hello("a\nb", "") == v1::ERROR_CODE_BAD_NAME);
  CHECK(hello(std::string(25, 'a'), "") == v1::ERROR_CODE_BAD_NAME);
  CHECK(hello("Eve", std::string(43, 'A')) == v1::ERROR_CODE_BAD_TOKEN);
  CHECK(hello("Eve", std::string(4000, 'A')) == v1::ERROR_CODE_BAD_TOKEN);
  CHECK(hello("Eve", "") == v1::ERROR_CODE_UNSPECIFIED);
}

TEST_CASE("a finished world takes no action and no seat") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_CAPITALIST);
  for (std::uint32_t tick = 0; tick < 40; ++tick) {
    CHECK(ann.ready(tick).has_receipt());
    ann.until_tick(tick + 1);
  }
  CHECK(code_of(ann.effort(9'000)) == v1::ERROR_CODE_WORLD_FINISHED);
  CHECK(code_of(ann.ready(40)) == v1::ERROR_CODE_WORLD_FINISHED);
  Guest bob = server.guest();
  CHECK(bob.enter("town").has_entered());
  CHECK(code_of(bob.sit(v1::ROLE_MEMBER)) == v1::ERROR_CODE_WORLD_FINISHED);
}

TEST_CASE("only pages of this server and programs may open a WebSocket, at its address, in its language") {
  TestServer server;
  const auto status = [&](const std::function<void(Door&)>& change) {
    Door door = server.door();
    change(door);
    return Client(door).status();
  };
  CHECK(status([](Door&) {}) == 101);
  CHECK(status([](Door& d) { d.origin = "http://localhost"; }) == 101);
  CHECK(status([](Door& d) { d.origin = "http://evil.example"; }) == 403);
  CHECK(status([](Door& d) { d.origin = "null"; }) == 403);
  CHECK(status([](Door& d) { d.host = "evil.example"; }) == 421);
  CHECK(status([](Door& d) { d.host = d.origin = "http://evil.example"; }) == 421);
  CHECK(status([](Door& d) { d.target = "/socket"; }) == 404);
  CHECK(status([](Door& d) { d.subprotocol = ""; }) == 400);
  CHECK(status([](Door& d) { d.subprotocol = "chess.v1"; }) == 400);
  CHECK(status([](Door& d) { d.subprotocol = "chess.v1, technotariat.v1.proto"; }) == 101);
}
