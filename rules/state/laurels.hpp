// The standing: each laurel is divided among the seats and sums to 100 %.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;

/// What one seat earned of the livelihood laurel in the tick just closed, in mils of pay above the benefit.
struct Livelihood {
  Mils employees = 0;  ///< of the people of the enterprises one owns
  Mils own_work = 0;   ///< one's own, or a seat's part of a co-operative's
  Mils hardship = 0;
  /// A point is a crown of pay: small enough numbers to read, whole so that they add up.
  [[nodiscard]] std::int64_t points() const { return std::max<Mils>(0, employees + own_work - hardship) / kCrown; }
};
/// Of the seat with this index.
[[nodiscard]] Livelihood livelihood_of(const World& world, std::uint32_t seat);

/// Adds the tick's livelihood points and divides both laurels anew.
///
/// Wealth: what the seat's household owns. Livelihood: pay above the benefit, in the money of the tick, earned by the
/// people of the seat's enterprise — an owner's employees, a co-operative's members (shared by the seats among them),
/// or only oneself as an employee — less the hardship of effort above a normal week and of
/// spending below the usual.
void award_laurels(World& world);

/// All there is of each good, wherever it lies.
[[nodiscard]] std::array<Lots, kGoods> stocks_of_all(const World& world);

}  // namespace tt::rules
