#include "persistence/accounts.hpp"

#include <doctest/doctest.h>

#include <set>

#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

AccountsFile opened(const std::filesystem::path& path) {
  auto file = AccountsFile::open(path);
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  return std::move(*file);
}

}  // namespace

TEST_CASE("a guest comes back by the token, also after a restart") {
  const test::TempFolder folder;
  NewGuest ada;
  {
    AccountsFile accounts = opened(folder / "accounts");
    ada = *accounts.create_guest("Ada");
    CHECK(ada.token.size() == 43);
    CHECK(ada.guest.id != 0);
  }
  AccountsFile accounts = opened(folder / "accounts");
  const auto back = *accounts.find_by_token(ada.token);
  REQUIRE(back.has_value());
  CHECK(back->id == ada.guest.id);
  CHECK(back->name == "Ada");
  CHECK((*accounts.find(ada.guest.id))->name == "Ada");
  CHECK_FALSE(accounts.find(1)->has_value());
}

TEST_CASE("tokens that were never given out are nobody's") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  const std::string token = accounts.create_guest("Ada")->token;
  std::string other = token;
  other[0] = other[0] == 'A' ? 'B' : 'A';
  for (const std::string& wrong :
       {std::string(), other, token + "A", token.substr(1), std::string(43, '\0'), std::string(100'000, 'x')})
    CHECK_FALSE(accounts.find_by_token(wrong)->has_value());
}

TEST_CASE("the file holds no token, and no two are alike") {
  const test::TempFolder folder;
  std::set<std::string> tokens;
  {
    AccountsFile accounts = opened(folder / "accounts");
    for (int at = 0; at < 50; ++at) tokens.insert(accounts.create_guest("G")->token);
  }
  CHECK(tokens.size() == 50);
  const std::string bytes = test::bytes_of(folder / "accounts");
  for (const std::string& token : tokens) CHECK(bytes.find(token) == std::string::npos);
}

TEST_CASE("a full file says so, counted once and kept count of") {
  const test::TempFolder folder;
  std::int64_t some = 0;
  {
    AccountsFile accounts = opened(folder / "accounts");
    for (; some < 3; ++some) REQUIRE(accounts.create_guest("G").has_value());
  }
  test::sql(folder / "accounts",
            ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
             std::to_string(kGuestsMax - some - 1) + ") INSERT OR IGNORE INTO guest SELECT i, '' FROM n")
                .c_str());
  AccountsFile accounts = opened(folder / "accounts");
  CHECK(accounts.create_guest("the last").has_value());
  CHECK(accounts.create_guest("one more").error().what.find("full") != std::string::npos);
}

TEST_CASE("a guest can be renamed, within reason") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  const std::uint64_t ada = accounts.create_guest("Ada")->guest.id;
  CHECK(*accounts.rename(ada, "Zoë"));
  CHECK((*accounts.find(ada))->name == "Zoë");
  CHECK_FALSE(*accounts.rename(ada + 1, "Nobody"));
  CHECK(accounts.rename(ada, std::string(97, 'x')).has_error());
  CHECK(accounts.rename(ada, "\xC0\x80").has_error());
  CHECK(accounts.create_guest("\xFF").has_error());
  CHECK((*accounts.find(ada))->name == "Zoë");
}

TEST_CASE("a world has one host, a guest hosts many worlds") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  const std::uint64_t ada = accounts.create_guest("Ada")->guest.id;
  const std::uint64_t cem = accounts.create_guest("Cem")->guest.id;
  CHECK_FALSE(accounts.host_of("harbour")->has_value());
  REQUIRE(accounts.set_host("harbour", ada).has_value());
  REQUIRE(accounts.set_host("hamlet", ada).has_value());
  CHECK(**accounts.host_of("harbour") == ada);
  CHECK(*accounts.worlds_hosted_by(ada) == std::vector<std::string>{"hamlet", "harbour"});
  REQUIRE(accounts.set_host("harbour", cem).has_value());
  CHECK(**accounts.host_of("harbour") == cem);
  CHECK(*accounts.worlds_hosted_by(ada) == std::vector<std::string>{"hamlet"});
}

TEST_CASE("a claimed account has one login, which is nobody else's, and can be claimed anew") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  const NewGuest ada = *accounts.create_guest("Ada");
  const std::uint64_t cem = accounts.create_guest("Cem")->guest.id;
  CHECK_FALSE(accounts.account_of(ada.guest.id)->has_value());
  CHECK(*accounts.claim(ada.guest.id, {"ada", "hash one", "code"}));
  CHECK((*accounts.find_by_token(ada.token))->claimed);
  CHECK_FALSE(*accounts.claim(cem, {"ada", "hash two", "code"}));
  CHECK(**accounts.guest_of_login("ada") == ada.guest.id);
  CHECK(*accounts.claim(ada.guest.id, {"ada.l", "hash three", "other"}));
  CHECK_FALSE(accounts.guest_of_login("ada")->has_value());
  CHECK((*accounts.account_of(ada.guest.id))->passphrase == "hash three");
  CHECK(*accounts.claim(cem, {"ada", "hash two", "code"}));
}

