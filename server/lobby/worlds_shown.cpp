// Finished worlds from elsewhere that are shown for a while: matches of tournaments, to be looked back at like any
// world. What is shown is a copy, so that nothing anybody does with it reaches the original.
#include <algorithm>
#include <boost/asio/post.hpp>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "protocol/codec/errors.hpp"
#include "server/limits.hpp"
#include "server/lobby/worlds.hpp"
#include "server/log.hpp"

namespace tt::server {
namespace {

namespace fs = std::filesystem;
using protocol::make_error;

/// A copy of the file, opened; only a world that has ended is one to be looked back at.
persistence::Result<Loaded> copy_of(const fs::path& from, const fs::path& to) {
  std::error_code ec;
  fs::create_directories(to.parent_path(), ec);
  if (!ec) fs::copy_file(from, to, fs::copy_options::overwrite_existing, ec);
  if (ec)
    return persistence::Failure{"It cannot be copied: " + ec.message() + ".", from.string(),
                                "Free space, or look at who may read it."};
  auto loaded = load_world_file(to);
  if (loaded && !loaded->restored.world.finished)
    return persistence::Failure{"The world has not ended.", from.string(), "Play it to its end first."};
  return loaded;
}

}  // namespace

void Worlds::show(const std::string& name, const fs::path& from, Shown shown) {
  std::optional<v1::Error> busy;
  {
    const std::lock_guard lock(mutex_);
    const auto shown_now = static_cast<std::size_t>(
        std::count_if(entries_.begin(), entries_.end(), [](const auto& entry) { return is_shown(entry.first); }));
    const auto at = entries_.find(name);
    if (at != entries_.end()) {
      at->second.shown_at = ground_.clock.now();
      if (!at->second.actor) busy = make_error(v1::ERROR_CODE_BUSY, "It is being opened; ask again in a second.");
    } else if (shown_now >= kShownWorldsMax) {
      busy = make_error(v1::ERROR_CODE_BUSY, "Many matches are being looked at here; try again in some minutes.");
    } else {
      entries_[name].shown_at = ground_.clock.now();  // the place is taken
    }
    if (at != entries_.end() && !busy) return boost::asio::post(ground_.pool, [shown] { shown({}); });
  }
  if (busy) {
    sweep_shown();
    return shown(*busy);
  }
  lane_of(name).post([this, name, from, shown = std::move(shown)] {
    auto loaded = copy_of(from, file_of(name));
    if (loaded) {
      add(name, *std::move(loaded), {}, {});
      return shown({});
    }
    log::error("world " + name + " cannot be shown: " + loaded.error().text());
    take_away(name);
    shown(make_error(v1::ERROR_CODE_PAST_UNREADABLE));
  });
}

void Worlds::sweep_shown() {
  std::vector<std::pair<std::string, std::shared_ptr<WorldActor>>> due;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [name, entry] : entries_)
      if (is_shown(name) && entry.actor && ground_.clock.now() - entry.shown_at >= kShownFor)
        due.emplace_back(name, entry.actor);
  }
  for (const auto& [name, actor] : due)
    actor->go_if_empty([this, name = name](bool gone) {
      if (gone) take_away(name);
    });
}

/// Its journal, if it had one, has been let go of on its lane before.
void Worlds::take_away(const std::string& name) {
  {
    const std::lock_guard lock(mutex_);
    entries_.erase(name);
  }
  lane_of(name).post([this, name, file = file_of(name)] {
    if (find(name)) return;  // asked for again since
    std::error_code ignored;
    for (const char* const beside : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + beside, ignored);
  });
}

}  // namespace tt::server
