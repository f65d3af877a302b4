// How simulated members lean on a motion: by what they expect it to do to their own pay. Used for their votes and shown
// to players before.
#pragma once

#include <span>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;
struct Motion;

/// Expected change of each member's worth per tick (base, share, and what the member holds accounts and reserve to be
/// worth), others as last tick, in the order of `members`. Mils; an expectation, not a promise.
[[nodiscard]] std::vector<Mils> expected_effects(const World& world, const Motion& motion,
                                                 std::span<const HouseholdId> members);

/// The same with what weighs on simulated members besides: parting with a fellow.
[[nodiscard]] std::vector<Mils> felt_effects(const World& world, const Motion& motion,
                                             std::span<const HouseholdId> members);

/// The vote of a simulated member with this felt effect; indifferent members abstain.
[[nodiscard]] Choice lean(const World& world, const Motion& motion, HouseholdId member, Mils effect);

/// Whether a small change of the proposal would turn this member.
[[nodiscard]] bool near_the_line(const World& world, Mils effect);

}  // namespace tt::rules