TEST_CASE("a guest has many sessions, each of which can be ended, and the oldest makes room") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  const NewGuest ada = *accounts.create_guest("Ada", {"phone", 1'000});
  const std::string desk = accounts.open_session(ada.guest.id, {"desk", 2'000})->token;
  const auto sessions = *accounts.sessions_of(ada.guest.id);
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0].client == "desk");
  CHECK_FALSE(*accounts.end_session(ada.guest.id + 1, sessions[0].id));
  CHECK(*accounts.end_session(ada.guest.id, sessions[0].id));
  CHECK_FALSE(accounts.find_by_token(desk)->has_value());
  CHECK(accounts.find_by_token(ada.token)->has_value());
  CHECK((*accounts.find_by_token(ada.token, {"phone again", 4'000'000}))->session == ada.guest.session);
  CHECK((*accounts.sessions_of(ada.guest.id))[0].client == "phone again");
  for (std::size_t more = 0; more < kSessionsMax; ++more)
    CHECK(accounts.open_session(ada.guest.id, {"other", 5'000'000 + more})->ended ==
          (more + 1 < kSessionsMax ? 0 : ada.guest.session));
  CHECK(accounts.sessions_of(ada.guest.id)->size() == kSessionsMax);
  CHECK_FALSE(accounts.find_by_token(ada.token)->has_value());
  CHECK_FALSE(*accounts.has_session(ada.guest.id, ada.guest.session));
}

TEST_CASE("a bot's token is known as one, and never takes the place of who asks for it") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  const NewGuest ada = *accounts.create_guest("Ada");
  CHECK_FALSE((*accounts.find_by_token(ada.token))->bot);
  for (std::size_t n = 1; n < kSessionsMax; ++n) {
    const auto made = *accounts.open_session(ada.guest.id, {"bot", n}, AccountsFile::For::kBot);
    CHECK(made.ended == 0);
    CHECK((*accounts.find_by_token(made.token))->bot);
  }
  const std::uint64_t oldest_bot = (*accounts.sessions_of(ada.guest.id))[kSessionsMax - 2].id;
  CHECK(accounts.open_session(ada.guest.id, {"bot", 99}, AccountsFile::For::kBot, ada.guest.session)->ended ==
        oldest_bot);
  CHECK(*accounts.has_session(ada.guest.id, ada.guest.session));
  CHECK_FALSE(*accounts.has_session(ada.guest.id + 1, ada.guest.session));
  CHECK(accounts.sessions_of(ada.guest.id)->size() == kSessionsMax);
}

