#include "server/storage/pace_file.hpp"

#include <fstream>
#include <string>

#include "server/limits.hpp"
#include "server/log.hpp"

namespace tt::server {
namespace {

std::filesystem::path pace_path(std::filesystem::path world_file) {
  return world_file.replace_extension(".pace");
}

}  // namespace

std::optional<std::uint32_t> read_pace(const std::filesystem::path& world_file) {
  std::ifstream file(pace_path(world_file));
  std::uint32_t pace = 0;
  if (!(file >> pace) || pace < kTickSecondsMin || pace > kTickSecondsMax) return std::nullopt;
  return pace;
}

void write_pace(const std::filesystem::path& world_file, std::uint32_t tick_seconds) {
  if (!write_text(pace_path(world_file), std::to_string(tick_seconds) + '\n'))
    log::warn("the pace of " + world_file.filename().string() + " could not be kept; it lasts until the next restart");
}

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
