#include "tournament/scratch_folder.hpp"

#include <cstdlib>
#include <system_error>
#include <utility>

namespace tt::tournament {

persistence::Result<ScratchFolder> ScratchFolder::make(const std::string& purpose) {
  std::string name = (std::filesystem::temp_directory_path() / ("technotariat-" + purpose + "-XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr)
    return persistence::Failure{"There is no room for a folder of passage.", name,
                                "Make room there, or set TMPDIR to another folder."};
  return ScratchFolder(name);
}

ScratchFolder::ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace tt::tournament
