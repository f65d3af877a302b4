// What simulated owners and managers do about machines and research.
#pragma once

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

/// Orders machines where they do a lot's tasks for less than people do, and sets or proposes the time for research.
/// `plan`: lots to make in a tick.
void plan_machines(World& world, EnterpriseId enterprise, Lots plan);

}  // namespace tt::rules
