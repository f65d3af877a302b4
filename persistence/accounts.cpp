#include "persistence/accounts.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "persistence/files.hpp"
#include "persistence/sqlite/database.hpp"
#include "persistence/sqlite/layout.hpp"
#include "protocol/codec/json_shape.hpp"
#include "protocol/limits.hpp"

namespace tt::persistence {

namespace {

// "TTAC"; worlds have another.
constexpr std::int64_t kApplicationId = 0x54544143;

constexpr std::array<sqlite::Table, 6> kTables{{
    {"account",
     "CREATE TABLE account(guest INTEGER PRIMARY KEY, login TEXT NOT NULL, passphrase TEXT NOT NULL, recovery BLOB NOT "
     "NULL) STRICT"},
    {"guest", "CREATE TABLE guest(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"},
    {"host",
     "CREATE TABLE host(world TEXT PRIMARY KEY, guest INTEGER NOT NULL, founded_ms INTEGER NOT NULL) STRICT, WITHOUT "
     "ROWID"},
    {"login", "CREATE TABLE login(login TEXT PRIMARY KEY, guest INTEGER NOT NULL) STRICT, WITHOUT ROWID"},
    {"session",
     "CREATE TABLE session(guest INTEGER NOT NULL, id INTEGER NOT NULL, hash BLOB NOT NULL, client TEXT NOT NULL, "
     "made_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL, bot INTEGER NOT NULL, PRIMARY KEY(guest, id)) STRICT, "
     "WITHOUT ROWID"},
    {"token",
     "CREATE TABLE token(hash BLOB PRIMARY KEY, guest INTEGER NOT NULL, session INTEGER NOT NULL) STRICT, WITHOUT "
     "ROWID"},
}};
// Format 1 knew tokens without a device, and no accounts. Format 2 looked through all sessions for those of one guest,
// and did not know bots' tokens from others. Format 3 did not say when a world was founded, and forgot nobody: whoever
// was never seen counts as seen now.
constexpr std::array<sqlite::Migration, 3> kMigrations{
    {{1, 2,
      "CREATE TABLE account(guest INTEGER PRIMARY KEY, passphrase TEXT NOT NULL, recovery BLOB NOT NULL) STRICT;"
      "CREATE TABLE login(login TEXT PRIMARY KEY, guest INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE session(hash BLOB PRIMARY KEY, id INTEGER NOT NULL, guest INTEGER NOT NULL, client TEXT NOT NULL, "
      "made_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
      "INSERT INTO session SELECT hash, abs(random() % 9007199254740991) + 1, guest, '', 0, 0 FROM token;"
      "DROP TABLE token;"},
     {2, 3,
      "ALTER TABLE session RENAME TO old_session;"
      "ALTER TABLE account RENAME TO old_account;"
      "CREATE TABLE account(guest INTEGER PRIMARY KEY, login TEXT NOT NULL, passphrase TEXT NOT NULL, recovery BLOB "
      "NOT "
      "NULL) STRICT;"
      "CREATE TABLE session(guest INTEGER NOT NULL, id INTEGER NOT NULL, hash BLOB NOT NULL, client TEXT NOT NULL, "
      "made_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL, bot INTEGER NOT NULL, PRIMARY KEY(guest, id)) STRICT, "
      "WITHOUT ROWID;"
      "CREATE TABLE token(hash BLOB PRIMARY KEY, guest INTEGER NOT NULL, session INTEGER NOT NULL) STRICT, WITHOUT "
      "ROWID;"
      "INSERT INTO account SELECT login.guest, login, passphrase, recovery FROM login JOIN old_account ON "
      "old_account.guest = login.guest;"
      "INSERT INTO session SELECT guest, id, hash, client, made_ms, seen_ms, 0 FROM old_session;"
      "INSERT INTO token SELECT hash, guest, id FROM old_session;"
      "DROP TABLE old_session;"
      "DROP TABLE old_account;"},
     {3, 4,
      "ALTER TABLE host RENAME TO old_host;"
      "CREATE TABLE host(world TEXT PRIMARY KEY, guest INTEGER NOT NULL, founded_ms INTEGER NOT NULL) STRICT, WITHOUT "
      "ROWID;"
      "INSERT INTO host SELECT world, guest, 0 FROM old_host;"
      "DROP TABLE old_host;"
      "UPDATE session SET seen_ms = CAST(strftime('%s', 'now') AS INTEGER) * 1000 WHERE seen_ms = 0;"}}};

/// A visit is written down once an hour, not at every hello.
constexpr std::uint64_t kSeenAgainMs = 3'600'000;

const sqlite::Layout& accounts_layout() {
  static constexpr sqlite::Layout kLayout{"an accounts file", kApplicationId, 4, kTables, kMigrations};
  return kLayout;
}

using TokenHash = std::array<unsigned char, 32>;

/// BLAKE2b-256 (RFC 7693). A token is 256 random bits, so neither salt nor slowness would add anything.
TokenHash hash_of(std::string_view token) {
  TokenHash hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                     nullptr, 0);
  return hash;
}

std::string_view bytes_of(const TokenHash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::string random_token() {
  std::array<unsigned char, 32> secret{};
  randombytes_buf(secret.data(), secret.size());
  std::array<char, protocol::kTokenChars + 1> text{};
  sodium_bin2base64(text.data(), text.size(), secret.data(), secret.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return {text.data(), protocol::kTokenChars};
}

std::uint64_t random_id() {
  std::uint64_t id = 0;
  while (id == 0) randombytes_buf(&id, sizeof id);
  return id;
}

std::int64_t stored(std::uint64_t id) {
  return static_cast<std::int64_t>(id);
}
std::uint64_t loaded(std::int64_t id) {
  return static_cast<std::uint64_t>(id);
}

Result<void> make_empty(const std::filesystem::path& path) {
  const std::filesystem::path draft = draft_of(path);
  remove_draft(draft);
  auto made = [&]() -> Result<void> {
    auto database = sqlite::draft_laid_out(draft, accounts_layout());
    if (!database) return database.error();
    return {};
  }();
  if (made) made = settle(draft, path);
  if (!made) remove_draft(draft);
  return made;
}

}  // namespace

struct AccountsFile::State {
  sqlite::Database database;
  std::int64_t guests;  ///< counted once: counting a full table takes a tenth of a second

  struct Made {
    std::uint64_t id = 0;
    std::string token;
  };
  Result<Made> add_session(std::uint64_t guest, const Visit& visit, bool bot) {
    if (visit.client.size() > protocol::kClientTextBytesMax || !protocol::is_utf8(visit.client))
      return Failure{"The client's name is not UTF-8, or longer than 128 bytes.", database.path().string(),
                     "Choose another name."};
    Made made{random_id(), random_token()};
    const TokenHash hash = hash_of(made.token);
    auto insert = database.prepare("INSERT INTO session VALUES(?1, ?2, ?3, ?4, ?5, ?5, ?6)");
    if (!insert) return insert.error();
    insert->bind(1, stored(guest));
    insert->bind(2, stored(made.id));
    insert->bind_blob(3, bytes_of(hash));
    insert->bind_text(4, visit.client);
    insert->bind(5, stored(visit.now_ms));
    insert->bind(6, bot ? 1 : 0);
    if (auto inserted = insert->run(); !inserted) return inserted.error();
    auto token = database.prepare("INSERT INTO token VALUES(?1, ?2, ?3)");
    if (!token) return token.error();
    token->bind_blob(1, bytes_of(hash));
    token->bind(2, stored(guest));
    token->bind(3, stored(made.id));
    if (auto inserted = token->run(); !inserted) return inserted.error();
    return made;
  }

  /// In the caller's transaction. False if that is no session of theirs.
  Result<bool> remove_session(std::uint64_t guest, std::uint64_t session) {
    auto removed = database.prepare("DELETE FROM session WHERE guest = ?1 AND id = ?2 RETURNING hash");
    if (!removed) return removed.error();
    removed->bind(1, stored(guest));
    removed->bind(2, stored(session));
    auto row = removed->step();
    if (!row || !*row) return row;
    const std::string hash(removed->bytes(0));
    if (auto done = removed->run(); !done) return done.error();
    auto token = database.prepare("DELETE FROM token WHERE hash = ?1");
    if (!token) return token.error();
    token->bind_blob(1, hash);
    if (auto gone = token->run(); !gone) return gone.error();
    return true;
  }

  Result<std::optional<Guest>> first_guest(Result<sqlite::Statement>& select) {
    auto row = select->step();
    if (!row) return row.error();
    if (!*row) return std::optional<Guest>{};
    return std::optional<Guest>{Guest{loaded(select->integer(0)), std::string(select->bytes(1)), false, 0, false}};
  }

  [[nodiscard]] Result<void> check_name(std::string_view name) const {
    if (name.size() <= protocol::kDisplayNameBytesMax && protocol::is_utf8(name)) return {};
    return Failure{"The name is not UTF-8, or longer than 96 bytes.", database.path().string(), "Choose another name."};
  }
};

AccountsFile::AccountsFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
AccountsFile::AccountsFile(AccountsFile&&) noexcept = default;
AccountsFile& AccountsFile::operator=(AccountsFile&&) noexcept = default;
AccountsFile::~AccountsFile() = default;

Result<AccountsFile> AccountsFile::open(const std::filesystem::path& path) {
  if (sodium_init() < 0)
    return Failure{"The system has no source of randomness.", path.string(), "Check that /dev/urandom can be read."};
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    if (auto made = make_empty(path); !made) return made.error();
  auto database = sqlite::open_laid_out(path, accounts_layout());
  if (!database) return database.error();
  auto pages = database->text("PRAGMA quick_check(1)");
  if (!pages) return pages.error();
  if (*pages != "ok")
    return Failure{"The accounts file is damaged (" + *pages + ").", path.string(),
                   "Go back to a backup, or move it away to begin anew."};
  auto guests = database->integer("SELECT count(*) FROM guest");
  if (!guests) return guests.error();
  return AccountsFile(std::make_unique<State>(State{std::move(*database), *guests}));
}

Result<NewGuest> AccountsFile::create_guest(std::string_view name, const Visit& visit) {
  if (auto fine = state_->check_name(name); !fine) return fine.error();
  if (state_->guests >= kGuestsMax)
    return Failure{"The accounts file is full.", state_->database.path().string(), "Move it away and begin a new one."};

  const std::uint64_t id = random_id();
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  auto guest = state_->database.prepare("INSERT INTO guest VALUES(?1, ?2)");
  if (!guest) return guest.error();
  guest->bind(1, stored(id));
  guest->bind_text(2, name);
  if (auto inserted = guest->run(); !inserted) return inserted.error();
  auto session = state_->add_session(id, visit, false);
  if (!session) return session.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  ++state_->guests;
  return NewGuest{{id, std::string(name), false, session->id, false}, session->token};
}

Result<std::optional<Guest>> AccountsFile::find_by_token(std::string_view token, const Visit& visit) {
  if (token.size() != protocol::kTokenChars) return std::optional<Guest>{};
  auto select = state_->database.prepare(
      "SELECT guest.id, name, session.id, seen_ms, EXISTS(SELECT 1 FROM account WHERE account.guest = guest.id), bot "
      "FROM token JOIN guest ON guest.id = token.guest "
      "JOIN session ON session.guest = token.guest AND session.id = token.session WHERE token.hash = ?1");
  if (!select) return select.error();
  const TokenHash hash = hash_of(token);
  select->bind_blob(1, bytes_of(hash));
  auto row = select->step();
  if (!row) return row.error();
  if (!*row) return std::optional<Guest>{};
  Guest guest{loaded(select->integer(0)), std::string(select->bytes(1)), select->integer(4) != 0,
              loaded(select->integer(2)), select->integer(5) != 0};
  if (visit.now_ms < loaded(select->integer(3)) + kSeenAgainMs) return std::optional<Guest>{std::move(guest)};
  auto seen = state_->database.prepare("UPDATE session SET seen_ms = ?3, client = ?4 WHERE guest = ?1 AND id = ?2");
  if (!seen) return seen.error();
  seen->bind(1, stored(guest.id));
  seen->bind(2, stored(guest.session));
  seen->bind(3, stored(visit.now_ms));
  seen->bind_text(4, visit.client);
  if (auto noted = seen->run(); !noted) return noted.error();
  return std::optional<Guest>{std::move(guest)};
}

Result<std::optional<Guest>> AccountsFile::find(std::uint64_t guest) {
  auto select = state_->database.prepare("SELECT id, name FROM guest WHERE id = ?1");
  if (!select) return select.error();
  select->bind(1, stored(guest));
  return state_->first_guest(select);
}

Result<bool> AccountsFile::rename(std::uint64_t guest, std::string_view name) {
  if (auto fine = state_->check_name(name); !fine) return fine.error();
  auto known = find(guest);
  if (!known) return known.error();
  if (!*known) return false;
  auto update = state_->database.prepare("UPDATE guest SET name = ?2 WHERE id = ?1");
  if (!update) return update.error();
  update->bind(1, stored(guest));
  update->bind_text(2, name);
  if (auto updated = update->run(); !updated) return updated.error();
  return true;
}

Result<std::optional<Account>> AccountsFile::account_of(std::uint64_t guest) {
  auto select = state_->database.prepare("SELECT login, passphrase, recovery FROM account WHERE guest = ?1");
  if (!select) return select.error();
  select->bind(1, stored(guest));
  auto row = select->step();
  if (!row) return row.error();
  if (!*row) return std::optional<Account>{};
  return std::optional<Account>{
      Account{std::string(select->bytes(0)), std::string(select->bytes(1)), std::string(select->bytes(2))}};
}

Result<bool> AccountsFile::claim(std::uint64_t guest, const Account& account) {
  auto taken = guest_of_login(account.login);
  if (!taken) return taken.error();
  if (*taken && **taken != guest) return false;
  auto before = account_of(guest);
  if (!before) return before.error();
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  const auto write = [&](const char* sql, const auto& bind) -> Result<void> {
    auto statement = state_->database.prepare(sql);
    if (!statement) return statement.error();
    bind(*statement);
    return statement->run();
  };
  const std::string old_login = *before ? (*before)->login : std::string();
  auto forgotten = write("DELETE FROM login WHERE login = ?1", [&](auto& s) { s.bind_text(1, old_login); });
  if (!forgotten) return forgotten.error();
  auto named = write("INSERT INTO login VALUES(?1, ?2)", [&](auto& s) {
    s.bind_text(1, account.login);
    s.bind(2, stored(guest));
  });
  if (!named) return named.error();
  auto kept = write("INSERT OR REPLACE INTO account VALUES(?1, ?2, ?3, ?4)", [&](auto& s) {
    s.bind(1, stored(guest));
    s.bind_text(2, account.login);
    s.bind_text(3, account.passphrase);
    s.bind_blob(4, account.recovery);
  });
  if (!kept) return kept.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return true;
}

Result<std::optional<std::uint64_t>> AccountsFile::guest_of_login(std::string_view login) {
  auto select = state_->database.prepare("SELECT guest FROM login WHERE login = ?1");
  if (!select) return select.error();
  select->bind_text(1, login);
  auto row = select->step();
  if (!row) return row.error();
  if (!*row) return std::optional<std::uint64_t>{};
  return std::optional<std::uint64_t>{loaded(select->integer(0))};
}

Result<std::uint64_t> AccountsFile::guest_called(std::string_view who) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(who.data(), who.data() + who.size(), number);
  if (error == std::errc{} && end == who.data() + who.size()) {
    auto by_number = find(number);
    if (!by_number) return by_number.error();
    if (*by_number) return (*by_number)->id;
  }
  auto by_login = guest_of_login(who);
  if (!by_login) return by_login.error();
  return by_login->value_or(0);
}

Result<NewSession> AccountsFile::open_session(std::uint64_t guest, const Visit& visit, For whom, std::uint64_t kept) {
  auto there = sessions_of(guest);
  if (!there) return there.error();
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  std::uint64_t ended = 0;
  if (there->size() >= kSessionsMax) {
    ended = (there->back().id == kept ? *std::next(there->rbegin()) : there->back()).id;
    if (auto removed = state_->remove_session(guest, ended); !removed) return removed.error();
  }
  auto made = state_->add_session(guest, visit, whom == For::kBot);
  if (!made) return made.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return NewSession{made->token, ended};
}

Result<bool> AccountsFile::has_session(std::uint64_t guest, std::uint64_t session) {
  auto select = state_->database.prepare("SELECT 1 FROM session WHERE guest = ?1 AND id = ?2");
  if (!select) return select.error();
  select->bind(1, stored(guest));
  select->bind(2, stored(session));
  return select->step();
}

Result<void> AccountsFile::see(std::uint64_t guest, std::uint64_t session, std::uint64_t now_ms) {
  auto seen =
      state_->database.prepare("UPDATE session SET seen_ms = ?3 WHERE guest = ?1 AND id = ?2 AND seen_ms + ?4 <= ?3");
  if (!seen) return seen.error();
  seen->bind(1, stored(guest));
  seen->bind(2, stored(session));
  seen->bind(3, stored(now_ms));
  seen->bind(4, stored(kSeenAgainMs));
  return seen->run();
}

Result<Forgotten> AccountsFile::forget_idle(std::int64_t after, std::size_t most, std::uint64_t before_ms,
                                            const std::function<bool(std::uint64_t guest)>& needed) {
  // Host rows are few, and looked up once.
  auto select = state_->database.prepare(
      "SELECT id, coalesce((SELECT max(seen_ms) FROM session WHERE session.guest = guest.id), 0), "
      "id IN (SELECT guest FROM account) OR id IN (SELECT guest FROM host) FROM guest WHERE id > ?1 ORDER BY id LIMIT "
      "?2");
  if (!select) return select.error();
  select->bind(1, after);
  select->bind(2, static_cast<std::int64_t>(most));
  Forgotten page;
  std::vector<std::int64_t> idle;
  std::size_t looked_at = 0;
  for (;; ++looked_at) {
    auto row = select->step();
    if (!row) return row.error();
    if (!*row) break;
    page.last = select->integer(0);
    if (loaded(select->integer(1)) < before_ms && select->integer(2) == 0 && !needed(loaded(page.last)))
      idle.push_back(page.last);
  }
  page.more = looked_at == most;
  if (idle.empty()) return page;
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  for (const char* const sql : {"DELETE FROM token WHERE hash IN (SELECT hash FROM session WHERE guest = ?1)",
                                "DELETE FROM session WHERE guest = ?1", "DELETE FROM guest WHERE id = ?1"}) {
    for (const std::int64_t guest : idle) {
      auto gone = state_->database.prepare(sql);
      if (!gone) return gone.error();
      gone->bind(1, guest);
      if (auto done = gone->run(); !done) return done.error();
    }
  }
  if (auto committed = transaction->commit(); !committed) return committed.error();
  state_->guests -= static_cast<std::int64_t>(idle.size());
  page.gone = idle.size();
  return page;
}

Result<std::vector<DeviceSession>> AccountsFile::sessions_of(std::uint64_t guest) {
  auto select = state_->database.prepare(
      "SELECT id, client, made_ms, seen_ms FROM session WHERE guest = ?1 ORDER BY seen_ms DESC, id");
  if (!select) return select.error();
  select->bind(1, stored(guest));
  std::vector<DeviceSession> sessions;
  for (;;) {
    auto row = select->step();
    if (!row) return row.error();
    if (!*row) return sessions;
    sessions.push_back({loaded(select->integer(0)), std::string(select->bytes(1)), loaded(select->integer(2)),
                        loaded(select->integer(3))});
  }
}

Result<bool> AccountsFile::end_session(std::uint64_t guest, std::uint64_t session) {
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  auto ended = state_->remove_session(guest, session);
  if (!ended) return ended;
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return ended;
}

Result<void> AccountsFile::set_host(std::string_view world, std::uint64_t guest, std::uint64_t founded_ms) {
  auto insert = state_->database.prepare("INSERT OR REPLACE INTO host VALUES(?1, ?2, ?3)");
  if (!insert) return insert.error();
  insert->bind_text(1, world);
  insert->bind(2, stored(guest));
  insert->bind(3, stored(founded_ms));
  return insert->run();
}

Result<void> AccountsFile::clear_host(std::string_view world) {
  auto gone = state_->database.prepare("DELETE FROM host WHERE world = ?1");
  if (!gone) return gone.error();
  gone->bind_text(1, world);
  return gone->run();
}

Result<std::uint64_t> AccountsFile::founded_ms(std::string_view world) {
  auto select = state_->database.prepare("SELECT founded_ms FROM host WHERE world = ?1");
  if (!select) return select.error();
  select->bind_text(1, world);
  auto row = select->step();
  if (!row) return row.error();
  return *row ? loaded(select->integer(0)) : std::uint64_t{0};
}

Result<std::optional<std::uint64_t>> AccountsFile::host_of(std::string_view world) {
  auto select = state_->database.prepare("SELECT guest FROM host WHERE world = ?1");
  if (!select) return select.error();
  select->bind_text(1, world);
  auto row = select->step();
  if (!row) return row.error();
  if (!*row) return std::optional<std::uint64_t>{};
  return std::optional<std::uint64_t>{loaded(select->integer(0))};
}

Result<std::vector<std::string>> AccountsFile::worlds_hosted_by(std::uint64_t guest) {
  auto select = state_->database.prepare("SELECT world FROM host WHERE guest = ?1 ORDER BY world");
  if (!select) return select.error();
  select->bind(1, stored(guest));
  std::vector<std::string> worlds;
  for (;;) {
    auto row = select->step();
    if (!row) return row.error();
    if (!*row) return worlds;
    worlds.emplace_back(select->bytes(0));
  }
}

bool is_login(std::string_view text) {
  return text.size() >= kLoginCharsMin && text.size() <= kLoginCharsMax &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
         });
}

}  // namespace tt::persistence
