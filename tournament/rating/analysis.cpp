#include "tournament/rating/analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "tournament/rating/alpha_rank.hpp"
#include "tournament/rating/dynamics.hpp"
#include "tournament/rating/glicko2.hpp"
#include "tournament/rating/nash_averaging.hpp"
#include "tournament/rating/pairs.hpp"
#include "tournament/rating/skill.hpp"
#include "tournament/rating/sprt.hpp"

namespace tt::tournament::rating {
namespace {

using persistence::Failure;
using persistence::Result;

constexpr unsigned kMembers = 50;        // of a population
constexpr double kReplicatorTime = 200;  // payoffs differ by some tenths: long after the weak are gone
constexpr unsigned kGenerations = 200;

Failure needs(const char* what, const char* remedy) {
  return {what, "", remedy};
}

/// Rows of a strategy and some figures, the largest first figure at the top.
Section table(std::string key, std::string title, std::string note, std::vector<Column> columns,
              std::vector<std::vector<Cell>> rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a[1] > b[1]; });
  columns.insert(columns.begin(), {"strategy", "strategy"});
  return {std::move(key), std::move(title), std::move(note), std::move(columns), std::move(rows)};
}

std::vector<std::vector<Cell>> rows_of(const AnalysisInput& input, const std::vector<double>& values) {
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < values.size(); ++i) rows.push_back({input.strategies[i], values[i]});
  return rows;
}

Result<Section> alpharank(const AnalysisInput& input) {
  return table("alpharank", "Alpha-rank",
               "Share of time a population of 50 spends on each, when the better take over (alpha 100 times the payoff "
               "difference).",
               {{"share", "share", 4}}, rows_of(input, alpha_rank(input.payoff, {.members = kMembers})));
}

Result<Section> nash(const AnalysisInput& input) {
  const std::size_t n = input.strategies.size();
  Matrix margins(n, n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) margins(i, j) = (input.payoff(i, j) - input.payoff(j, i)) / 2;
  const NashAverage average = nash_average(margins);
  auto rows = rows_of(input, average.mixture);
  for (std::size_t i = 0; i < n; ++i) rows[i].emplace_back(average.skill[i]);
  return table("nash", "Nash averaging",
               "Weight in the equilibrium of largest entropy of the game of choosing a strategy, and what each gets "
               "against it.",
               {{"weight", "weight", 4}, {"skill", "skill", 4}}, std::move(rows));
}

Result<Section> replicator_of(const AnalysisInput& input) {
  const std::size_t n = input.strategies.size();
  const std::vector<double> even(n, 1.0 / static_cast<double>(n));
  return table("replicator", "Replicator dynamics", "Share of each after a long time, from equal shares.",
               {{"share", "share", 4}}, rows_of(input, replicator(input.payoff, even, kReplicatorTime, 0.05)));
}

bool any_below(const Matrix& payoff, double bound) {
  for (std::size_t i = 0; i < payoff.rows(); ++i)
    for (std::size_t j = 0; j < payoff.rows(); ++j)
      if (payoff(i, j) < bound) return true;
  return false;
}

Result<Section> ecology_of(const AnalysisInput& input) {
  if (any_below(input.payoff, 0))
    return needs("Ecology needs payoffs that are not below zero.", "Add a constant to all of them.");
  const std::size_t n = input.strategies.size();
  const std::vector<double> even(n, 1.0 / static_cast<double>(n));
  auto rows = rows_of(input, ecology(input.payoff, even, kGenerations));
  const auto early = ecology(input.payoff, even, kGenerations / 20);
  for (std::size_t i = 0; i < n; ++i) rows[i].emplace_back(early[i]);
  return table("ecology", "Ecology", "Share of each after 200 and after 10 generations that grow by payoff.",
               {{"share", "after 200", 4}, {"early_share", "after 10", 4}}, std::move(rows));
}

Result<Section> moran(const AnalysisInput& input) {
  // Selection is weak enough for payoffs of any sign: fitness is exp(payoff), as usual in this literature.
  Section section{
      "moran",
      "Invasion (Moran process)",
      "Chance, times 50, that one newcomer takes over 50 of the other: above 1 it invades. Fitness is "
      "exp(payoff).",
      {{"newcomer", "newcomer"}, {"resident", "resident"}, {"verdict", "verdict"}, {"relative", "chance x 50", 3}},
      {}};
  const std::size_t n = input.strategies.size();
  Matrix fitness(n, n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) fitness(i, j) = std::exp(input.payoff(i, j));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j) continue;
      const double relative = kMembers * moran_fixation(fitness, i, j, kMembers);
      const char* const verdict = relative > 1.0001 ? "invades" : relative < 0.9999 ? "fails" : "neutral";
      section.rows.push_back({input.strategies[i], input.strategies[j], std::string(verdict), relative});
    }
  return section;
}

