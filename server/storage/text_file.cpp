#include "server/storage/text_file.hpp"

#include <fstream>

namespace tt::server {

bool write_text(const std::filesystem::path& path, const std::string& text) {
  const std::filesystem::path draft = path.string() + ".draft";
  {
    std::ofstream file(draft, std::ios::trunc);
    file << text;
    file.flush();
    if (!file) return false;
  }
  std::error_code ec;
  std::filesystem::rename(draft, path, ec);
  return !ec;
}

}  // namespace tt::server
