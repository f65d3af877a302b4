// Founding a world: a file with its first entries, ready to be loaded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "persistence/restore.hpp"
#include "persistence/world_file.hpp"

namespace tt::server {

struct Founding {
  std::string name;
  std::string scenario;  ///< a built-in one's name, or the path of a scenario file
  std::string title;     ///< empty: the scenario's
  std::uint64_t seed = 0;
  bool bots = true;
  std::string laws;                            ///< a built-in scenario whose laws hold here; empty: the scenario's own
  std::vector<persistence::HouseEvent> house;  ///< how its people begin
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
