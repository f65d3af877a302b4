// What simulated owners, managers and savers do about land.
#pragma once

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Bids rent for the room that is missing, buys where that is cheaper in the long run, sells what stands idle.
void plan_land(World& world, EnterpriseId enterprise);

/// A few people with savings bid for land, a few without sell theirs.
void trade_land_privately(World& world);

}  // namespace tt::rules
