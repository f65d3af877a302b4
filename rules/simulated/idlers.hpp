// What an assembly does about members who do not work.
#pragma once

#include <span>

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Every so often the manager of a co-operative moves to part with the idlest of its members, if one puts in less than
/// simulated people ever do. No skill is too small: what one cannot is not what one will not.
void consider_idlers(World& world, EnterpriseId id, std::span<const HouseholdId> members);

}  // namespace tt::rules
