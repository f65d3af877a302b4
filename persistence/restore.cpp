#include "persistence/restore.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "persistence/replayer.hpp"
#include "rules/state/scenario_text.hpp"

namespace tt::persistence {

namespace {

/// Where a replay starts from.
struct Base {
  rules::World world;
  std::uint64_t index = 0;  ///< of the last entry already in it
};

Failure in_file(const WorldFile& file, Failure failure) {
  failure.where = failure.where.empty() ? file.path().string() : file.path().string() + ", " + failure.where;
  return failure;
}

/// The world of a snapshot, unless it is not the one the journal says.
std::optional<rules::World> world_of(WorldFile& file, const Snapshot& snapshot) {
  rules::Hash expected = file.genesis().state_hash;
  if (snapshot.after_index != 0) {
    const auto entry = file.entry(snapshot.after_index);
    if (!entry || !std::holds_alternative<TickClose>(*entry)) return std::nullopt;
    expected = std::get<TickClose>(*entry).state_hash;
  }
  auto world = rules::load(snapshot.state);
  if (!world || rules::state_hash(*world) != expected) return std::nullopt;
  return world;
}

Result<Base> newest_base(WorldFile& file) {
  std::uint64_t at_most = file.last_index();
  for (;;) {
    auto snapshot = file.latest_snapshot(at_most);
    if (!snapshot) return snapshot.error();
    if (!*snapshot) break;
    const std::uint64_t index = (*snapshot)->after_index;
    if (auto world = world_of(file, **snapshot)) return Base{std::move(*world), index};
    if (index == 0) break;
    at_most = index - 1;
  }
  auto world = found(file.genesis());
  if (!world) return in_file(file, world.error());
  return Base{std::move(*world), 0};
}

/// The latest requests of each player, as the journal goes by.
class RecentRequests {
 public:
  void see(std::uint64_t index, std::uint64_t player, std::uint64_t request_id, rules::Tick tick) {
    if (request_id == 0) return;
    auto& [count, mine] = by_player_[player];
    // One request may have several entries.
    if (!mine.empty() && mine.back().request_id == request_id) {
      mine.back().index = index;
      return;
    }
    if (mine.size() == kRecentPerPlayer) mine.pop_front();
    mine.push_back({player, request_id, index, ++count, tick});
  }

  [[nodiscard]] std::vector<RecentRequest> in_order() const {
    std::vector<RecentRequest> all;
    for (const auto& [player, own] : by_player_) all.insert(all.end(), own.recent.begin(), own.recent.end());
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    return all;
  }

 private:
  struct Own {
    std::uint64_t count = 0;
    std::deque<RecentRequest> recent;
  };
  std::unordered_map<std::uint64_t, Own> by_player_;
};

/// The bot that sits down by this; null if none does.
const rules::TakeSeat* bot_of(const Command& command) {
  const auto* const host = std::get_if<rules::HostAction>(&command.what);
  const auto* const take = host != nullptr ? std::get_if<rules::TakeSeat>(host) : nullptr;
  return take != nullptr && take->controller == rules::Controller::kBot ? take : nullptr;
}

}  // namespace

Result<rules::World> found(const Genesis& genesis) {
  const auto read = rules::read_scenario(genesis.scenario);
  if (const auto* const fault = std::get_if<rules::ScenarioFault>(&read))
    return Failure{"This program cannot read the world's scenario: " + fault->what,
                   "the founding row, line " + std::to_string(fault->line) + " of its scenario",
                   "Use the program that founded the world."};
  rules::Scenario scenario = std::get<rules::Scenario>(read);
  if (!genesis.title.empty()) scenario.title = genesis.title;
  rules::World world = rules::found_world(scenario, genesis.seed);
  if (rules::state_hash(world) != genesis.state_hash)
    return Failure{"This program founds another world from the same scenario and seed: the hashes differ.",
                   "the founding row", "Use the program that founded the world."};
  return world;
}

Result<Restored> restore(WorldFile& file) {
  auto base = newest_base(file);
  if (!base) return base.error();
  Replayer replayer(std::move(base->world));
  RecentRequests recent;
  rules::World at_close = replayer.world();
  std::vector<Command> pending;
  std::vector<NumberedHouseEvent> house;
  std::vector<rules::TakeSeat> bots;
  std::optional<Failure> failure;
  rules::Tick tick = 0;
  // The whole journal goes by, for the requests in it; only what the snapshot does not hold yet is applied.
  auto read = file.read(1, [&](std::uint64_t index, const Entry& entry) {
    if (failure) return;
    const bool closes = std::holds_alternative<TickClose>(entry);
    const auto* const command = std::get_if<Command>(&entry);
    if (command != nullptr) {
      recent.see(index, command->player, command->request_id, tick);
      if (const auto* const bot = bot_of(*command)) bots.push_back(*bot);
    }
    if (closes) ++tick;
    if (const auto* const event = std::get_if<HouseEvent>(&entry)) {
      recent.see(index, event->player(), event->request_id(), tick);
      house.push_back({index, *event});
    }
    if (index <= base->index) return;
    if (auto taken = replayer.take(index, entry); !taken) failure = in_file(file, taken.error());
    if (failure) return;
    if (closes) {
      at_close = replayer.world();
      pending.clear();
    } else if (command != nullptr) {
      pending.push_back(*command);
    }
  });
  if (!read) return read.error();
  if (failure) return *failure;
  rules::PublicView last_close = rules::public_view(at_close);
  return Restored{replayer.release(), std::move(last_close), std::move(at_close), std::move(pending),
                  file.last_index(),  recent.in_order(),     std::move(house),    std::move(bots)};
}

Result<rules::World> replay(WorldFile& file, std::optional<rules::Tick> until_tick,
                            const std::function<void(const rules::World&, rules::Hash)>& closed) {
  auto founded = found(file.genesis());
  if (!founded) return in_file(file, founded.error());
  Replayer replayer(std::move(*founded));
  if (closed) closed(replayer.world(), file.genesis().state_hash);
  std::optional<Failure> failure;
  const auto arrived = [&] { return until_tick && replayer.world().tick >= *until_tick; };
  auto read = file.read(1, [&](std::uint64_t index, const Entry& entry) {
    if (failure || arrived()) return;
    auto taken = replayer.take(index, entry);
    if (!taken) failure = in_file(file, taken.error());
    const auto* const close = std::get_if<TickClose>(&entry);
    if (taken && closed && close != nullptr) closed(replayer.world(), close->state_hash);
  });
  if (!read) return read.error();
  if (failure) return *failure;
  if (until_tick && !arrived())
    return Failure{"The world has not come to tick " + std::to_string(*until_tick) + " yet.", file.path().string(),
                   "Ask for a tick up to " + std::to_string(replayer.world().tick) + "."};
  return rules::World(replayer.release());
}

}  // namespace tt::persistence
