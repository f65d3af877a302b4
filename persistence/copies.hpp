// Copies of world files that are more than bytes: a world as of an earlier tick, under another name, or without what is
// nobody else's business. The journal is written anew with a chain of its own, and every replay still proves itself.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "persistence/result.hpp"
#include "persistence/world_file.hpp"

namespace tt::persistence {

struct CopyWish {
  std::string name;  ///< of the new world; empty: the old one's
  std::optional<rules::Tick>
      until_tick;                ///< the copy ends right after this tick's close; nothing: after the last entry
  bool without_secrets = false;  ///< see `without_secrets` below
  bool without_powers = false;   ///< see `without_powers` below
};

/// Writes the copy to a path where there is nothing yet, all or nothing. Fails if the world has not come to
/// `until_tick` (1 or later), and as WorldFile does.
Result<void> copy_world(WorldFile& from, const std::filesystem::path& to, const CopyWish& wish);

/// An entry as everybody may have it: no hash of a password or of an invitation's code, no note of the host's, and of
/// what was said to one person or within one enterprise only that it was said. Everything else is left as it is.
[[nodiscard]] Entry without_secrets(Entry entry);

/// An entry as it counts where its guests' numbers are nobody's, or may have been chosen: whoever came in or was raised
/// to more than a player is one.
[[nodiscard]] Entry without_powers(Entry entry);

/// Checks a world file from elsewhere as `verify` does, replay included; fails with the first problem.
Result<Genesis> check_stranger(const std::filesystem::path& path);

/// FOLDER/WORLD-STAMP.world.
[[nodiscard]] std::filesystem::path backup_path(const std::string& world, const std::filesystem::path& folder,
                                                const std::string& stamp);

/// This world's copies there, and no other's, the oldest first.
[[nodiscard]] std::vector<std::filesystem::path> backups_of(const std::string& world,
                                                            const std::filesystem::path& folder);

/// A copy of this moment in `folder`, named WORLD-STAMP.world, opened again to prove that its chain is whole; then the
/// oldest of this world's copies there go until `keep` (at least 1) are left. The stamp sorts by time, such as
/// 20260131T235959Z. The copy's path.
Result<std::filesystem::path> keep_backup(const std::string& world, const std::filesystem::path& folder,
                                          const std::string& stamp, std::size_t keep,
                                          const std::function<Result<void>(const std::filesystem::path&)>& copy);

}  // namespace tt::persistence
