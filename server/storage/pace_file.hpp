// The host's pace for a world, beside its file: one line with the seconds a tick. Not part of the journal, for the
// rules know no clock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace tt::server {

/// Nothing if there is none, or none that makes sense.
[[nodiscard]] std::optional<std::uint32_t> read_pace(const std::filesystem::path& world_file);
/// A failure is logged; the pace then lasts until the next restart.
void write_pace(const std::filesystem::path& world_file, std::uint32_t tick_seconds);

/// Whole or not at all, so that a reader never sees half a file.
[[nodiscard]] bool write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace tt::server
