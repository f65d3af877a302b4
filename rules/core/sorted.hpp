// Sorting many amounts in time linear in their number.
#pragma once

#include <vector>

#include "rules/core/units.hpp"

namespace tt::rules {

/// Sorts amounts, rising: by digits of eleven bits, the lowest first, as many as the largest has. A few amounts, or
/// any below zero, are compared instead.
void sort_amounts(std::vector<Mils>& amounts);

}  // namespace tt::rules
