// How simulated savers look at units of outside capital, and when simulated members offer and redeem them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/holding.hpp"

namespace tt::rules {

struct World;

/// What a crown lying at the bank brings in a year, in bp, as of the last tick.
[[nodiscard]] std::int64_t deposit_yield(const World& world);

/// What an ordinary saver asks of these units a year, in bp, once so much more of them is sold: what the bank pays,
/// something for the risk, the more the less stands behind them, and more while return is owed.
[[nodiscard]] std::int64_t asked_return(const World& world, EnterpriseId id, Mils more);

/// What a unit is worth to that saver, at most a fifth above its price. At least 1.
[[nodiscard]] Mils fair_unit_price(const World& world, EnterpriseId id);

/// The bids of a few drawn households for units on offer, each out of an eighth of what it holds beyond eight weeks'
/// pay.
[[nodiscard]] std::vector<ShareOrder> drawn_unit_bids(const World& world, EnterpriseId id);

/// Once a quarter simulated members look at the capital they work with: they offer units where machines bring more than
/// savers ask, and take units back with cash that brings less. Through the actions of anybody.
void consider_outside_capital(World& world, EnterpriseId id, std::span<const HouseholdId> members);

}  // namespace tt::rules
