// A folder of passage: empty, of this process alone, gone with its owner.
#pragma once

#include <filesystem>
#include <string>

#include "persistence/result.hpp"

namespace tt::tournament {

class ScratchFolder {
 public:
  /// In the system's temporary folder; `purpose` is part of its name. Fails where there is no room for it.
  [[nodiscard]] static persistence::Result<ScratchFolder> make(const std::string& purpose);

  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit ScratchFolder(std::filesystem::path path);
  std::filesystem::path path_;  ///< empty when moved from
};

}  // namespace tt::tournament
