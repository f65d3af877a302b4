#include "persistence/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace tt::persistence {

namespace {

constexpr std::array<const char*, 3> kCompanions{"-wal", "-journal", "-shm"};

std::filesystem::path beside(const std::filesystem::path& path, const char* suffix) {
  std::filesystem::path companion = path;
  companion += suffix;
  return companion;
}

Failure of_system(const char* doing, const std::filesystem::path& path, int code) {
  return {std::string(doing).append(" failed: ").append(std::generic_category().message(code)).append("."),
          path.string(), "Check the folder, its permissions and the room on the disk."};
}

/// `call` is fsync, or syncfs.
Result<void> sync(const std::filesystem::path& path, int flags, int (*call)(int) = ::fsync) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return of_system("Opening", path, errno);
  const int code = call(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (code != 0) return of_system("Writing to the disk", path, code);
  return {};
}

std::filesystem::path folder_of(const std::filesystem::path& name) {
  return name.has_parent_path() ? name.parent_path() : std::filesystem::path(".");
}

}  // namespace

std::filesystem::path draft_of(const std::filesystem::path& name) {
  return beside(name, ".new");
}

void remove_draft(const std::filesystem::path& draft) {
  std::error_code ignored;  // what cannot be removed makes the next step fail, with words
  std::filesystem::remove(draft, ignored);
  for (const char* suffix : kCompanions) std::filesystem::remove(beside(draft, suffix), ignored);
}

Result<void> check_name_is_free(const std::filesystem::path& name) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(name, ignored)))
    return Failure{"There is a file of that name already.", name.string(),
                   "Choose another name, or move that file away."};
  for (const char* suffix : kCompanions) {
    const std::filesystem::path companion = beside(name, suffix);
    if (std::filesystem::exists(std::filesystem::symlink_status(companion, ignored)))
      return Failure{"The journal of an older file of that name is still there.", companion.string(),
                     "Put it back beside the file it belongs to, or remove it if that file is gone for good."};
  }
  return {};
}

Result<void> settle(const std::filesystem::path& finished, const std::filesystem::path& name) {
  if (auto free = check_name_is_free(name); !free) return free.error();
  if (auto synced = sync(finished, O_RDONLY); !synced) return synced.error();
  int code = ::renameat2(AT_FDCWD, finished.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
  // Some file systems cannot promise not to replace; the name was free a moment ago.
  if (code == EINVAL || code == ENOSYS) code = ::rename(finished.c_str(), name.c_str()) == 0 ? 0 : errno;
  if (code != 0) return of_system("Naming the finished file", name, code);
  return sync(folder_of(name), O_RDONLY | O_DIRECTORY);
}

Result<void> settle_over(const std::filesystem::path& finished, const std::filesystem::path& name) {
  if (auto synced = sync(finished, O_RDONLY); !synced) return synced.error();
  if (::rename(finished.c_str(), name.c_str()) != 0) return of_system("Naming the finished file", name, errno);
  return sync(folder_of(name), O_RDONLY | O_DIRECTORY);
}

Result<void> sync_all_in(const std::filesystem::path& folder) {
  return sync(folder, O_RDONLY | O_DIRECTORY, ::syncfs);
}

}  // namespace tt::persistence
