// How simulated owners and managers run an enterprise: mark-up by inventory, plan by smoothed sales, places by plan,
// wage by vacancies. They act through `apply` as their own household, like anybody.
#pragma once

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

/// Decides for one enterprise that has a head; `capacity` is what its people can make in a tick.
void manage(World& world, EnterpriseId enterprise, Lots capacity);

}  // namespace tt::rules
