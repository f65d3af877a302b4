// The standing: each laurel is divided among the seats and sums to 100 %.
#pragma once

#include <array>

#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;

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
