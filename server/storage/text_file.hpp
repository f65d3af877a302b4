// A small file of text, written so that a reader never sees half of it.
#pragma once

#include <filesystem>
#include <string>

namespace tt::server {

/// Whole or not at all; false if it could not be written.
[[nodiscard]] bool write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace tt::server