Result<Section> sprt_of(const AnalysisInput& input) {
  if (input.games == nullptr || !input.games->scored)
    return needs("The sequential test needs games with scores.", "Give a file with a column 'score'.");
  if (!input.reference)
    return needs("The sequential test needs the one to be better than.", "Name it with --reference.");
  // By seed, in the order of the file: sums and counts of each strategy's scores.
  std::vector<std::map<std::uint32_t, std::pair<double, double>>> sums(input.strategies.size());
  for (const Game& game : input.games->games)
    for (const Entrant& entrant : game.entrants) {
      auto& [sum, count] = sums[entrant.strategy][game.cluster];
      sum += entrant.score;
      count += 1;
    }
  Section section{"sprt",
                  "Sequential test",
                  "Is it better than " + input.strategies[*input.reference] +
                      "? Normalised differences by seed, 0 against 0.5, errors 5 %.",
                  {{"strategy", "strategy"}, {"verdict", "verdict"}, {"llr", "LLR", 3}, {"seeds", "seeds looked at"}},
                  {}};
  const auto& against = sums[*input.reference];
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (i == *input.reference) continue;
    std::vector<double> differences;
    for (const auto& [seed, sum] : sums[i])
      if (const auto other = against.find(seed); other != against.end())
        differences.push_back(sum.first / sum.second - other->second.first / other->second.second);
    const SprtResult result = sprt(differences);
    const char* const verdict = result.state == SprtState::kAcceptsT1   ? "better"
                                : result.state == SprtState::kAcceptsT0 ? "not better"
                                                                        : "undecided";
    section.rows.push_back(
        {input.strategies[i], std::string(verdict), result.llr, static_cast<std::int64_t>(result.blocks)});
  }
  return section;
}

Result<Section> glicko2_of(const AnalysisInput& input) {
  if (input.games == nullptr) return needs("Glicko-2 needs games.", "Give a results file instead of payoffs.");
  std::vector<Glicko> ratings(input.strategies.size());
  for (const Game& game : input.games->games) {
    const std::vector<Glicko> before = ratings;
    for (const Entrant& me : game.entrants) {
      std::vector<GlickoResult> results;
      for (const Entrant& other : game.entrants)
        if (other.strategy != me.strategy)
          results.push_back({before[other.strategy], me.rank < other.rank ? 1 : me.rank == other.rank ? 0.5 : 0});
      ratings[me.strategy] = glicko_after(before[me.strategy], results);
    }
  }
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < ratings.size(); ++i)
    rows.push_back({input.strategies[i], ratings[i].rating, ratings[i].deviation, ratings[i].volatility});
  return table("glicko2", "Glicko-2",
               "An online rating: depends on the order of the games; every match is a period, every pair in it a game.",
               {{"rating", "rating", 1}, {"deviation", "deviation", 1}, {"volatility", "volatility", 5}},
               std::move(rows));
}

template <class Rule>
Result<Section> online(const AnalysisInput& input, std::string key, std::string title, const Rule& rule) {
  if (input.games == nullptr) return needs("An online rating needs games.", "Give a results file instead of payoffs.");
  std::vector<Skill> skills(input.strategies.size());
  for (const Game& game : input.games->games) {
    std::vector<Skill> seated;
    std::vector<std::uint32_t> ranks;
    for (const Entrant& entrant : game.entrants) {
      seated.push_back(skills[entrant.strategy]);
      ranks.push_back(entrant.rank);
    }
    const std::vector<Skill> after = rule(seated, ranks);
    for (std::size_t i = 0; i < after.size(); ++i) skills[game.entrants[i].strategy] = after[i];
  }
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < skills.size(); ++i)
    rows.push_back({input.strategies[i], skills[i].mu - 3 * skills[i].sigma, skills[i].mu, skills[i].sigma});
  return table(std::move(key), std::move(title), "An online rating: depends on the order of the games.",
               {{"ordinal", "mu - 3 sigma", 2}, {"mu", "mu", 2}, {"sigma", "sigma", 2}}, std::move(rows));
}

Result<Section> openskill(const AnalysisInput& input) {
  const bool tied =
      input.games != nullptr && std::any_of(input.games->games.begin(), input.games->games.end(), [](const Game& game) {
        for (std::size_t i = 0; i < game.entrants.size(); ++i)
          for (std::size_t j = i + 1; j < game.entrants.size(); ++j)
            if (game.entrants[i].rank == game.entrants[j].rank) return true;
        return false;
      });
  // Plackett–Luce misorders ties, so there Bradley–Terry stands in.
  return online(input, "openskill",
                tied ? "OpenSkill (Weng-Lin, Bradley-Terry)" : "OpenSkill (Weng-Lin, Plackett-Luce)",
                [tied](const auto& skills, const auto& ranks) {
                  return tied ? weng_lin_bradley_terry(skills, ranks) : weng_lin_plackett_luce(skills, ranks);
                });
}

Result<Section> trueskill(const AnalysisInput& input) {
  return online(input, "trueskill", "TrueSkill",
                [](const auto& skills, const auto& ranks) { return true_skill(skills, ranks); });
}

struct Named {
  std::string_view name;
  Result<Section> (*run)(const AnalysisInput&);
};

constexpr std::array<Named, 9> kAnalyses{{{"alpharank", alpharank},
                                          {"nash", nash},
                                          {"replicator", replicator_of},
                                          {"ecology", ecology_of},
                                          {"moran", moran},
                                          {"sprt", sprt_of},
                                          {"glicko2", glicko2_of},
                                          {"openskill", openskill},
                                          {"trueskill", trueskill}}};

}  // namespace

AnalysisInput input_of(const Games& games) {
  const Pairs pairs(games);
  AnalysisInput input{games.strategies, Matrix(pairs.size(), pairs.size()), &games, std::nullopt};
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (std::size_t j = 0; j < pairs.size(); ++j) input.payoff(i, j) = i == j ? 0.5 : pairs.share(i, j);
  return input;
}

std::span<const std::string_view> analysis_names() {
  static constexpr auto kNames = [] {
    std::array<std::string_view, kAnalyses.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kAnalyses[i].name;
    return names;
  }();
  return kNames;
}

Result<Section> analyse(std::string_view name, const AnalysisInput& input) {
  for (const Named& analysis : kAnalyses)
    if (analysis.name == name) return analysis.run(input);
  return Failure{"There is no analysis '" + std::string(name) + "'.", "", "Choose one that is listed."};
}

}  // namespace tt::tournament::rating
