// Online ratings of games with any number of players: what is believed of a skill, as a normal distribution, moved
// after every game. The order of the games matters, so these are for ladders, never for a final table.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tt::tournament::rating {

struct Skill {
  double mu = 25;
  double sigma = 25.0 / 3;
};

/// Weng and Lin 2011, "A Bayesian approximation method for online ranking", JMLR 12, algorithm 4 (Plackett–Luce) with
/// the defaults of OpenSkill: β = 25/6, γ = σ/c. Misorders players who tie: use one of the others where ties occur.
/// `ranks`: 1 the best; as many as `skills`.
[[nodiscard]] std::vector<Skill> weng_lin_plackett_luce(std::span<const Skill> skills,
                                                        std::span<const std::uint32_t> ranks);
/// … algorithm 1 (Bradley–Terry, every pair).
[[nodiscard]] std::vector<Skill> weng_lin_bradley_terry(std::span<const Skill> skills,
                                                        std::span<const std::uint32_t> ranks);

struct TrueSkillOptions {
  double beta = 25.0 / 6;
  double tau = 25.0 / 300;         ///< how much a skill may drift between games
  double draw_probability = 0.10;  ///< of two equals
};

/// TrueSkill of single players by expectation propagation (Herbrich, Minka and Graepel 2006, "TrueSkill: a Bayesian
/// skill rating system", NIPS 19).
[[nodiscard]] std::vector<Skill> true_skill(std::span<const Skill> skills, std::span<const std::uint32_t> ranks,
                                            TrueSkillOptions options = {});

}  // namespace tt::tournament::rating
