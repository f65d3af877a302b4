// Tournaments whose truth is known: five strategies at tables of five, every seed played in five seat orders, and luck
// that a seed gives or takes a strategy in all of its games.
#include <array>
#include <cmath>
#include <ostream>
#include <random>

#include "tournament/rate.hpp"
#include "tournament/rating/plackett_luce.hpp"
#include "tournament/student_t.hpp"
#include "tournament/text.hpp"

namespace tt::tournament {
namespace {

using rating::Entrant;
using rating::Game;
using rating::Games;

constexpr std::size_t kPlayers = 5;
constexpr std::array<double, kPlayers> kPlanted{0.8, 0.4, 0, -0.4, -0.8};
constexpr std::uint32_t kTruthSeeds = 20'000;

/// Uniform above 0 and up to 1, the same on every machine.
double uniform(std::mt19937_64& random) {
  return (static_cast<double>(random() >> 11U) + 1) * 0x1p-53;
}

double normal(std::mt19937_64& random) {
  const double radius = std::sqrt(-2 * std::log(uniform(random)));
  return radius * std::cos(6.283185307179586 * uniform(random));
}

/// Orders by worth plus Gumbel noise are Plackett–Luce's (Yellott 1977).
Games simulated(std::mt19937_64& random, std::uint32_t seeds, double seed_effect) {
  Games games;
  for (std::size_t i = 0; i < kPlayers; ++i) {
    games.strategies.push_back(std::to_string(i));
    games.seats.push_back(std::to_string(i));
  }
  games.clusters = seeds;
  for (std::uint32_t seed = 0; seed < seeds; ++seed) {
    std::array<double, kPlayers> worth = kPlanted;
    for (double& value : worth) value += seed_effect * normal(random);
    for (std::uint32_t order = 0; order < kPlayers; ++order) {
      std::array<double, kPlayers> drawn{};
      for (std::size_t i = 0; i < kPlayers; ++i)
        drawn[i] = worth[i] - std::log(-std::log(uniform(random) * (1 - 1e-12)));
      Game game{seed, {}};
      for (std::uint32_t i = 0; i < kPlayers; ++i) {
        Entrant entrant{.strategy = i, .seat = (i + order) % static_cast<std::uint32_t>(kPlayers), .rank = 1};
        for (const double other : drawn)
          if (other > drawn[i]) ++entrant.rank;
        game.entrants.push_back(entrant);
      }
      games.games.push_back(std::move(game));
    }
  }
  return games;
}

}  // namespace

Coverage coverage_of(const CoverageOptions& options) {
  std::mt19937_64 random(options.random_seed);
  // What maximum likelihood tends to with ever more seeds: a seed's luck flattens the planted worths.
  const auto truth = rating::fit_plackett_luce(simulated(random, kTruthSeeds, options.seed_effect), {});
  Coverage coverage;
  if (!truth) return coverage;
  for (std::uint32_t i = 0; i < options.tournaments; ++i) {
    const auto fit = rating::fit_plackett_luce(simulated(random, options.seeds, options.seed_effect), {});
    if (!fit) continue;
    const double t = fit->t(0.95);
    for (std::size_t player = 0; player < kPlayers; ++player) {
      const double off = std::fabs(fit->worths[player] - truth->worths[player]);
      ++coverage.intervals;
      if (off <= t * fit->clustered_error(player)) coverage.clustered += 1;
      if (off <= t * fit->fisher_error(player)) coverage.independent += 1;
    }
  }
  coverage.clustered /= static_cast<double>(coverage.intervals);
  coverage.independent /= static_cast<double>(coverage.intervals);
  return coverage;
}

int tell_coverage(const CoverageOptions& options, std::ostream& out) {
  const Coverage coverage = coverage_of(options);
  const bool kept = 0.93 <= coverage.clustered && coverage.clustered <= 0.97;
  out << options.tournaments << " simulated tournaments of " << options.seeds << " seeds, seed effect "
      << fixed(options.seed_effect, 2) << ", " << coverage.intervals << " intervals of 95 %:\n"
      << "  clustered by seed:        " << fixed(100 * coverage.clustered, 1) << " % held the true worth"
      << (kept ? "" : " (93 to 97 were due)") << "\n"
      << "  games taken as separate:  " << fixed(100 * coverage.independent, 1) << " %\n";
  return kept ? 0 : 1;
}

}  // namespace tt::tournament
