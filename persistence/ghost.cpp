#include "persistence/ghost.hpp"

#include <algorithm>

#include "persistence/restore.hpp"

namespace tt::persistence {

namespace {

using rules::HouseholdId;
using rules::World;

Laurels laurels_of(const World& world, HouseholdId household) {
  const std::uint32_t index = world.households.seat[household];
  if (index == rules::kNoSeat) return {};
  const rules::Seat& seat = world.seats[index];
  return {seat.wealth_share, seat.livelihood_share, seat.standing};
}

/// Plays entries into a world in which one seat is nobody's.
class GhostPlayer {
 public:
  GhostPlayer(World& world, HouseholdId seat) : world_(world), seat_(seat) {}

  void operator()(const TickClose&) { rules::close_tick(world_); }
  void operator()(const HouseEvent&) {}

  void operator()(const Command& command) {
    if (const auto* const seated = std::get_if<SeatedAction>(&command.what)) {
      if (seated->actor != seat_) static_cast<void>(rules::apply(world_, seated->actor, seated->action));
    } else if (const auto* const takes = std::get_if<rules::TakeSeat>(&std::get<rules::HostAction>(command.what))) {
      take(*takes);
    } else {
      const auto& sets = std::get<rules::SetController>(std::get<rules::HostAction>(command.what));
      if (sets.household != seat_) static_cast<void>(rules::apply(world_, rules::HostAction{sets}));
    }
  }

 private:
  World& world_;
  HouseholdId seat_;
  bool taken_ = false;

  void take(rules::TakeSeat takes) {
    if (takes.household == seat_) {
      if (std::exchange(taken_, true)) return;
      takes.controller = rules::Controller::kAutopilot;
    }
    static_cast<void>(rules::apply(world_, rules::HostAction{takes}));
  }
};

bool takes_seat(const Entry& entry, HouseholdId household) {
  const auto* const command = std::get_if<Command>(&entry);
  if (command == nullptr) return false;
  const auto* const host = std::get_if<rules::HostAction>(&command->what);
  if (host == nullptr) return false;
  const auto* const takes = std::get_if<rules::TakeSeat>(host);
  return takes != nullptr && takes->household == household;
}

}  // namespace

World ghost_world(const World& founded, std::span<const Entry> journal, HouseholdId seat) {
  World world = founded;
  GhostPlayer player(world, seat);
  for (const Entry& entry : journal) std::visit(player, entry);
  return world;
}

SeatScore score_of(const World& played, const World& founded, std::span<const Entry> journal, HouseholdId seat) {
  return {seat, laurels_of(played, seat), laurels_of(ghost_world(founded, journal, seat), seat)};
}

std::vector<SeatScore> scores(const World& played, const World& founded, std::span<const Entry> journal) {
  std::vector<SeatScore> all;
  for (const rules::Seat& seat : played.seats) {
    const auto taken = [&](const Entry& entry) { return takes_seat(entry, seat.household); };
    if (std::any_of(journal.begin(), journal.end(), taken))
      all.push_back(score_of(played, founded, journal, seat.household));
  }
  return all;
}

Result<std::vector<SeatScore>> scores(WorldFile& file) {
  auto founded = found(file.genesis());
  if (!founded) return founded.error();
  auto played = replay(file, std::nullopt);
  if (!played) return played.error();
  std::vector<Entry> journal;
  auto read = file.read(1, [&](std::uint64_t, const Entry& entry) { journal.push_back(entry); });
  if (!read) return read.error();
  return scores(*played, *founded, journal);
}

}  // namespace tt::persistence
