// How long simulated heads let people work: the week gives way to orders before places do.
#pragma once

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

/// Owners shorten the week no further than this before they dismiss; members share the loss down to their mandate.
inline constexpr Bp kOwnersShortWeek = 8'500;

/// Moves the hours of `enterprise` towards what makes `plan` lots, where a normal week would make `normal`; through the
/// same action as anybody's, by its head.
void set_hours(World& world, EnterpriseId enterprise, Lots plan, Lots normal);

}  // namespace tt::rules
