#include "persistence/sqlite/layout.hpp"

#include <algorithm>
#include <string>
#include <system_error>

namespace tt::persistence::sqlite {

namespace {

Result<void> set_version(Database& database, std::int64_t version) {
  return database.run(std::string("PRAGMA user_version = ").append(std::to_string(version)).c_str());
}

Failure not_ours(const Database& database, const Layout& layout, std::string why) {
  return {std::string("This is not ").append(layout.kind).append(" of this program: ").append(why).append("."),
          database.path().string(), "Check the path; the file was left as it is."};
}

const Migration* step_from(const Layout& layout, std::int64_t version) {
  const auto found = std::find_if(layout.migrations.begin(), layout.migrations.end(),
                                  [&](const Migration& step) { return step.from == version; });
  return found == layout.migrations.end() ? nullptr : &*found;
}

Result<void> take(Database& database, const Migration& step) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  if (auto changed = database.run(step.sql); !changed) return changed.error();
  if (auto marked = set_version(database, step.to); !marked) return marked.error();
  return transaction->commit();
}

}  // namespace

Result<void> lay_out(Database& database, const Layout& layout) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  for (const Table& table : layout.tables)
    if (auto made = database.run(table.sql); !made) return made.error();
  const std::string mark = std::string("PRAGMA application_id = ").append(std::to_string(layout.application_id));
  if (auto marked = database.run(mark.c_str()); !marked) return marked.error();
  if (auto marked = set_version(database, layout.version); !marked) return marked.error();
  return transaction->commit();
}

Result<void> check_identity(Database& database, const Layout& layout) {
  auto id = database.integer("PRAGMA application_id");
  if (!id) return id.error();
  if (*id != layout.application_id) return not_ours(database, layout, "its application id is another");

  auto version = database.integer("PRAGMA user_version");
  if (!version) return version.error();
  if (*version > layout.version)
    return Failure{std::string("This file has format ")
                       .append(std::to_string(*version))
                       .append(", written by a newer program; this one knows formats up to ")
                       .append(std::to_string(layout.version))
                       .append("."),
                   database.path().string(), "Update the program; the file was left as it is."};
  if (*version < layout.version && step_from(layout, *version) == nullptr)
    return Failure{std::string("This file has format ")
                       .append(std::to_string(*version))
                       .append(", which this program can no longer read."),
                   database.path().string(), "Open it with an older program first; the file was left as it is."};
  return {};
}

Result<void> migrate(Database& database, const Layout& layout) {
  for (;;) {
    auto version = database.integer("PRAGMA user_version");
    if (!version) return version.error();
    if (*version == layout.version) return {};
    const Migration* const step = step_from(layout, *version);
    if (step == nullptr || step->to <= step->from)
      return Failure{std::string("There is no way from format ")
                         .append(std::to_string(*version))
                         .append(" to ")
                         .append(std::to_string(layout.version))
                         .append("."),
                     database.path().string(), "Open it with an older program first."};
    if (auto taken = take(database, *step); !taken) return taken.error();
  }
}

Result<void> check_schema(Database& database, const Layout& layout) {
  auto rows = database.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name");
  if (!rows) return rows.error();
  std::size_t seen = 0;
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!*row) break;
    const std::string name(rows->bytes(1));
    if (seen == layout.tables.size() || rows->bytes(0) != "table" || name != layout.tables[seen].name)
      return not_ours(
          database, layout,
          std::string("there is an unexpected ").append(rows->bytes(0)).append(" '").append(name).append("' in it"));
    if (rows->bytes(2) != layout.tables[seen].sql)
      return not_ours(database, layout, std::string("its table '").append(name).append("' has other columns"));
    ++seen;
  }
  if (seen != layout.tables.size())
    return not_ours(database, layout,
                    std::string("its table '").append(layout.tables[seen].name).append("' is missing"));
  return {};
}

Result<Database> open_laid_out(const std::filesystem::path& path, const Layout& layout) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status)) return Failure{"There is no such file.", path.string(), "Check the path."};
  if (!std::filesystem::is_regular_file(status))
    return Failure{"This is not a regular file.", path.string(), "Check the path."};

  auto database = Database::open(path, Access::kExisting);
  if (!database) return database;
  if (auto ours = check_identity(*database, layout); !ours) return ours.error();
  if (auto waled =
          database->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 8388608");
      !waled)
    return waled.error();
  // A file in rollback mode is locked only by its first write; from here on every file is.
  if (auto held = database->run("BEGIN EXCLUSIVE; COMMIT"); !held) return held.error();
  if (auto current = migrate(*database, layout); !current) return current.error();
  if (auto exact = check_schema(*database, layout); !exact) return exact.error();
  return database;
}

Result<Database> draft_laid_out(const std::filesystem::path& draft, const Layout& layout) {
  auto database = Database::open(draft, Access::kNew);
  if (!database) return database;
  if (auto synced = database->run("PRAGMA synchronous = FULL"); !synced) return synced.error();
  if (auto laid = lay_out(*database, layout); !laid) return laid.error();
  return database;
}

}  // namespace tt::persistence::sqlite
