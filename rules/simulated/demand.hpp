// What a household means to consume, as a downward demand curve of a few limit orders.
#pragma once

#include <vector>

#include "rules/core/id.hpp"
#include "rules/market/auction.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;

/// What the household means to spend this tick, all goods together: a share of usual pay plus a little of its savings,
/// both falling with wealth (lottery studies find the poor spend nearly all of a windfall, the rich about half), times
/// its own thrift.
[[nodiscard]] Mils spending_plan(const World& world, HouseholdId id);

/// Bids for one good whose cost can never exceed `cash` nor the plan's part for that good, at whatever price they fill.
[[nodiscard]] std::vector<LimitOrder> demand_steps(const World& world, HouseholdId id, Good good, Mils cash);

}  // namespace tt::rules
