// What nobody uses goes: worlds founded from the lobby and never played. And who may not be forgotten, since they have
// a place somewhere.
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "persistence/copies.hpp"
#include "server/lobby/worlds.hpp"
#include "server/log.hpp"

namespace tt::server {
namespace {

/// With what SQLite keeps beside it.
void remove_world_file(const std::filesystem::path& path) {
  std::error_code ec;
  for (const char* const beside : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::path file = path;
    file += beside;
    std::filesystem::remove(file, ec);
    if (ec) log::error("the file of a world that goes cannot be removed: " + file.string() + ": " + ec.message());
  }
}

}  // namespace

std::uint64_t Worlds::goes_ms(const Entry& entry, const v1::WorldSummary& summary) const {
  if (entry.founded_ms == 0 || summary.tick() != 0 || summary.failed()) return 0;
  const Caps& caps = ground_.config.caps;
  const milliseconds has = summary.players() == 0 ? caps.unplayed_world : caps.waiting_world;
  return has.count() == 0 ? 0 : entry.founded_ms + static_cast<std::uint64_t>(has.count());
}

void Worlds::sweep() {
  struct Due {
    std::string name;
    std::shared_ptr<WorldActor> actor;
    bool seats = false;  ///< goes even though people have seats
  };
  std::vector<Due> due;
  {
    const std::lock_guard lock(mutex_);
    const std::uint64_t now = ground_.clock.wall_ms();
    for (const auto& [name, entry] : entries_) {
      if (!entry.actor || is_shown(name)) continue;
      const v1::WorldSummary summary = entry.actor->summary(0);
      const std::uint64_t goes = goes_ms(entry, summary);
      if (goes != 0 && goes <= now) due.push_back({name, entry.actor, summary.players() != 0});
    }
  }
  for (const Due& one : due)
    one.actor->go_if_unplayed(one.seats, [this, name = one.name](bool gone) {
      if (gone) remove(name);
    });
  sweep_shown();
}

/// Its journal has been let go of on its lane before.
void Worlds::remove(const std::string& name) {
  {
    const std::lock_guard lock(mutex_);
    entries_.erase(name);
  }
  ground_.guests.clear_host(name);
  log::info("world " + name + " goes: its first tick has not closed in the time it had for it");
  const std::filesystem::path copies = ground_.config.backup.folder.empty()
                                           ? DataFolder::backups_path(ground_.config.data)
                                           : ground_.config.backup.folder;
  lane_of(name).post([file = ground_.data.world_file(name), copies, name] {
    remove_world_file(file);
    std::error_code ignored;
    for (const auto& copy : persistence::backups_of(name, copies)) std::filesystem::remove(copy, ignored);
  });
}

std::optional<std::unordered_set<std::uint64_t>> Worlds::needed_guests() const {
  std::unordered_set<std::uint64_t> needed;
  const std::lock_guard lock(mutex_);
  for (const auto& [name, entry] : entries_) {
    if (is_shown(name)) continue;  // its seats were strategies'
    if (!entry.actor && !entry.failure.empty()) return std::nullopt;
    if (entry.host != 0) needed.insert(entry.host);
    if (entry.actor) entry.actor->add_people(needed);
  }
  return needed;
}

}  // namespace tt::server
