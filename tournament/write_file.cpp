#include "tournament/write_file.hpp"

#include <fstream>
#include <system_error>

#include "persistence/files.hpp"

namespace tt::tournament {

persistence::Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path draft = persistence::draft_of(path);
  std::ofstream file(draft, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code failed;
  if (file) std::filesystem::rename(draft, path, failed);
  if (!file || failed)
    return persistence::Failure{"The file cannot be written.", path.string(),
                                "Check the folder, its permissions and the room on the disk."};
  return {};
}

}  // namespace tt::tournament
