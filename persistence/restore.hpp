// From file to world: by the newest snapshot and the entries after it, or from the beginning. Both give the same world.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "persistence/result.hpp"
#include "persistence/world_file.hpp"
#include "rules/rules.hpp"

namespace tt::persistence {

/// Of each player this many of the latest requests are remembered: at 32 actions a tick, the last eight ticks of the
/// busiest one.
inline constexpr std::size_t kRecentPerPlayer = 256;

/// A request whose answer may have been lost on the way; asked again, it gets the same answer.
struct RecentRequest {
  std::uint64_t player = 0;
  std::uint64_t request_id = 0;
  std::uint64_t index = 0;   ///< of its journal entry
  std::uint64_t number = 0;  ///< among the player's own requests in the journal, from 1
  rules::Tick tick = 0;      ///< ticks closed when it was accepted
};

struct NumberedHouseEvent {
  std::uint64_t index = 0;
  HouseEvent event;
};

struct Restored {
  rules::World world;            ///< with the pending commands of the running tick
  rules::PublicView last_close;  ///< right after the last tick close, or of the founded world
  rules::World at_close;         ///< right after the last tick close, or as founded
  std::vector<Command> pending;  ///< commands of the running tick, in order
  std::uint64_t last_index = 0;
  std::vector<RecentRequest> recent;      ///< in the order of the journal
  std::vector<NumberedHouseEvent> house;  ///< all of them, in order
  std::vector<rules::TakeSeat> bots;      ///< that ever sat down, in order
};

/// The world as it was when the last entry was written. Every tick close replayed must give the hash written beside it.
Result<Restored> restore(WorldFile& file);

/// The world as it was right after the tick numbered `until_tick` closed (nothing: after the last entry), from the
/// beginning, without any snapshot. `closed` is called after every tick, and once for the founded world.
Result<rules::World> replay(WorldFile& file, std::optional<rules::Tick> until_tick,
                            const std::function<void(const rules::World&, rules::Hash)>& closed = {});

/// The world a genesis founds; fails if this program founds another one from it.
Result<rules::World> found(const Genesis& genesis);

}  // namespace tt::persistence
