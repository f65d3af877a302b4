#include "persistence/copies.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "persistence/files.hpp"
#include "persistence/verify.hpp"

namespace tt::persistence {
namespace {

/// Entries written in one transaction: some hundred kilobytes.
constexpr std::size_t kAtATime = 4096;

Result<void> write_copy(WorldFile& from, const std::filesystem::path& draft, const CopyWish& wish) {
  Genesis genesis = from.genesis();
  if (!wish.name.empty()) genesis.world = wish.name;
  auto file = WorldFile::create(draft, genesis);
  if (!file) return file.error();
  std::vector<Entry> waiting;
  Result<void> written;
  rules::Tick closed = 0;
  const auto write = [&] {
    if (written) written = file->append(std::exchange(waiting, {}));
  };
  auto read = from.read(1, [&](std::uint64_t, const Entry& entry) {
    if (!written || (wish.until_tick && closed >= *wish.until_tick)) return;
    closed += std::holds_alternative<TickClose>(entry) ? 1 : 0;
    Entry copied = wish.without_secrets ? without_secrets(entry) : entry;
    waiting.push_back(wish.without_powers ? without_powers(std::move(copied)) : std::move(copied));
    if (waiting.size() == kAtATime) write();
  });
  if (!read) return read.error();
  write();
  if (!written) return written.error();
  if (wish.until_tick && (closed < *wish.until_tick || closed == 0))
    return Failure{"The world has not come to tick " + std::to_string(*wish.until_tick) + ".", from.path().string(),
                   closed == 0 ? "None has closed in it; leave the tick out."
                               : "Choose a tick from 1 to " + std::to_string(closed) + "."};
  return {};
}

}  // namespace

Entry without_secrets(Entry entry) {
  auto* const event = std::get_if<HouseEvent>(&entry);
  if (event == nullptr) return entry;
  // An empty hash means that there is no password any more, so it is replaced by one that no password has.
  if (event->has_password_set() && !event->password_set().hash().empty())
    event->mutable_password_set()->set_hash("removed");
  if (event->has_invitation_made()) {
    event->mutable_invitation_made()->clear_code_hash();
    event->mutable_invitation_made()->clear_note();
  }
  if (event->has_said() && event->said().channel() != technotariat::v1::CHAT_CHANNEL_WORLD)
    event->mutable_said()->clear_text();
  return entry;
}

Entry without_powers(Entry entry) {
  namespace v1 = technotariat::v1;
  auto* const event = std::get_if<HouseEvent>(&entry);
  if (event == nullptr) return entry;
  if (event->has_came_in() &&
      (event->came_in().role() == v1::HOUSE_ROLE_OWNER || event->came_in().role() == v1::HOUSE_ROLE_MODERATOR))
    event->mutable_came_in()->set_role(v1::HOUSE_ROLE_PLAYER);
  if (event->has_measure_taken() && event->measure_taken().measure() == v1::MEASURE_MAKE_MODERATOR)
    event->mutable_measure_taken()->set_measure(v1::MEASURE_MAKE_PLAYER);
  return entry;
}

Result<void> copy_world(WorldFile& from, const std::filesystem::path& to, const CopyWish& wish) {
  if (auto free = check_name_is_free(to); !free) return free.error();
  std::filesystem::path draft = to;
  draft += ".copy";
  remove_draft(draft);
  auto made = write_copy(from, draft, wish);  // closed, and so in one file, when this returns
  if (made) made = settle(draft, to);
  if (!made) remove_draft(draft);
  return made;
}

Result<Genesis> check_stranger(const std::filesystem::path& path) {
  auto report = verify(path);
  if (!report) return report.error();
  if (!report->sound())
    return Failure{
        report->problem,
        path.string() +
            (report->first_bad_index == 0 ? std::string() : ", entry " + std::to_string(report->first_bad_index)),
        "The file was left as it is; ask for a sound copy."};
  return report->genesis;
}

std::filesystem::path backup_path(const std::string& world, const std::filesystem::path& folder,
                                  const std::string& stamp) {
  return folder / (world + "-" + stamp + ".world");
}

std::vector<std::filesystem::path> backups_of(const std::string& world, const std::filesystem::path& folder) {
  const std::size_t length = backup_path(world, {}, "20260131T235959Z").string().size();
  std::vector<std::filesystem::path> mine;
  std::error_code ec;
  for (std::filesystem::directory_iterator at(folder, ec), end; !ec && at != end; at.increment(ec)) {
    const std::string name = at->path().filename().string();
    // Exactly this world's: "town-2" has copies of its own.
    if (name.size() == length && name.starts_with(world + "-") && name.ends_with("Z.world")) mine.push_back(at->path());
  }
  std::sort(mine.begin(), mine.end());
  return mine;
}

Result<std::filesystem::path> keep_backup(const std::string& world, const std::filesystem::path& folder,
                                          const std::string& stamp, std::size_t keep,
                                          const std::function<Result<void>(const std::filesystem::path&)>& copy) {
  std::error_code ec;
  std::filesystem::create_directories(folder, ec);
  if (ec)
    return Failure{"The folder for backups cannot be made: " + ec.message() + ".", folder.string(),
                   "Choose one you may write to."};
  const std::filesystem::path made = backup_path(world, folder, stamp);
  if (auto copied = copy(made); !copied) return copied.error();
  if (auto sound = WorldFile::open(made); !sound) return sound.error();
  const std::vector<std::filesystem::path> mine = backups_of(world, folder);
  for (std::size_t at = 0; at + keep < mine.size(); ++at) std::filesystem::remove(mine[at], ec);
  return made;
}

}  // namespace tt::persistence
