// Whether a world file is what it was when it was written, as far as a file can prove.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "persistence/result.hpp"
#include "persistence/world_file.hpp"
#include "rules/core/units.hpp"

namespace tt::persistence {

struct VerifyReport {
  Genesis genesis;
  std::uint64_t rows = 0;               ///< sound group commits
  std::uint64_t entries = 0;            ///< sound entries
  rules::Tick ticks = 0;                ///< closed again with the hashes they had
  std::uint32_t snapshots = 0;          ///< that hold the state the journal gives
  std::uint32_t snapshots_damaged = 0;  ///< harmless: a restart passes them over
  std::uint64_t first_bad_index =
      0;                ///< the first entry that cannot be trusted; 0: none, or not the fault of one entry
  std::string problem;  ///< in words; empty for a sound file

  [[nodiscard]] bool sound() const { return problem.empty(); }
};

/// Checks, in this order and up to the first problem: founding row, numbering and hash chain of the whole journal,
/// SQLite's pages, rules version, and a replay from the beginning with every tick's hash and every conservation law.
/// Changes nothing. Takes the file's lock; fails only if the file is no world or cannot be read; damage is a finding.
Result<VerifyReport> verify(const std::filesystem::path& path);

}  // namespace tt::persistence
