// Who sits where and who decides: the host's side of a world.
#include <variant>

#include "rules/core/text.hpp"
#include "rules/rules.hpp"
#include "rules/state/note.hpp"
#include "rules/state/seats.hpp"

namespace tt::rules {
namespace {

std::uint32_t taken_worker_seats(const World& world) {
  std::uint32_t taken = 0;
  for (const Seat& seat : world.seats)
    if (seat.role == Role::kWorker && seat.controller != Controller::kVacant) ++taken;
  return taken;
}

/// An ordinary household: not a seat, not the head of anything.
bool is_ordinary(const World& world, HouseholdId id) {
  if (world.households.seat[id] != kNoSeat || world.households.owner[id] != 0) return false;
  const EnterpriseId work = world.households.employer[id];
  return !work.exists() || world.enterprises.head[work] != id;
}

SeatRefusal perform(World& world, const TakeSeat& take) {
  if (take.household.value >= world.households.count()) return SeatRefusal::kUnknownSeat;
  const std::uint32_t index = world.households.seat[take.household];
  // A bot gives way to a person; people do not give way to anybody.
  const bool free = index == kNoSeat ? is_ordinary(world, take.household)
                                     : world.seats[index].controller == Controller::kVacant ||
                                           (world.seats[index].controller == Controller::kBot &&
                                            take.controller == Controller::kPlayer);
  if (!free) return SeatRefusal::kSeatTaken;
  const bool as_worker = index == kNoSeat || (world.seats[index].role == Role::kWorker &&
                                              world.seats[index].controller == Controller::kVacant);
  if (as_worker && taken_worker_seats(world) >= world.scenario.worker_seats) return SeatRefusal::kSeatLimit;
  if (!is_name(take.name, 1, 24) || take.controller == Controller::kVacant) return SeatRefusal::kBadName;

  Seat& seat = index != kNoSeat ? world.seats[index] : add_seat(world, take.household, Role::kWorker);
  seat.controller = take.controller;
  seat.player = take.player;
  seat.name = take.name;
  note(world, {.tick = world.running(), .kind = EventKind::kSeatTaken, .subject = take.household});
  return SeatRefusal::kNone;
}

SeatRefusal perform(World& world, const SetController& set) {
  if (set.household.value >= world.households.count()) return SeatRefusal::kUnknownSeat;
  const std::uint32_t index = world.households.seat[set.household];
  if (index == kNoSeat || world.seats[index].controller == Controller::kVacant) return SeatRefusal::kNotSeated;

  Seat& seat = world.seats[index];
  seat.controller = set.controller;
  if (set.controller == Controller::kVacant) {
    seat.player = 0;
    seat.name.clear();
    note(world, {.tick = world.running(), .kind = EventKind::kSeatLeft, .subject = set.household});
  }
  return SeatRefusal::kNone;
}

}  // namespace

Seat& add_seat(World& world, HouseholdId household, Role role) {
  world.households.seat[household] = static_cast<std::uint32_t>(world.seats.size());
  const Mils cash = world.households.cash[household];
  world.seats.push_back({.household = household, .role = role, .opening_cash = cash, .last_opening_cash = cash});
  Seat& seat = world.seats.back();
  // Nobody kept a payslip for this person: of the latest tick's only the balance is known.
  const Mils balance = world.households.last_transfers[household];
  seat.pay.benefit = std::max<Mils>(0, balance);
  seat.pay.tax = std::max<Mils>(0, -balance);
  return seat;
}

SeatRefusal apply(World& world, const HostAction& action) {
  return std::visit([&](const auto& a) { return perform(world, a); }, action);
}

HouseholdId free_seat(const World& world, Role role) {
  for (const Seat& seat : world.seats)
    if (seat.role == role && seat.controller == Controller::kVacant) return seat.household;
  if (role != Role::kWorker || taken_worker_seats(world) >= world.scenario.worker_seats) return {};
  // Skills and work are drawn, not ordered by number, so the first ordinary household is as good as any.
  for (const HouseholdId id : world.households.ids())
    if (is_ordinary(world, id)) return id;
  return {};
}

std::uint32_t free_seats(const World& world, Role role) {
  if (role == Role::kWorker) return world.scenario.worker_seats - taken_worker_seats(world);
  std::uint32_t free = 0;
  for (const Seat& seat : world.seats)
    if (seat.role == role && seat.controller == Controller::kVacant) ++free;
  return free;
}

}  // namespace tt::rules
