// One world, one file: what founded it, and everything that has happened since, in order. Nothing is ever changed or
// taken away. A WorldFile belongs to one thread at a time and holds the file's exclusive lock as long as it lives.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "persistence/result.hpp"
#include "rules/actions/action.hpp"
#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "technotariat/store/v1/journal.pb.h"

namespace tt::persistence {

/// What a world is founded from. Written once; part of the hash chain.
struct Genesis {
  std::string world;     ///< its name on this host
  std::string scenario;  ///< the whole text (rules/state/scenario_text.hpp), so that no replay depends on another file
  std::string title;     ///< replaces the scenario's; empty keeps it
  std::uint64_t seed = 0;
  std::uint32_t rules_version = 0;
  rules::Hash state_hash = 0;  ///< of the world as founded, to prove every later founding
  bool operator==(const Genesis&) const = default;
};

struct SeatedAction {
  rules::HouseholdId actor;
  rules::Action action;
};

/// Something accepted by the rules. `player` and `request_id` tie it to the request it answers (0: the house, none).
struct Command {
  std::variant<SeatedAction, rules::HostAction> what;
  std::uint64_t player = 0;
  std::uint64_t request_id = 0;
};

struct TickClose {
  std::uint32_t clock = 0;  ///< World::clock after the close
  rules::Hash state_hash = 0;
};

/// Something among the people of a world: invitations, measures, chat, the clock. The rules never see it.
using HouseEvent = technotariat::store::v1::HouseEvent;

/// Entries are numbered from 1 without gaps.
using Entry = std::variant<Command, TickClose, HouseEvent>;

struct Snapshot {
  std::uint64_t after_index = 0;
  std::string state;  ///< rules::save
};

class WorldFile {
 public:
  /// A new file, all or nothing; there must be none of that name. Returned open.
  static Result<WorldFile> create(const std::filesystem::path& path, const Genesis& genesis);

  /// The bytes of a file of this world with these entries: for whoever writes many at once, and sees to it that they
  /// reach the disk. Fails as `create` and `append` do for what cannot be stored.
  static Result<std::string> image(const Genesis& genesis, std::span<const Entry> entries);

  /// Treats the file as hostile: identity, schema, page structure and the whole hash chain are checked before anything
  /// is believed. Fails with words if it is missing, in use by another process, not a world, newer, damaged, or of
  /// another rules version.
  static Result<WorldFile> open(const std::filesystem::path& path);

  WorldFile(WorldFile&&) noexcept;
  WorldFile& operator=(WorldFile&&) noexcept;
  ~WorldFile();

  [[nodiscard]] const Genesis& genesis() const;
  [[nodiscard]] const std::filesystem::path& path() const;
  /// 0 for a world in which nothing has happened yet.
  [[nodiscard]] std::uint64_t last_index() const;

  /// Appends all entries in one transaction: on success they are on the disk, on failure none of them is there. After
  /// an I/O error (not after a full disk) every later append fails too: what the disk holds is known only after opening
  /// the file again.
  Result<void> append(std::span<const Entry> entries);

  /// Calls back with every entry from `from_index` (at least 1) to the last, in order.
  Result<void> read(std::uint64_t from_index, const std::function<void(std::uint64_t, const Entry&)>& visit);

  /// At most so many entries from `from_index` (at least 1) on, in order; none beyond the last. To read a long journal
  /// in turns with other work.
  Result<std::vector<Entry>> read_some(std::uint64_t from_index, std::size_t at_most);

  /// One entry; fails if there is none of that number.
  Result<Entry> entry(std::uint64_t index);

  /// Keeps the state after a tick close (or 0: as founded), so that a restart need not replay all. A cache: the three
  /// latest stay, and the file means the same without any. Fails if the entry at `after_index` is not a tick close.
  Result<void> save_snapshot(std::uint64_t after_index, std::string_view state);

  /// The newest sound snapshot not after that entry; damaged ones are passed over.
  Result<std::optional<Snapshot>> latest_snapshot(std::uint64_t at_most_index);

  /// A copy of this moment at a path where there is nothing yet; complete on the disk when this returns.
  Result<void> backup_to(const std::filesystem::path& copy);

 private:
  struct State;
  explicit WorldFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tt::persistence
