// Copies of worlds without a server: backups, exports, and new worlds from either.
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <utility>

#include "persistence/copies.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"
#include "server/commands/world_files.hpp"
#include "server/storage/data_folder.hpp"
#include "server/wall_clock.hpp"

namespace tt::server {
namespace {

namespace json = boost::json;

int say_made(bool as_json, const std::string& name, const std::filesystem::path& file, const std::string& words) {
  say(as_json ? json::serialize(json::object{{"name", name}, {"file", file.string()}}) + '\n' : words + '\n');
  return kDone;
}

}  // namespace

int run(const BackUpWorldCommand& command, const Players&) {
  const auto path = existing(command.data, command.name);
  if (!path) return say_failure(path.error());
  auto file = persistence::WorldFile::open(*path);
  if (!file) return say_failure(file.error());
  const auto folder = command.to.empty() ? DataFolder::backups_path(command.data) : command.to;
  const auto made = persistence::keep_backup(command.name, folder, utc_stamp(wall_clock_ms()), command.keep,
                                             [&](const std::filesystem::path& to) { return file->backup_to(to); });
  if (!made) return say_failure(made.error());
  return say_made(command.json, command.name, *made, "Copied " + command.name + " to " + made->string() + ".");
}

int run(const ExportWorldCommand& command, const Players&) {
  const auto path = existing(command.data, command.name);
  if (!path) return say_failure(path.error());
  auto file = persistence::WorldFile::open(*path);
  if (!file) return say_failure(file.error());
  const auto made =
      persistence::copy_world(*file, command.to, {.name = {}, .until_tick = std::nullopt, .without_secrets = true});
  if (!made) return say_failure(made.error());
  return say_made(command.json, command.name, command.to,
                  "Exported " + command.name + " to " + command.to.string() +
                      ". Left out: passwords, invitation codes, notes on invitations, and talk that was not for all.");
}

int run(const ImportWorldCommand& command, const Players&) {
  const auto genesis = persistence::check_stranger(command.file);
  if (!genesis) return say_failure(genesis.error());
  const std::string name = command.name.empty() ? genesis->world : command.name;
  if (!is_world_name(name)) return say_failure(no_world_name(name));
  std::error_code ec;
  std::filesystem::create_directories(command.data / "worlds", ec);
  const auto to = DataFolder::world_path(command.data, name);
  if (std::filesystem::exists(to, ec))
    return say_failure({"There is a world \"" + name + "\" already.", command.data.string(),
                        "Give the new one another name with --name."});
  auto file = persistence::WorldFile::open(command.file);
  if (!file) return say_failure(file.error());
  const auto made =
      persistence::copy_world(*file, to, {.name = name, .until_tick = command.tick, .without_secrets = false});
  if (!made) return say_failure(made.error());
  return say_made(command.json, name, to,
                  "Made world " + name + (command.tick ? " as of tick " + std::to_string(*command.tick) : "") +
                      ". A running server sees it when it starts again.");
}

}  // namespace tt::server
