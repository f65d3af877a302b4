#include "server/commands/world_files.hpp"

#include "server/lobby/founding.hpp"
#include "server/storage/data_folder.hpp"

namespace tt::server {

using persistence::Failure;
using persistence::Result;

Failure no_world_name(const std::string& name) {
  return {"\"" + name + "\" is no name for a world.", "the command line",
          "Use a to z, 0 to 9 and \"-\", not at either end, at most 64 characters."};
}

Result<std::filesystem::path> existing(const std::filesystem::path& data, const std::string& name) {
  if (!is_world_name(name)) return no_world_name(name);
  const auto path = DataFolder::world_path(data, name);
  if (std::filesystem::exists(path)) return path;
  std::string names;
  for (const std::string& one : DataFolder::world_names(data)) names += (names.empty() ? "" : ", ") + one;
  return Failure{"There is no world \"" + name + "\".", data.string(),
                 names.empty() ? "Found one with: technotariat world new." : "There are: " + names + "."};
}

std::string_view name_of(rules::Role role) {
  switch (role) {
    case rules::Role::kCapitalist:
      return "capitalist";
    case rules::Role::kMember:
      return "member";
    case rules::Role::kWorker:
      return "worker";
  }
  return "";
}

}  // namespace tt::server
