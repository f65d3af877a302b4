// Accounts under attack: what a stolen token, a guesser of passphrases and a forger of files can do here.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "persistence/accounts.hpp"
#include "server/limits.hpp"
#include "server/wall_clock.hpp"
#include "tests/server/support/account_requests.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;

namespace {

constexpr char kPassphrase[] = "a warm bread oven";

}  // namespace

TEST_CASE("a bot's token plays, and has no say over the account") {
  TestServer server;
  Guest ann = server.guest("Ann");
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  const auto made = make_token(ann, "my strategy");
  REQUIRE(made.has_account());
  Guest bot = server.guest("", made.account().token());
  CHECK(bot.id == ann.id);
  CHECK(bot.enter("town").has_entered());
  CHECK(code_of(make_token(bot, "another")) == v1::ERROR_CODE_NOT_FOR_BOTS);
  CHECK(code_of(claim(bot, "bot", "my own passphrase", kPassphrase)) == v1::ERROR_CODE_NOT_FOR_BOTS);
  const v1::Account card = account(ann);
  for (const auto& session : card.sessions())
    CHECK(code_of(end_session(bot, session.session_id())) == v1::ERROR_CODE_NOT_FOR_BOTS);
  CHECK(account(ann).sessions_size() == 2);
}

TEST_CASE("nobody gets off the list of sessions: whoever has to make room is sent away") {
  TestServer server;
  Guest ann = server.guest("Ann");
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  const std::string first = make_token(ann, "bot").account().token();
  Guest bot = server.guest("", first);
  for (const auto then = tt::server::wall_clock_ms(); tt::server::wall_clock_ms() == then;) {
  }
  for (std::size_t n = 2; n < tt::persistence::kSessionsMax; ++n) REQUIRE(make_token(ann, "bot").has_account());
  REQUIRE(make_token(ann, "one more").has_account());
  CHECK(account(ann).sessions_size() == static_cast<int>(tt::persistence::kSessionsMax));
  const auto gone = bot.client.until([](const auto& e) { return e.has_goodbye(); });
  CHECK(gone.goodbye().reason().code() == v1::ERROR_CODE_SESSION_ENDED);

  Guest phone = server.guest();
  REQUIRE(log_in(phone, "ann", kPassphrase).has_welcome());
  const auto told = ann.client.until([](const auto& e) { return e.has_goodbye(); });
  CHECK(told.goodbye().reason().code() == v1::ERROR_CODE_SESSION_ENDED);
  CHECK_FALSE(ann.client.next());
  CHECK(account(phone).sessions_size() == static_cast<int>(tt::persistence::kSessionsMax));
}

TEST_CASE("the tries of a guest's passphrase are counted, whatever login they are to have next") {
  TestServer server;
  Guest ann = server.guest("Ann");
  REQUIRE(claim(ann, "ann", kPassphrase).has_account());
  int judged = 0;
  v1::ErrorCode last = v1::ERROR_CODE_WRONG_SECRET;
  for (int n = 0; n < 20 && last == v1::ERROR_CODE_WRONG_SECRET; ++n) {
    last = code_of(claim(ann, "ann-" + std::to_string(n), "another passphrase", "guess " + std::to_string(n)));
    if (last == v1::ERROR_CODE_WRONG_SECRET) ++judged;
  }
  CHECK(last == v1::ERROR_CODE_RATE_LIMITED);
  CHECK(judged <= static_cast<int>(tt::server::kLoginTriesBurst));
  // They are the same tries as those of logging in.
  Guest eve = server.guest("Eve");
  CHECK(code_of(log_in(eve, "ann", "one more guess")) == v1::ERROR_CODE_RATE_LIMITED);
}

TEST_CASE("of two claims at once one is granted, and its recovery code is good") {
  TestServer server;
  Guest first = server.guest("Ann");
  Guest second = server.guest("", first.token);
  const auto send = [](Guest& guest, const std::string& login, std::uint64_t id) {
    auto request = guest.request();
    request.set_request_id(id);
    request.mutable_claim()->set_login(login);
    request.mutable_claim()->set_passphrase(kPassphrase);
    guest.client.send(request);
  };
  send(first, "ann", 501);
  send(second, "anna", 502);
  const auto one = first.client.answer(501);
  const auto other = second.client.answer(502);
  REQUIRE(one.has_account() != other.has_account());
  const auto& granted = one.has_account() ? one : other;
  Guest phone = server.guest();
  CHECK(log_in(phone, granted.account().login(), granted.account().recovery_code()).has_welcome());
}

TEST_CASE("talk that cannot be seen, turns the line around or towers over it is refused") {
  TestServer server;
  Guest ann = server.seated(v1::ROLE_WORKER, "Ann");
  std::string tower = "a";
  for (int n = 0; n < 200; ++n) tower += "\u0301";
  for (const std::string& line : {std::string("a\u061Cb"), std::string("\u3164"), std::string("hi\U000E0041"), tower})
    CHECK_MESSAGE(code_of(ann.say(v1::CHAT_CHANNEL_WORLD, line)) == v1::ERROR_CODE_BAD_TEXT, line);
  CHECK(ann.say(v1::CHAT_CHANNEL_WORLD, "Wo?  Da\u0308! ❤️ 한국어").has_receipt());
}
