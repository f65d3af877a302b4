#include "persistence/accounts.hpp"

#include <sodium.h>

#include <array>
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

constexpr std::array<sqlite::Table, 3> kTables{{
    {"guest", "CREATE TABLE guest(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"},
    {"host", "CREATE TABLE host(world TEXT PRIMARY KEY, guest INTEGER NOT NULL) STRICT, WITHOUT ROWID"},
    {"token", "CREATE TABLE token(hash BLOB PRIMARY KEY, guest INTEGER NOT NULL) STRICT, WITHOUT ROWID"},
}};
constexpr std::array<sqlite::Migration, 0> kMigrations{};

const sqlite::Layout& accounts_layout() {
  static constexpr sqlite::Layout kLayout{"an accounts file", kApplicationId, 1, kTables, kMigrations};
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

  Result<std::optional<Guest>> first_guest(Result<sqlite::Statement>& select) {
    auto row = select->step();
    if (!row) return row.error();
    if (!*row) return std::optional<Guest>{};
    return std::optional<Guest>{Guest{loaded(select->integer(0)), std::string(select->bytes(1))}};
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
  return AccountsFile(std::make_unique<State>(State{std::move(*database)}));
}

Result<NewGuest> AccountsFile::create_guest(std::string_view name) {
  if (auto fine = state_->check_name(name); !fine) return fine.error();
  auto count = state_->database.integer("SELECT count(*) FROM guest");
  if (!count) return count.error();
  if (*count >= kGuestsMax)
    return Failure{"The accounts file is full.", state_->database.path().string(), "Move it away and begin a new one."};

  const std::string token = random_token();
  const std::uint64_t id = random_id();
  const TokenHash hash = hash_of(token);
  auto transaction = sqlite::Transaction::begin(state_->database);
  if (!transaction) return transaction.error();
  auto guest = state_->database.prepare("INSERT INTO guest VALUES(?1, ?2)");
  if (!guest) return guest.error();
  guest->bind(1, stored(id));
  guest->bind_text(2, name);
  if (auto inserted = guest->run(); !inserted) return inserted.error();
  auto key = state_->database.prepare("INSERT INTO token VALUES(?1, ?2)");
  if (!key) return key.error();
  key->bind_blob(1, bytes_of(hash));
  key->bind(2, stored(id));
  if (auto inserted = key->run(); !inserted) return inserted.error();
  if (auto committed = transaction->commit(); !committed) return committed.error();
  return NewGuest{{id, std::string(name)}, token};
}

Result<std::optional<Guest>> AccountsFile::find_by_token(std::string_view token) {
  if (token.size() != protocol::kTokenChars) return std::optional<Guest>{};
  auto select =
      state_->database.prepare("SELECT id, name FROM token JOIN guest ON guest.id = token.guest WHERE hash = ?1");
  if (!select) return select.error();
  const TokenHash hash = hash_of(token);
  select->bind_blob(1, bytes_of(hash));
  return state_->first_guest(select);
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

Result<void> AccountsFile::set_host(std::string_view world, std::uint64_t guest) {
  auto insert = state_->database.prepare("INSERT OR REPLACE INTO host VALUES(?1, ?2)");
  if (!insert) return insert.error();
  insert->bind_text(1, world);
  insert->bind(2, stored(guest));
  return insert->run();
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

}  // namespace tt::persistence
