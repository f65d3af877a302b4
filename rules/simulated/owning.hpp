// What simulated heads do about who owns their enterprise.
#pragma once

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Where people keep leaving, a head now and then lets them own a part, paid off out of the trust's dividends.
void share_ownership(World& world, EnterpriseId id);

}  // namespace tt::rules
