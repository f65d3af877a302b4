// What makes a file one of ours: its application id, the version of its tables, and exactly those tables. Older
// versions are brought up step by step from a list; newer ones, and files with anything more or less in them, are
// refused.
#pragma once

#include <cstdint>
#include <span>

#include "persistence/result.hpp"
#include "persistence/sqlite/database.hpp"

namespace tt::persistence::sqlite {

/// One step up. Runs in a transaction of its own together with the new version number.
struct Migration {
  std::int64_t from = 0;
  std::int64_t to = 0;
  const char* sql = "";
};

struct Table {
  const char* name;
  const char* sql;  ///< exactly as in sqlite_schema
};

struct Layout {
  const char* kind;  ///< in words for people: "a world file"
  std::int64_t application_id = 0;
  std::int64_t version = 0;               ///< of `tables`
  std::span<const Table> tables;          ///< in the order of their names
  std::span<const Migration> migrations;  ///< from old to new
};

/// Makes the tables in an empty file and marks it as ours, in one transaction.
Result<void> lay_out(Database& database, const Layout& layout);

/// Reads the file's first page: fails unless it is of this kind and of a version that is known or can be brought up.
/// Writes nothing.
Result<void> check_identity(Database& database, const Layout& layout);

/// Takes every migration from the file's version on.
Result<void> migrate(Database& database, const Layout& layout);

/// Fails unless the schema is the layout's to the letter: no other table, index, trigger or view.
Result<void> check_schema(Database& database, const Layout& layout);

/// All of it for a file that should be there: opens it, takes its exclusive lock for as long as the connection lives,
/// and returns it only if identity, version and schema are right. A file that is not ours is left as it is. The rows
/// are not looked at.
Result<Database> open_laid_out(const std::filesystem::path& path, const Layout& layout);

/// A new file with these tables and no rows at a free path: made as a draft beside it, for the caller to fill and
/// settle.
Result<Database> draft_laid_out(const std::filesystem::path& draft, const Layout& layout);

}  // namespace tt::persistence::sqlite
