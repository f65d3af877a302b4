// The host's folder: worlds/*.world, accounts, and a lock so that two servers never share it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "persistence/result.hpp"

namespace tt::server {

class DataFolder {
 public:
  /// Makes what is missing and takes the lock, held as long as this lives.
  static persistence::Result<DataFolder> open(const std::filesystem::path& path);

  DataFolder(DataFolder&& other) noexcept;
  DataFolder& operator=(DataFolder&&) = delete;
  ~DataFolder();

  [[nodiscard]] std::filesystem::path world_file(const std::string& world) const { return world_path(path_, world); }
  [[nodiscard]] std::filesystem::path accounts_file() const { return accounts_path(path_); }
  /// Of worlds from elsewhere that are shown for a while; what is left there by an earlier run is nobody's.
  [[nodiscard]] std::filesystem::path shown_folder() const { return path_ / "shown"; }
  /// Where copies are made; what is left there by an earlier run is nobody's.
  [[nodiscard]] std::filesystem::path copies_folder() const { return path_ / "copies"; }
  /// Of all files in worlds/, in order.
  [[nodiscard]] std::vector<std::string> world_names() const;

  [[nodiscard]] static std::filesystem::path world_path(const std::filesystem::path& data, const std::string& world) {
    return data / "worlds" / (world + ".world");
  }
  [[nodiscard]] static std::filesystem::path accounts_path(const std::filesystem::path& data) {
    return data / "accounts.db";
  }
  [[nodiscard]] static std::filesystem::path backups_path(const std::filesystem::path& data) {
    return data / "backups";
  }
  [[nodiscard]] static std::vector<std::string> world_names(const std::filesystem::path& data);

 private:
  DataFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::filesystem::path path_;
  int lock_;
};

/// What this process makes from here on is for the account it runs as alone.
void keep_files_private();

/// A world's name is a file's: a to z, 0 to 9 and "-", not at either end, at most 64.
[[nodiscard]] bool is_world_name(std::string_view name);

}  // namespace tt::server
