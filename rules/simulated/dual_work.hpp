// Dual work in the eyes of simulated people: who prefers a second job to a new one, and who allows it.
#pragma once

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

/// The share of their time that simulated people offer a second enterprise: two days of five.
inline constexpr Bp kUsualSecondShare = 4'000;

/// Whether this employee would rather work part of the time at `offer` than move there: both allow it, it pays more by
/// the week, and the stake and training lost by moving outweigh a quarter's gain.
[[nodiscard]] bool prefers_dual_work(const World& world, HouseholdId person, EnterpriseId offer);

/// Whether a second job pays less by the week than the first.
[[nodiscard]] bool no_longer_pays(const World& world, HouseholdId person);

/// A simulated owner allows dual work when people are leaving: a part of a trained person is better than none. A
/// co-operative that wants hands puts it to the vote.
void consider_dual_work(World& world, EnterpriseId enterprise);

}  // namespace tt::rules
