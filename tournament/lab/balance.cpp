#include "tournament/lab/balance.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

#include "persistence/ghost.hpp"
#include "tournament/match.hpp"
#include "tournament/student_t.hpp"

namespace tt::tournament::lab {
namespace {

using rules::Role;

/// The design's bounds.
constexpr double kFormLeast = 25;
constexpr double kFormMost = 42;
constexpr double kStrategyMost = 15;  ///< points of win share above what an equal player of its form would have

struct Game {
  std::array<std::string, 3> strategy;
  std::array<double, 3> standing_wins{};  ///< shared leads count in parts
  std::array<double, 3> score_wins{};
};

std::vector<const StrategyEntry*> players_of(Role role) {
  std::vector<const StrategyEntry*> found;
  for (const StrategyEntry& entry : strategies())
    if (entry.roles.include(role) && entry.name != "idle" && entry.name != "random") found.push_back(&entry);
  return found;
}

std::array<double, 3> leads(const std::array<rules::Bp, 3>& scores) {
  const rules::Bp best = *std::max_element(scores.begin(), scores.end());
  const auto sharing = static_cast<double>(std::count(scores.begin(), scores.end(), best));
  std::array<double, 3> wins{};
  for (std::size_t i = 0; i < scores.size(); ++i) wins[i] = scores[i] == best ? 1 / sharing : 0;
  return wins;
}

/// Strategies meet in turn: a game is one of each role, and all combinations come round.
Game play(std::uint64_t number) {
  Spec spec;
  spec.name = "balance";
  spec.scenario = *rules::find_scenario("hamlet");
  spec.ticks = spec.scenario.final_tick;
  spec.master_seed = number;
  spec.worlds = 1;
  spec.rotations = 1;
  std::uint64_t turn = number;
  Game game;
  for (const Role role : kAllRoles) {
    const auto players = players_of(role);
    const StrategyEntry* const chosen = players[turn % players.size()];
    turn /= players.size();
    spec.fields[static_cast<std::size_t>(role)] = {1, {chosen}};
    game.strategy[static_cast<std::size_t>(role)] = chosen->name;
  }
  const Schedule schedule(spec);
  MatchPlan plan = schedule.match(0);
  plan.world_seed = number + 1;
  const rules::World founded = rules::found_world(spec.scenario, plan.world_seed);
  const Match match = play_match(founded, spec, plan);
  std::array<rules::Bp, 3> standings{};
  std::array<rules::Bp, 3> scores{};
  for (const SeatResult& seat : match.result.seats) {
    const auto at = static_cast<std::size_t>(seat.role);
    standings[at] = seat.standing;
    const rules::World ghost = persistence::ghost_world(founded, match.journal, seat.household);
    scores[at] = seat.standing - ghost.seats[ghost.households.seat[seat.household]].standing;
  }
  game.standing_wins = leads(standings);
  game.score_wins = leads(scores);
  return game;
}

std::string percent(const std::vector<double>& wins) {
  const Estimate share = estimate(wins, 0.95);
  return number_text(100 * share.mean) + " % +- " + number_text(100 * share.half_width);
}

std::vector<double> of_form(const std::vector<Game>& games, std::size_t form, std::array<double, 3> Game::*wins) {
  std::vector<double> values;
  for (const Game& game : games) values.push_back((game.*wins)[form]);
  return values;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

void tell_strategies(const std::vector<Game>& games, std::size_t form, Report& report, double& widest) {
  std::map<std::string, std::vector<double>> by_strategy;
  for (const Game& game : games) by_strategy[game.strategy[form]].push_back(game.score_wins[form]);
  const double usual = mean(of_form(games, form, &Game::score_wins));
  for (const auto& [name, wins] : by_strategy) {
    const double above = 100 * (mean(wins) - usual);
    widest = std::max(widest, above);
    report.notes.push_back(std::string(name_of(kAllRoles[form])) + " " + name + ": wins " + percent(wins) + " of " +
                           std::to_string(wins.size()) + " games by score, " + number_text(above) +
                           " points above its role.");
  }
}

}  // namespace

Report check_balance(const RunOptions& options) {
  std::vector<Game> games(options.seeds);
  std::mutex mutex;
  std::uint64_t done = 0;
  in_parallel(options.seeds, options.jobs, [&](std::uint64_t i) {
    games[i] = play(i);
    const std::lock_guard lock(mutex);
    ++done;
    if (options.progress) options.progress(done, options.seeds);
  });
  Report report;
  report.name = "balance";
  report.claim =
      "In three-way games each way to play wins 25 to 42 %, and no strategy beats its field by more than 15 points.";
  report.conditions =
      std::to_string(options.seeds) +
      " games in the hamlet, one owner, one member and one worker with built-in strategies in turn, the "
      "rest simulated people; won by the highest score, that is standing less the standing of the seat's ghost.";
  bool balanced = true;
  for (std::size_t form = 0; form < kAllRoles.size(); ++form) {
    const auto by_score = of_form(games, form, &Game::score_wins);
    const double share = 100 * mean(by_score);
    balanced = balanced && kFormLeast <= share && share <= kFormMost;
    report.notes.push_back("The " + std::string(name_of(kAllRoles[form])) + " wins " + percent(by_score) +
                           " by score; by standing alone " + percent(of_form(games, form, &Game::standing_wins)) + ".");
  }
  double widest = 0;
  for (std::size_t form = 0; form < kAllRoles.size(); ++form) tell_strategies(games, form, report, widest);
  balanced = balanced && widest <= kStrategyMost;
  report.summary = balanced ? "in balance" : "not in balance";
  report.caveat = "The third way to play, the hybrid, is a worker's seat here. The ghost's opponents do not react.";
  return report;
}

}  // namespace tt::tournament::lab
