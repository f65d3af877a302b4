// The host's configuration file: TOML, every key known, every value in its range. docs/technotariat.toml shows them
// all.
#pragma once

#include <filesystem>
#include <string_view>

#include "persistence/result.hpp"
#include "server/config.hpp"

namespace tt::server {

/// Reads the file into a config with everything else at its default. Relative paths in it start at the file's folder.
/// A failure names file and line, and the nearest known name for an unknown one.
persistence::Result<Config> read_config(const std::filesystem::path& path);
persistence::Result<Config> parse_config(std::string_view text, const std::filesystem::path& path);

/// ADDRESS:PORT, [ADDRESS]:PORT or PORT, into `config`; false if it is none.
[[nodiscard]] bool set_address(std::string_view text, Config& config);

}  // namespace tt::server