TEST_CASE("idle guests go page by page, tokens and all; who has an account, a world or is needed stays") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  std::vector<NewGuest> idle;
  for (int n = 0; n < 5; ++n) idle.push_back(*accounts.create_guest("Idle", {"", 1'000}));
  const NewGuest late = *accounts.create_guest("Late", {"", 9'000'000});
  const NewGuest claimed = *accounts.create_guest("Claimed", {"", 1'000});
  REQUIRE(*accounts.claim(claimed.guest.id, {"ada", "hash", "code"}));
  const NewGuest host = *accounts.create_guest("Host", {"", 1'000});
  REQUIRE(accounts.set_host("harbour", host.guest.id, 7).has_value());
  CHECK(*accounts.founded_ms("harbour") == 7);
  const NewGuest needed = *accounts.create_guest("Needed", {"", 1'000});
  const NewGuest here = *accounts.create_guest("Here", {"", 1'000});
  REQUIRE(accounts.see(here.guest.id, here.guest.session, 9'000'000).has_value());
  std::size_t gone = 0;
  Forgotten page{AccountsFile::kFromTheFirst, true, 0};
  for (int pages = 0; page.more; ++pages) {
    REQUIRE(pages < 10);
    page =
        *accounts.forget_idle(page.last, 2, 5'000'000, [&](std::uint64_t guest) { return guest == needed.guest.id; });
    gone += page.gone;
  }
  CHECK(gone == idle.size());
  for (const NewGuest& one : idle) {
    CHECK_FALSE(accounts.find_by_token(one.token)->has_value());
    CHECK(accounts.sessions_of(one.guest.id)->empty());
  }
  for (const NewGuest& one : {late, claimed, host, needed, here}) CHECK(accounts.find_by_token(one.token)->has_value());
  REQUIRE(accounts.clear_host("harbour").has_value());
  CHECK_FALSE(accounts.host_of("harbour")->has_value());
  CHECK(*accounts.founded_ms("harbour") == 0);
}

TEST_CASE("accounts of the third format keep their worlds, and whoever was never seen counts as seen") {
  const test::TempFolder folder;
  NewGuest ada;
  {
    AccountsFile accounts = opened(folder / "accounts");
    ada = *accounts.create_guest("Ada");
  }
  test::sql(folder / "accounts",
            "DROP TABLE host; CREATE TABLE host(world TEXT PRIMARY KEY, guest INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
            "INSERT INTO host SELECT 'harbour', id FROM guest; PRAGMA user_version = 3");
  AccountsFile accounts = opened(folder / "accounts");
  CHECK(**accounts.host_of("harbour") == ada.guest.id);
  CHECK(*accounts.founded_ms("harbour") == 0);
  CHECK((*accounts.sessions_of(ada.guest.id))[0].seen_ms > 0);
}

TEST_CASE("a guest is found by number or by login") {
  const test::TempFolder folder;
  AccountsFile accounts = opened(folder / "accounts");
  const std::uint64_t ada = accounts.create_guest("Ada")->guest.id;
  REQUIRE(*accounts.claim(ada, {"ada", "hash", "code"}));
  CHECK(*accounts.guest_called(std::to_string(ada)) == ada);
  CHECK(*accounts.guest_called("ada") == ada);
  for (const char* const nobody : {"", "0", "1", "eve", "-1"}) CHECK(*accounts.guest_called(nobody) == 0);
}

TEST_CASE("accounts of the first format are brought up with their tokens") {
  const test::TempFolder folder;
  std::string token;
  {
    AccountsFile accounts = opened(folder / "accounts");
    token = accounts.create_guest("Ada")->token;
  }
  test::sql(folder / "accounts",
            "DROP TABLE token; CREATE TABLE token(hash BLOB PRIMARY KEY, guest INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
            "INSERT INTO token SELECT hash, guest FROM session; DROP TABLE session; DROP TABLE account; DROP TABLE "
            "login; PRAGMA user_version = 1");
  AccountsFile accounts = opened(folder / "accounts");
  const auto ada = *accounts.find_by_token(token);
  REQUIRE(ada.has_value());
  CHECK(ada->name == "Ada");
  CHECK(accounts.sessions_of(ada->id)->size() == 1);
}

TEST_CASE("accounts of the second format are brought up with their sessions and logins") {
  const test::TempFolder folder;
  NewGuest ada;
  {
    AccountsFile accounts = opened(folder / "accounts");
    ada = *accounts.create_guest("Ada", {"phone", 1'000});
    REQUIRE(*accounts.claim(ada.guest.id, {"ada", "hash", "code"}));
  }
  test::sql(folder / "accounts",
            "DROP TABLE token; ALTER TABLE session RENAME TO s; ALTER TABLE account RENAME TO a;"
            "CREATE TABLE account(guest INTEGER PRIMARY KEY, passphrase TEXT NOT NULL, recovery BLOB NOT NULL) STRICT;"
            "CREATE TABLE session(hash BLOB PRIMARY KEY, id INTEGER NOT NULL, guest INTEGER NOT NULL, client TEXT NOT "
            "NULL, made_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
            "INSERT INTO session SELECT hash, id, guest, client, made_ms, seen_ms FROM s;"
            "INSERT INTO account SELECT guest, passphrase, recovery FROM a;"
            "DROP TABLE s; DROP TABLE a; PRAGMA user_version = 2");
  AccountsFile accounts = opened(folder / "accounts");
  const auto back = *accounts.find_by_token(ada.token);
  REQUIRE(back.has_value());
  CHECK(back->session == ada.guest.session);
  CHECK(back->claimed);
  CHECK_FALSE(back->bot);
  CHECK((*accounts.sessions_of(ada.guest.id))[0].client == "phone");
  CHECK((*accounts.account_of(ada.guest.id))->login == "ada");
  CHECK(**accounts.guest_of_login("ada") == ada.guest.id);
}

TEST_CASE("other files are no accounts, and an accounts file in use says so") {
  const test::TempFolder folder;
  test::sql(folder / "other", "CREATE TABLE recipes(name TEXT)");
  CHECK(AccountsFile::open(folder / "other").error().what.find("not an accounts file") != std::string::npos);
  AccountsFile accounts = opened(folder / "accounts");
  CHECK(AccountsFile::open(folder / "accounts").error().what.find("Another process") != std::string::npos);
}

}  // namespace tt::persistence
