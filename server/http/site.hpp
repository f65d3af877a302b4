// The page as files in memory, read once: what is not in here cannot be asked for, so no path can lead out of a folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace tt::server {

struct Asset {
  std::string_view type;   ///< Content-Type
  std::string etag;        ///< quoted
  bool immutable = false;  ///< its name changes with its content
  std::string_view identity;
  std::string_view brotli;  ///< empty where there is none
  std::string_view gzip;
};

class Site {
 public:
  /// The page built into the program, or a placeholder that says how to get one.
  [[nodiscard]] static Site built_in();
  /// The files under a folder, or a sentence about why not.
  [[nodiscard]] static std::variant<Site, std::string> from_folder(const std::filesystem::path& folder);

  /// By absolute path such as "/assets/app.js"; null if there is none.
  [[nodiscard]] const Asset* find(std::string_view path) const;
  /// Of the page, so that an open one can notice that it is old.
  [[nodiscard]] const std::string& asset_version() const { return asset_version_; }

 private:
  void add(std::string path, std::string_view content);
  void add_owned(std::string path, std::string content);
  void finish();

  std::map<std::string, std::string, std::less<>> owned_;
  std::map<std::string, Asset, std::less<>> assets_;
  std::string asset_version_;
};

}  // namespace tt::server
