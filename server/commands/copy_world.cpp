// Copies of worlds without a server: backups, exports, and new worlds from either.
#include <unistd.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <optional>
#include <utility>

#include "persistence/accounts.hpp"
#include "persistence/copies.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"
#include "server/commands/world_files.hpp"
#include "server/house/house.hpp"
#include "server/storage/data_folder.hpp"
#include "server/storage/folder_owner.hpp"
#include "server/wall_clock.hpp"

namespace tt::server {
namespace {

namespace json = boost::json;

int say_made(bool as_json, const std::string& name, const std::filesystem::path& file, const std::string& words) {
  say(as_json ? json::serialize(json::object{{"name", name}, {"file", file.string()}}) + '\n' : words + '\n');
  return kDone;
}

using Accounts = persistence::Result<std::optional<persistence::AccountsFile>>;

/// Nothing where nobody has been yet. Fails while a server has them open.
Accounts accounts_of(const std::filesystem::path& data) {
  const auto path = DataFolder::accounts_path(data);
  std::error_code ec;
  if (!std::filesystem::exists(path, ec)) return std::optional<persistence::AccountsFile>{};
  auto accounts = persistence::AccountsFile::open(path);
  if (!accounts) return accounts.error();
  return std::optional(std::move(*accounts));
}

/// Who shall own the new world: of a backup whoever owns the old one, of another file whom the command names. 0 for
/// nobody.
persistence::Result<std::uint64_t> owner_of(std::optional<persistence::AccountsFile>& accounts,
                                            const ImportWorldCommand& command, const std::string& from) {
  if (!command.is_backup && command.owner.empty()) return std::uint64_t{0};
  if (!accounts && command.is_backup) return std::uint64_t{0};
  if (accounts && command.is_backup) {
    const auto owner = accounts->host_of(from);
    if (!owner) return owner.error();
    return owner->value_or(0);
  }
  if (accounts) {
    const auto owner = accounts->guest_called(command.owner);
    if (!owner || *owner != 0) return owner;
  }
  return persistence::Failure{"There is no guest of that number or login.", command.owner,
                              "Leave --owner out, and name one with `technotariat admin own` when the server runs."};
}

/// Nobody inherits it from a world that went by that name before.
persistence::Result<void> hand_over(std::optional<persistence::AccountsFile>& accounts, const std::string& world,
                                    std::uint64_t owner) {
  if (!accounts) return {};
  return owner == 0 ? accounts->clear_host(world) : accounts->set_host(world, owner);
}

persistence::Result<void> check_house(persistence::WorldFile& file) {
  std::uint64_t bad = 0;
  auto read = file.read(1, [&](std::uint64_t index, const persistence::Entry& entry) {
    const auto* const event = std::get_if<HouseEvent>(&entry);
    if (bad == 0 && event != nullptr && !is_sound(*event)) bad = index;
  });
  if (!read) return read.error();
  if (bad == 0) return {};
  return persistence::Failure{"What happened in the house there cannot have happened: a number is too large.",
                              file.path().string() + ", entry " + std::to_string(bad),
                              "The file was left as it is; ask for a sound copy."};
}

}  // namespace

int run(const BackUpWorldCommand& command, const Players&) {
  keep_files_private();
  const auto foreign = foreign_to(::geteuid(), command.data);
  if (foreign && command.to.empty()) return say_failure(*foreign);
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
  keep_files_private();
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
  keep_files_private();
  if (const auto foreign = foreign_to(::geteuid(), command.data)) return say_failure(*foreign);
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
  auto accounts = accounts_of(command.data);
  if (!accounts) return say_failure(accounts.error());
  const auto owner = owner_of(*accounts, command, genesis->world);
  if (!owner) return say_failure(owner.error());
  if (!command.is_backup)
    if (const auto sound = check_house(*file); !sound) return say_failure(sound.error());
  const auto made = persistence::copy_world(*file, to,
                                            {.name = name,
                                             .until_tick = command.tick,
                                             .without_secrets = !command.is_backup,
                                             .without_powers = !command.is_backup});
  if (!made) return say_failure(made.error());
  if (const auto owned = hand_over(*accounts, name, *owner); !owned) return say_failure(owned.error());
  const std::string nobodys =
      *owner != 0 ? "." : ", and nobody owns it: technotariat admin own " + name + " GUEST names who does.";
  const std::string left_out = command.is_backup ? "" : " Passwords and invitations are left out" + nobodys;
  return say_made(command.json, name, to,
                  "Made world " + name + (command.tick ? " as of tick " + std::to_string(*command.tick) : "") +
                      ". A running server sees it when it starts again." + left_out);
}

}  // namespace tt::server
