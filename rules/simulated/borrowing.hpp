// How simulated people use the bank, and what they make of an employer who fails to pay.
#pragma once

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Borrows to bridge pay, or to grow where the profit is well above the interest; repays when flush. Through the
/// actions of anybody.
void borrow_or_repay(World& world, EnterpriseId enterprise);

/// Whether a simulated employee would rather take the enterprise over than look for other work.
[[nodiscard]] bool would_rescue(const World& world, EnterpriseId enterprise, HouseholdId person);

}  // namespace tt::rules
