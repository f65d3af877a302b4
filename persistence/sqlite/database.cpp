#include "persistence/sqlite/database.hpp"

#include <sqlite3.h>

#include <array>

namespace tt::persistence::sqlite {

namespace {

struct Limit {
  int id;
  int value;
};

// What SQLite's own advice on untrusted files lowers (sqlite.org/security.html), to what our few statements need.
constexpr std::array<Limit, 11> kLimits{{
    {SQLITE_LIMIT_LENGTH, 128 * 1024 * 1024},  // a snapshot of the largest world, four times over
    {SQLITE_LIMIT_SQL_LENGTH, 10'000},
    {SQLITE_LIMIT_COLUMN, 32},
    {SQLITE_LIMIT_EXPR_DEPTH, 32},
    {SQLITE_LIMIT_COMPOUND_SELECT, 4},
    {SQLITE_LIMIT_VDBE_OP, 25'000},
    {SQLITE_LIMIT_FUNCTION_ARG, 8},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 16},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
}};

void defend(sqlite3* connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, nullptr);
  for (const Limit& limit : kLimits) sqlite3_limit(connection, limit.id, limit.value);
  sqlite3_busy_timeout(connection, 0);
}

}  // namespace

void Statement::Finalise::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::bind(int place, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), place, value);
}

void Statement::bind_text(int place, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), place, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}

void Statement::bind_blob(int place, std::string_view bytes) {
  // A null pointer would bind NULL.
  sqlite3_bind_blob64(statement_.get(), place, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* const connection = sqlite3_db_handle(statement_.get());
  const char* const file = sqlite3_db_filename(connection, "main");
  Failure failure = failure_of(code, sqlite3_errmsg(connection), file == nullptr ? "" : file);
  sqlite3_reset(statement_.get());
  return failure;
}

Result<void> Statement::run() {
  for (;;) {
    auto row = step();
    if (!row) return row.error();
    if (!*row) break;
  }
  reset();
  return {};
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::int64_t Statement::integer(int column) {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::bytes(int column) {
  const void* const data = sqlite3_column_blob(statement_.get(), column);
  if (data == nullptr) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Database::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Result<Database> Database::open(const std::filesystem::path& path, Access access) {
  constexpr int kShared = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int flags = access == Access::kNew ? kShared | SQLITE_OPEN_CREATE : kShared;
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
  Database database;
  database.connection_.reset(connection);
  database.path_ = path;
  if (code != SQLITE_OK) return failure_of(code, connection == nullptr ? "" : sqlite3_errmsg(connection), path);

  defend(connection);
  // Pragmas of the connection alone: they read nothing of the file. Exclusive before the first read: then nobody else's
  // shared memory is used, and no other process can come in later.
  auto set = database.run(
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = OFF;"
      "PRAGMA temp_store = MEMORY; PRAGMA recursive_triggers = OFF");
  if (!set) return set.error();
  return database;
}

Result<Database> Database::in_memory() {
  return open(":memory:", Access::kNew);
}

Result<void> Database::run(const char* sql) {
  const int code = sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure();
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  if (code != SQLITE_OK) return failure();
  Statement statement;
  statement.statement_.reset(made);
  return statement;
}

Result<std::int64_t> Database::integer(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  auto row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  auto row = statement->step();
  if (!row) return row.error();
  return *row ? std::string(statement->bytes(0)) : std::string();
}

Result<std::string> Database::image() {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
      sqlite3_serialize(connection_.get(), "main", &size, 0), &sqlite3_free);
  if (!bytes) return failure_of(SQLITE_NOMEM, "", path_);
  return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

Failure Database::failure() const {
  return failure_of(sqlite3_extended_errcode(connection_.get()), sqlite3_errmsg(connection_.get()), path_);
}

bool Database::last_leaves_doubt() const {
  return leaves_doubt(sqlite3_extended_errcode(connection_.get()));
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(connection_.get()) == 0;
}

void Database::allow_attached(bool allowed) {
  sqlite3_limit(connection_.get(), SQLITE_LIMIT_ATTACHED, allowed ? 1 : 0);
}

Result<Transaction> Transaction::begin(Database& database) {
  auto begun = database.run("BEGIN IMMEDIATE");
  if (!begun) return begun.error();
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(other.database_) {
  other.database_ = nullptr;
}

Transaction::~Transaction() {
  // Some errors roll back by themselves; asking again would only hide them.
  if (database_ != nullptr && database_->in_transaction()) (void)database_->run("ROLLBACK");
}

Result<void> Transaction::commit() {
  auto committed = database_->run("COMMIT");
  if (!committed) return committed.error();
  database_ = nullptr;
  return {};
}

}  // namespace tt::persistence::sqlite
