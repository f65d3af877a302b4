// What people get and give beyond their pay in a tick: one sum for everybody, line by line for those who can read it.
#pragma once

#include "rules/state/world.hpp"

namespace tt::rules {

using PayLine = Mils PayLines::*;

/// Notes an amount on the payslip of a seated person; nobody else has one.
inline void note_on_payslip(World& world, HouseholdId id, PayLine line, Mils amount) {
  if (const std::uint32_t seat = world.households.seat[id]; seat != kNoSeat) [[unlikely]]
    world.seats[seat].pay.*line += amount;
}

/// Counts what a person got: benefit, strike pay or basic income.
inline void count_transfer(World& world, HouseholdId id, PayLine line, Mils amount) {
  world.households.last_transfers[id] += amount;
  note_on_payslip(world, id, line, amount);
}

/// Counts what was taken from a person: tax or dues.
inline void count_deduction(World& world, HouseholdId id, PayLine line, Mils amount) {
  world.households.last_transfers[id] -= amount;
  note_on_payslip(world, id, line, amount);
}

}  // namespace tt::rules
