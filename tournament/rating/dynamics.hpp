// Populations of strategies whose shares follow what they get from meeting each other.
#pragma once

#include <vector>

#include "tournament/rating/matrix.hpp"

namespace tt::tournament::rating {

/// Shares after `time` of the replicator equation x_i' = x_i ((A x)_i − xᵀ A x) (Taylor and Jonker 1978,
/// "Evolutionarily stable strategies and game dynamics", Mathematical Biosciences 40), by Runge and Kutta's
/// fourth-order steps.
[[nodiscard]] std::vector<double> replicator(const Matrix& payoff, std::vector<double> shares, double time,
                                             double step = 0.01);

/// Shares after `generations` in which each grows in proportion to its payoff in the mix (the ecological tournament of
/// Axelrod 1980, "More effective choice in the Prisoner's Dilemma", Journal of Conflict Resolution 24). Payoffs ≥ 0.
[[nodiscard]] std::vector<double> ecology(const Matrix& payoff, std::vector<double> shares, unsigned generations);

/// That one mutant takes over a population of `members`, when one at a time reproduces by its payoff and another dies
/// (Moran 1958; Nowak et al. 2004, "Emergence of cooperation and evolutionary stability in finite populations", Nature
/// 428): 1 / (1 + Σ_k Π_{i ≤ k} g_i / f_i). Payoffs above zero. Against 1 / members it tells whether selection favours
/// it.
[[nodiscard]] double moran_fixation(const Matrix& payoff, std::size_t mutant, std::size_t resident, unsigned members);

}  // namespace tt::tournament::rating
