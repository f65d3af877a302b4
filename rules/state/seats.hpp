// Making a household a seat.
#pragma once

#include "rules/state/world.hpp"

namespace tt::rules {

/// A vacant seat for this household, which must not be one yet.
Seat& add_seat(World& world, HouseholdId household, Role role);

}  // namespace tt::rules
