// Founding a world: a file with its first entries, ready to be loaded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "persistence/restore.hpp"
#include "persistence/world_file.hpp"

namespace tt::server {

/// Somebody whose seat is theirs from the beginning.
struct Seated {
  rules::Role role = rules::Role::kWorker;
  std::uint64_t guest = 0;  ///< 0: a bot
  std::string name;         ///< 1 to 24 characters; of a bot the strategy that plays it
};

struct Founding {
  std::string name;
  std::string scenario;  ///< a built-in one's name, or the path of a scenario file
  std::string title;     ///< empty: the scenario's
  std::uint64_t seed = 0;
  bool bots = true;
  std::string laws;                            ///< a built-in scenario whose laws hold here; empty: the scenario's own
  std::vector<persistence::HouseEvent> house;  ///< how its people begin
  std::vector<Seated> seated = {};             ///< each has the first free seat of the role, in this order
};

/// Makes the file, with the founded state as a first snapshot and the bots in their seats. Takes as long as the
/// burn-in.
persistence::Result<persistence::WorldFile> found_world_file(const std::filesystem::path& path,
                                                             const Founding& founding);

struct Loaded {
  persistence::WorldFile file;
  persistence::Restored restored;
};
persistence::Result<Loaded> load_world_file(const std::filesystem::path& path);

}  // namespace tt::server
