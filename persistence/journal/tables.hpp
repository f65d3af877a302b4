// The tables of a world file, and reading them without believing them. Shared by opening and verifying.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "persistence/journal/chain.hpp"
#include "persistence/journal/entries.hpp"
#include "persistence/result.hpp"
#include "persistence/sqlite/database.hpp"
#include "persistence/sqlite/layout.hpp"
#include "persistence/world_file.hpp"

namespace tt::persistence {

/// The current format of world files.
[[nodiscard]] const sqlite::Layout& world_layout();

/// Opens, takes the exclusive lock, checks identity, brings older formats up and compares the schema. The rows are not
/// looked at.
Result<sqlite::Database> open_world_database(const std::filesystem::path& path);

Result<void> insert_genesis(sqlite::Database& database, const Genesis& genesis);

/// The statement that `insert_rows` runs.
Result<sqlite::Statement> prepare_row(sqlite::Database& database);
/// Inserts rows behind the one that ends with `last_index` and has the hash `head`; both are moved on.
Result<void> insert_rows(sqlite::Statement& insert, std::span<const Row> rows, std::uint64_t& last_index,
                         ChainHash& head);

/// What one pass over genesis and journal found.
struct Scan {
  Genesis genesis;
  std::uint64_t last_index = 0;  ///< of the last sound entry
  std::uint64_t rows = 0;
  ChainHash head{};     ///< of the last sound row
  std::string problem;  ///< in words, or empty: genesis, numbering and chain are sound
  std::uint64_t first_bad_index =
      0;  ///< the first entry that cannot be trusted; 0 for none, or when the genesis is at fault
};

/// Fails only when the file cannot be read at all; damage to rows is a finding.
Result<Scan> scan_chain(sqlite::Database& database);

/// SQLite's own check of its pages: "ok", or the first complaint.
Result<std::string> check_pages(sqlite::Database& database);

}  // namespace tt::persistence
