// What an open world file holds in memory. For the files of this folder only.
#pragma once

#include <optional>

#include "persistence/journal/chain.hpp"
#include "persistence/sqlite/database.hpp"
#include "persistence/world_file.hpp"

namespace tt::persistence {

struct WorldFile::State {
  std::filesystem::path path;
  sqlite::Database database;  // before its statements: they are finalised first
  std::optional<sqlite::Statement> insert_row;
  Genesis genesis;
  std::uint64_t last_index = 0;
  ChainHash head{};               ///< of the last row
  std::optional<Failure> broken;  ///< set when it is unknown what the disk holds

  /// The row that holds an entry.
  struct RowAt {
    std::uint64_t first_index = 0;
    std::uint64_t count = 0;
    std::string entries;
    ChainHash hash{};
  };
  Result<RowAt> row_of(std::uint64_t index);

  /// Entries from that number (at least 1) on, in order, until `visit` has had enough and says false.
  Result<void> walk(std::uint64_t from_index, const std::function<bool(std::uint64_t, Entry&)>& visit);

  /// Passes a failure on; if it leaves doubt, nothing is written any more. Call it before anything else touches the
  /// database.
  Failure note(Failure failure);
};

}  // namespace tt::persistence
