// Dividing an amount so that the parts sum to it exactly.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/core/units.hpp"

namespace tt::rules {

/// Parts of `whole` ≥ 0 in proportion to the weights (each ≥ 0, not all 0): every part rounded down, the units left
/// over one each to consecutive weighted entries from a drawn place, so that no fixed order of ids is favoured.
[[nodiscard]] std::vector<std::int64_t> divide(std::int64_t whole, std::span<const std::int64_t> weights,
                                               std::uint64_t draw);

}  // namespace tt::rules
