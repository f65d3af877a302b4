#include "server/storage/folder_owner.hpp"

#include <pwd.h>
#include <sys/stat.h>

#include <string>

namespace tt::server {

std::optional<persistence::Failure> foreign_to(uid_t user, const std::filesystem::path& data) {
  struct stat folder {};
  if (user != 0 || ::stat(data.c_str(), &folder) != 0 || folder.st_uid == user) return std::nullopt;
  const passwd* const known = ::getpwuid(folder.st_uid);
  const std::string account = known != nullptr ? known->pw_name : "#" + std::to_string(folder.st_uid);
  return persistence::Failure("The account " + account + " has this folder, and could not open what root makes there.",
                              data.string(), "Run this as that account: runuser -u " + account + " -- technotariat …");
}

}  // namespace tt::server
