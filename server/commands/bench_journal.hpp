// What the journal of one world takes in, beside what SQLite itself does with the same entries in the same batches.
#pragma once

#include <cstddef>

namespace tt::server {

struct JournalCost {
  double single = 0;      ///< durable entries a second, each committed by itself
  double grouped = 0;     ///< durable entries a second, so many to a commit
  double raw = 0;         ///< rows a second of SQLite's own, so many to a transaction, with the same settings
  std::size_t group = 0;  ///< how many that is
};

/// In a folder for temporary files: the figures are of this folder's disk. Both kinds in turn, so that what else the
/// machine does meets both.
[[nodiscard]] JournalCost measure_journal();

}  // namespace tt::server
