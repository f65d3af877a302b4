// What the world commands share: finding a world's file, naming what is in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "persistence/result.hpp"
#include "rules/rules.hpp"

namespace tt::server {

/// For a name no world can have.
[[nodiscard]] persistence::Failure no_world_name(const std::string& name);
/// The file of this world; fails with the names there are.
[[nodiscard]] persistence::Result<std::filesystem::path> existing(const std::filesystem::path& data,
                                                                  const std::string& name);
[[nodiscard]] std::string_view name_of(rules::Role role);

}  // namespace tt::server
