// The standing: each laurel is divided among the seats and sums to 100 %.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/core/id.hpp"
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

/// What the seat with this index earned of the progress laurel in the tick just closed, in lots' worth of work that
/// machines did.
[[nodiscard]] std::int64_t progress_of(const World& world, std::uint32_t seat);

/// Whether machines took this person's work and what they have now is less than half a usual pay.
[[nodiscard]] bool is_displaced_without_income(const World& world, HouseholdId id);

/// How much each laurel counts in the standing, in bp; they sum to 10 000.
struct Weights {
  std::int64_t wealth = 0;
  std::int64_t livelihood = 0;
  std::int64_t progress = 0;
};
[[nodiscard]] Weights laurel_weights(const World& world);

/// Adds the tick's points and divides the laurels anew.
///
/// Wealth: what the seat's household owns. Livelihood: pay above the benefit, in the money of the tick, earned by the
/// people of the seat's enterprise — an owner's employees, a co-operative's members (shared by the seats among them),
/// or only oneself as an employee — less the hardship of effort above a normal week and of
/// spending below the usual. Progress: work that machines did in the same enterprises, less the work of those who lost
/// theirs to machines and have no income; shared by the seats of a co-operative.
void award_laurels(World& world);

/// All there is of each good, wherever it lies.
[[nodiscard]] std::array<Lots, kGoods> stocks_of_all(const World& world);

}  // namespace tt::rules
