// A small file that is there whole or as it was.
#pragma once

#include <filesystem>
#include <string_view>

#include "persistence/result.hpp"

namespace tt::tournament {

/// Replaces what is there by these bytes, in one step.
[[nodiscard]] persistence::Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace tt::tournament
