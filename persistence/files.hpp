// Files that are there whole or not at all.
#pragma once

#include <filesystem>

#include "persistence/result.hpp"

namespace tt::persistence {

/// Gives a finished file its name: on the disk, with its folder entry, when this returns. Fails if something of that
/// name is there, or a journal left behind beside it, which SQLite would take for the new file's own.
Result<void> settle(const std::filesystem::path& finished, const std::filesystem::path& name);

/// Fails if `settle` to that name would; to be asked before work is put into the file.
Result<void> check_name_is_free(const std::filesystem::path& name);

/// The same, in the place of whatever has that name; it must have no journal left beside it, and nobody write to it.
Result<void> settle_over(const std::filesystem::path& finished, const std::filesystem::path& name);

/// Waits until all that has been written to the file system of this folder, by anybody, is on the disk: one wait for
/// many files.
Result<void> sync_all_in(const std::filesystem::path& folder);

/// Where a file is made before it is settled, and removal of what an interrupted attempt left there.
[[nodiscard]] std::filesystem::path draft_of(const std::filesystem::path& name);
void remove_draft(const std::filesystem::path& draft);

}  // namespace tt::persistence
