// How unequally amounts are spread, and how the rich and the poor of a town compare.
#pragma once

#include <array>
#include <vector>

#include "rules/core/units.hpp"

namespace tt::rules {

/// The Lorenz curve at every tenth: what the poorest tenth, two tenths, … hold together, in bp of all there is. The
/// last entry is 10 000, unless there is nothing at all.
inline constexpr std::size_t kTenths = 10;
using Lorenz = std::array<Bp, kTenths>;

/// Amounts in rising order, none below zero, made from any.
[[nodiscard]] std::vector<Mils> ranked(std::vector<Mils> amounts);

/// Gini coefficient in bp: Σ(2i − n − 1)·x_i ÷ (n·Σx), i from 1 (Sen 1973, "On Economic Inequality"). Of ranked
/// amounts; 0 where there is nothing.
[[nodiscard]] Bp gini(const std::vector<Mils>& ranked_amounts);

/// Of ranked amounts (Lorenz 1905, "Methods of Measuring the Concentration of Wealth"). All 0 where there is nothing.
[[nodiscard]] Lorenz lorenz(const std::vector<Mils>& ranked_amounts);

/// The least amount that `part` (in bp) of all do not exceed; 0 of none. Of ranked amounts.
[[nodiscard]] Mils quantile(const std::vector<Mils>& ranked_amounts, Bp part);

}  // namespace tt::rules
