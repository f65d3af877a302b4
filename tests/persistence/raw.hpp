// A file as SQLite and the disk see it, behind the store's back.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tt::test {

/// Runs statements on a file nobody else has open; makes it if it is missing. Leaves no write-ahead log behind.
void sql(const std::filesystem::path& path, const std::string& statements);
/// The first column of the first row.
[[nodiscard]] std::int64_t number(const std::filesystem::path& path, const std::string& statement);
[[nodiscard]] std::string text_of(const std::filesystem::path& path, const std::string& statement);

[[nodiscard]] std::string bytes_of(const std::filesystem::path& path);
/// Replaces the content of one file and touches nothing else.
void replace_bytes(const std::filesystem::path& path, std::string_view bytes);
/// Replaces the file, and removes the logs of the one before.
void write_bytes(const std::filesystem::path& path, std::string_view bytes);
[[nodiscard]] std::string hex(std::string_view bytes);

}  // namespace tt::test
