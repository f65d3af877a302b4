// What simulated heads do about who owns their enterprise.
#pragma once

#include <span>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

/// Where people keep leaving, a head now and then lets them own a part, paid off out of the trust's dividends.
void share_ownership(World& world, EnterpriseId id);

/// Whether a simulated holder sells at this price a share: above what it thinks them worth, within 30 %.
[[nodiscard]] bool would_sell(const World& world, EnterpriseId id, HouseholdId holder, Mils price);

/// Whether a simulated employee wants to take over at this price: no more than half of the usual dividends would pay
/// off in ten years, by a tenth more or less.
[[nodiscard]] bool would_take_over(const World& world, EnterpriseId id, HouseholdId person, Mils price);

/// About once in 25 years each: somebody rich bids for an enterprise, the people of an enterprise ask to take it over,
/// a retiring head offers it to them, the members of a co-operative are asked whether to leave the form. Through the
/// same actions as anybody's.
void consider_conversion(World& world, EnterpriseId id, std::span<const HouseholdId> people);

}  // namespace tt::rules
