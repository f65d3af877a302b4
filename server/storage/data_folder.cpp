#include "server/storage/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "protocol/limits.hpp"
#include "server/storage/folder_owner.hpp"

namespace tt::server {

using persistence::Failure;

persistence::Result<DataFolder> DataFolder::open(const std::filesystem::path& path) {
  if (const auto foreign = foreign_to(::geteuid(), path)) return *foreign;
  std::error_code ec;
  std::filesystem::create_directories(path / "worlds", ec);
  if (ec)
    return Failure("The data folder cannot be made: " + ec.message() + ".", path.string(),
                   "Choose a folder you may write to with --data.");
  const std::filesystem::path lock_path = path / "lock";
  const int lock = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0)
    return Failure("The lock file cannot be opened: " + std::string(std::strerror(errno)) + ".", lock_path.string(),
                   "Choose a folder you may write to with --data.");
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return Failure("Another server is using this data folder.", path.string(),
                   "Stop that one, or choose another folder with --data.");
  }
  std::filesystem::remove_all(path / "copies", ec);
  return DataFolder(path, lock);
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataFolder::~DataFolder() {
  if (lock_ >= 0) ::close(lock_);
}

std::vector<std::string> DataFolder::world_names() const {
  return world_names(path_);
}

std::vector<std::string> DataFolder::world_names(const std::filesystem::path& data) {
  std::vector<std::string> names;
  std::error_code ec;
  for (std::filesystem::directory_iterator at(data / "worlds", ec), end; !ec && at != end; at.increment(ec))
    if (at->path().extension() == ".world" && at->is_regular_file()) names.push_back(at->path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

void keep_files_private() {
  ::umask(S_IRWXG | S_IRWXO);
}

bool is_world_name(std::string_view name) {
  if (name.empty() || name.size() > protocol::kWorldNameBytesMax || name.front() == '-' || name.back() == '-')
    return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace tt::server
