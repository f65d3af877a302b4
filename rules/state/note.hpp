// Small things many rules need: the chronicle and the size limits of a world.
#pragma once

#include <algorithm>

#include "rules/state/record.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// Whether a seat, taken or on offer, owns this enterprise or works in it. Routine news of the others would bury what
/// matters.
[[nodiscard]] inline bool concerns_a_seat(const World& world, EnterpriseId id) {
  return std::any_of(world.seats.begin(), world.seats.end(), [&](const Seat& seat) {
    return world.enterprises.head[id] == seat.household || world.households.employer[seat.household] == id;
  });
}

/// Whether one more enterprise may be founded: an open one for every four people, and a few for the smallest worlds.
/// Closed ones stay on record, so those that ever were have a limit too, far off.
[[nodiscard]] inline bool has_room_for_enterprise(const World& world) {
  constexpr std::uint32_t kEverForOneOpen = 64;
  const std::uint32_t most = 8 + world.households.count() / 4;
  const auto& open = world.enterprises.open.values;
  return std::count(open.begin(), open.end(), 1) < most && world.enterprises.count() < most * kEverForOneOpen;
}

}  // namespace tt::rules
