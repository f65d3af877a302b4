// A thin layer over SQLite's C interface: connections, statements and transactions that clean up after themselves, and
// its results as failures a person can act on. One thread at a time per connection.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "persistence/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace tt::persistence::sqlite {

/// A prepared statement. Bind from 1, step, read columns from 0, reset to run it again.
class Statement {
 public:
  Statement(Statement&&) noexcept = default;
  Statement& operator=(Statement&&) noexcept = default;

  void bind(int place, std::int64_t value);
  /// Text and blobs must stay alive until the next reset.
  void bind_text(int place, std::string_view text);
  void bind_blob(int place, std::string_view bytes);

  /// True: a row is there. False: done.
  Result<bool> step();
  /// Runs to the end, rows unread, and resets.
  Result<void> run();
  void reset();

  [[nodiscard]] std::int64_t integer(int column);
  /// Valid until the next step or reset. Text and blobs alike.
  [[nodiscard]] std::string_view bytes(int column);

 private:
  friend class Database;
  Statement() = default;
  struct Finalise {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

enum class Access { kExisting, kNew };

class Database {
 public:
  /// Opens with every defence on: no triggers, views, extensions, double-quoted strings or trust in the schema; small
  /// limits. Nothing has been read yet, and nothing is written by it.
  static Result<Database> open(const std::filesystem::path& path, Access access);
  /// One that is nowhere but in memory, with the same defences.
  static Result<Database> in_memory();

  /// Statements without rows of interest.
  Result<void> run(const char* sql);
  Result<Statement> prepare(std::string_view sql);
  /// The single integer a statement answers.
  Result<std::int64_t> integer(std::string_view sql);
  /// The single text a statement answers.
  Result<std::string> text(std::string_view sql);

  /// The bytes of the file that this database is, or would be.
  Result<std::string> image();

  /// What SQLite thinks of the last failure, in words; `path` is the place.
  [[nodiscard]] Failure failure() const;
  /// Whether after the last failure it is unknown what the disk holds. Ask before anything else is run.
  [[nodiscard]] bool last_leaves_doubt() const;
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Lets one more database in, for VACUUM INTO; none is allowed otherwise.
  void allow_attached(bool allowed);

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<sqlite3, Close> connection_;
  std::filesystem::path path_;
};

/// Rolls back unless committed.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

/// The failure for one of SQLite's extended result codes. `detail` is its own message.
[[nodiscard]] Failure failure_of(int code, std::string_view detail, const std::filesystem::path& path);
/// Whether after such a code it is unknown what the disk holds: every I/O error but a clean "no room".
[[nodiscard]] bool leaves_doubt(int code);

}  // namespace tt::persistence::sqlite
