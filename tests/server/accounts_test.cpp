// Guests who claim their account: from another device, by recovery code, and what lets nobody else in.
#include <doctest/doctest.h>

#include <string_view>

#include "server/limits.hpp"
#include "tests/server/support/account_requests.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

constexpr char kPassphrase[] = "a warm bread oven";

}  // namespace

TEST_CASE("a claimed seat is there on another device, by passphrase and by recovery code, also after a restart") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_WORKER, "Ann");
  const auto claimed = claim(ann, "ann", kPassphrase);
  REQUIRE_MESSAGE(claimed.has_account(), claimed.ShortDebugString());
  CHECK(claimed.account().login() == "ann");
  const std::string recovery = claimed.account().recovery_code();
  CHECK(recovery.size() == 22);
  CHECK(account(ann).recovery_code().empty());

  server.restart();
  for (const std::string& secret : {std::string(kPassphrase), recovery}) {
    Guest phone = server.guest("Somebody");
    const auto welcome = log_in(phone, "ann", secret);
    REQUIRE_MESSAGE(welcome.has_welcome(), welcome.ShortDebugString());
    CHECK(welcome.welcome().guest_id() == ann.id);
    CHECK(welcome.welcome().name() == "Ann");
    CHECK(welcome.welcome().claimed());
    CHECK(welcome.welcome().token() != ann.token);
    CHECK(phone.enter("town").entered().seat_id() != 0);
    Guest later = server.guest("", welcome.welcome().token());
    CHECK(later.id == ann.id);
  }
}

TEST_CASE("a wrong secret and an unknown login are answered alike, and only some tries are allowed") {
  TestServer server;
  Guest ann = server.guest("Ann");
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  Guest eve = server.guest("Eve");
  const auto wrong = log_in(eve, "ann", "a cold bread oven");
  const auto nobody = log_in(eve, "nobody", "a cold bread oven");
  CHECK(code_of(wrong) == v1::ERROR_CODE_WRONG_SECRET);
  CHECK(wrong.error().ShortDebugString() == nobody.error().ShortDebugString());
  CHECK(code_of(log_in(eve, "ann", "")) == v1::ERROR_CODE_WRONG_SECRET);
  v1::ErrorCode last = v1::ERROR_CODE_UNSPECIFIED;
  for (int tries = 0; tries < static_cast<int>(tt::server::kLoginTriesBurst) && last != v1::ERROR_CODE_RATE_LIMITED;
       ++tries)
    last = code_of(log_in(eve, "ann", "still not it"));
  CHECK(last == v1::ERROR_CODE_RATE_LIMITED);
  CHECK(account(eve).login().empty());  // still herself
}

TEST_CASE("who is taken as another leaves the world of the one before") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_WORKER, "Ann");
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  Guest bob = server.seated(v1::ROLE_WORKER, "Bob");
  REQUIRE(log_in(bob, "ann", kPassphrase).has_welcome());
  CHECK(code_of(bob.effort(9'000)) == v1::ERROR_CODE_NOT_IN_WORLD);
}

TEST_CASE("a login has one owner, and a new passphrase asks for the old one") {
  TestServer server;
  Guest ann = server.guest("Ann");
  Guest bob = server.guest("Bob");
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  CHECK(code_of(claim(bob, "ann", "another passphrase")) == v1::ERROR_CODE_LOGIN_TAKEN);
  CHECK(code_of(claim(bob, "Bob Smith", "another passphrase")) == v1::ERROR_CODE_BAD_LOGIN);
  CHECK(code_of(claim(bob, "bob", "too short")) == v1::ERROR_CODE_BAD_PASSPHRASE);
  CHECK(code_of(claim(ann, "ann", "a newer passphrase")) == v1::ERROR_CODE_WRONG_SECRET);
  CHECK(code_of(claim(ann, "ann", "a newer passphrase", "not the old one")) == v1::ERROR_CODE_WRONG_SECRET);
  REQUIRE(claim(ann, "anna", "a newer passphrase", kPassphrase).has_account());
  CHECK(code_of(log_in(bob, "anna", kPassphrase)) == v1::ERROR_CODE_WRONG_SECRET);
  CHECK(log_in(bob, "anna", "a newer passphrase").has_welcome());
}

TEST_CASE("an ended session is sent away and its token is good for nothing; another's cannot be ended") {
  TestServer server;
  Guest ann = server.guest("Ann");
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  Guest phone = server.guest();
  const std::string token = log_in(phone, "ann", kPassphrase).welcome().token();
  const v1::Account both = account(ann);
  REQUIRE(both.sessions_size() == 2);
  std::string other;
  for (const auto& session : both.sessions())
    if (!session.mine()) other = session.session_id();
  Guest eve = server.guest("Eve");
  CHECK(code_of(end_session(eve, other)) == v1::ERROR_CODE_UNKNOWN_SESSION);
  CHECK(code_of(end_session(ann, "nonsense")) == v1::ERROR_CODE_UNKNOWN_SESSION);

  const auto left = end_session(ann, other);
  REQUIRE(left.has_account());
  CHECK(left.account().sessions_size() == 1);
  const auto told = phone.client.until([](const auto& e) { return e.has_goodbye(); });
  CHECK(told.goodbye().reason().code() == v1::ERROR_CODE_SESSION_ENDED);
  CHECK_FALSE(phone.client.next());
  auto again = ann.request();
  again.mutable_hello()->set_protocol_version(1);
  again.mutable_hello()->set_token(token);
  CHECK(code_of(ann.ask(again)) == v1::ERROR_CODE_BAD_TOKEN);
}

TEST_CASE("a token made for a bot is the same guest's, listed by its name") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_WORKER, "Ann");
  const auto made = make_token(ann, "my strategy");
  REQUIRE(made.account().token().size() > 20);
  CHECK(made.account().sessions_size() == 2);
  Guest bot = server.guest("", made.account().token());
  CHECK(bot.id == ann.id);
  CHECK(bot.enter("town").entered().seat_id() != 0);
  bool listed = false;
  const v1::Account card = account(ann);
  for (const auto& session : card.sessions()) listed = listed || session.client() == "my strategy";
  CHECK(listed);
}

TEST_CASE("a world for claimed accounts seats who has one") {
  TestServer server;
  Guest host = server.guest("Host");
  auto found = host.request();
  found.mutable_create_world()->set_scenario("hamlet");
  found.mutable_create_world()->mutable_rules()->set_claimed_only(true);
  const auto made = host.ask(found);
  REQUIRE(made.has_world_list());
  Guest ann = server.guest("Ann");
  REQUIRE(ann.enter(made.world_list().worlds(0).name()).has_entered());
  CHECK(code_of(ann.sit(v1::ROLE_WORKER)) != v1::ERROR_CODE_UNSPECIFIED);
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  CHECK(ann.sit(v1::ROLE_WORKER).has_receipt());
}
