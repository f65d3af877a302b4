// What simulated owners and managers do about machines and research.
#pragma once

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

/// Orders machines where they do a lot's tasks for less than people do, and sets or proposes the time for research.
/// `plan`: lots to make in a tick.
void plan_machines(World& world, EnterpriseId enterprise, Lots plan);

/// What another crown of machines would bring in a tick beyond its wear, in bp, in the kind of task where that is most:
/// the pay it saves less what it runs on. 0 where the plan leaves no more to hand over.
[[nodiscard]] std::int64_t machines_yield(const World& world, EnterpriseId enterprise);

/// What the machines would cost that could still be handed tasks and bring something beyond their wear.
[[nodiscard]] Mils machines_wanted(const World& world, EnterpriseId enterprise);

}  // namespace tt::rules
