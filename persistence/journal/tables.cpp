#include "persistence/journal/tables.hpp"

#include <array>
#include <limits>

namespace tt::persistence {

namespace {

// "TTWF"; `file` tells our worlds by it.
constexpr std::int64_t kApplicationId = 0x54545746;

constexpr std::array<sqlite::Table, 3> kTables{{
    {"genesis",
     "CREATE TABLE genesis(id INTEGER PRIMARY KEY CHECK(id = 1), world TEXT NOT NULL, scenario TEXT NOT NULL, title "
     "TEXT NOT NULL, "
     "seed INTEGER NOT NULL, rules_version INTEGER NOT NULL, state_hash INTEGER NOT NULL, hash BLOB NOT NULL) STRICT"},
    // One row a group commit, not an entry: five times the entries a second, and one hash for many.
    {"journal",
     "CREATE TABLE journal(first_index INTEGER PRIMARY KEY, count INTEGER NOT NULL, entries BLOB NOT NULL, hash BLOB "
     "NOT NULL) STRICT"},
    {"snapshot",
     "CREATE TABLE snapshot(after_index INTEGER PRIMARY KEY, state BLOB NOT NULL, hash BLOB NOT NULL) STRICT"},
}};

// From format 1 there is nothing to bring up yet. A new format appends {1, 2, "…"} here and edits the tables above.
constexpr std::array<sqlite::Migration, 0> kMigrations{};

// 64-bit numbers without a sign travel through SQLite's signed integers bit by bit.
std::int64_t stored(std::uint64_t value) {
  return static_cast<std::int64_t>(value);
}
std::uint64_t loaded(std::int64_t value) {
  return static_cast<std::uint64_t>(value);
}

Result<void> read_genesis(sqlite::Database& database, Scan& scan) {
  auto row = database.prepare(
      "SELECT world, scenario, title, seed, rules_version, state_hash, hash FROM genesis WHERE id = 1");
  if (!row) return row.error();
  auto there = row->step();
  if (!there) return there.error();
  if (!*there) {
    scan.problem = "The row that founded the world is missing.";
    return {};
  }
  const std::int64_t version = row->integer(4);
  scan.genesis = {std::string(row->bytes(0)), std::string(row->bytes(1)),          std::string(row->bytes(2)),
                  loaded(row->integer(3)),    static_cast<std::uint32_t>(version), loaded(row->integer(5))};
  scan.head = genesis_hash(scan.genesis);
  const bool fits = version >= 0 && version <= std::numeric_limits<std::uint32_t>::max();
  if (!fits || row->bytes(6) != bytes_of(scan.head))
    scan.problem = "The row that founded the world was changed: its hash does not fit.";
  return {};
}

/// Looks at one journal row; on damage the scan has a problem, else it has moved on by one row.
void weigh_row(sqlite::Statement& row, Scan& scan) {
  const std::uint64_t first = loaded(row.integer(0));
  const std::uint64_t count = loaded(row.integer(1));
  const std::uint64_t expected = scan.last_index + 1;
  if (first != expected) {
    scan.first_bad_index = expected;
    scan.problem = first > expected ? "Entries are missing here: the next row starts with a later one."
                                    : "The numbering runs backwards here.";
    return;
  }
  const ChainHash hash = row_hash(scan.head, first, count, row.bytes(2));
  if (count == 0 || count > kRowEntriesMax || row.bytes(3) != bytes_of(hash)) {
    scan.first_bad_index = expected;
    scan.problem = "The row was changed: its hash does not follow from the rows before it.";
    return;
  }
  scan.last_index += count;
  scan.head = hash;
  ++scan.rows;
}

}  // namespace

const sqlite::Layout& world_layout() {
  static constexpr sqlite::Layout kLayout{"a world file", kApplicationId, 1, kTables, kMigrations};
  return kLayout;
}

Result<sqlite::Database> open_world_database(const std::filesystem::path& path) {
  return sqlite::open_laid_out(path, world_layout());
}

Result<void> insert_genesis(sqlite::Database& database, const Genesis& genesis) {
  auto insert = database.prepare("INSERT INTO genesis VALUES(1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  if (!insert) return insert.error();
  const ChainHash hash = genesis_hash(genesis);
  insert->bind_text(1, genesis.world);
  insert->bind_text(2, genesis.scenario);
  insert->bind_text(3, genesis.title);
  insert->bind(4, stored(genesis.seed));
  insert->bind(5, genesis.rules_version);
  insert->bind(6, stored(genesis.state_hash));
  insert->bind_blob(7, bytes_of(hash));
  return insert->run();
}

Result<sqlite::Statement> prepare_row(sqlite::Database& database) {
  return database.prepare("INSERT INTO journal VALUES(?1, ?2, ?3, ?4)");
}

Result<void> insert_rows(sqlite::Statement& insert, std::span<const Row> rows, std::uint64_t& last_index,
                         ChainHash& head) {
  for (const Row& row : rows) {
    head = row_hash(head, last_index + 1, row.count, row.entries);
    insert.bind(1, stored(last_index + 1));
    insert.bind(2, stored(row.count));
    insert.bind_blob(3, row.entries);
    insert.bind_blob(4, bytes_of(head));
    if (auto inserted = insert.run(); !inserted) return inserted.error();
    last_index += row.count;
  }
  return {};
}

Result<Scan> scan_chain(sqlite::Database& database) {
  Scan scan;
  if (auto genesis = read_genesis(database, scan); !genesis) return genesis.error();
  auto rows = database.prepare("SELECT first_index, count, entries, hash FROM journal ORDER BY first_index");
  if (!rows) return rows.error();
  while (scan.problem.empty()) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!*row) break;
    weigh_row(*rows, scan);
  }
  return scan;
}

Result<std::string> check_pages(sqlite::Database& database) {
  return database.text("PRAGMA quick_check(1)");
}

}  // namespace tt::persistence
