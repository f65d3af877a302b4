#include "tournament/rating/summary.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "tournament/rating/kemeny.hpp"
#include "tournament/rating/pairs.hpp"
#include "tournament/rating/plackett_luce.hpp"
#include "tournament/student_t.hpp"
#include "tournament/text.hpp"

namespace tt::tournament::rating {
namespace {

constexpr const char* kNoMaximum = "No finite estimate was found.";

std::vector<std::size_t> best_first(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  return order;
}

void tell_worths(Section& section, const Games& games, const PlackettLuce& fit, const SummaryOptions& options) {
  const double t = fit.t(options.confidence);
  section.note = "Logarithms with mean zero; intervals cover 95 %, clustered by seed (" +
                 std::to_string(games.clusters) + " seeds); 'if independent' takes games of one seed for independent.";
  section.columns = {{"strategy", "strategy"},           {"worth", "worth", 3},
                     {"half_width", "+- 95 %", 3},       {"se_clustered", "error", 3},
                     {"se_fisher", "if independent", 3}, {"elo", "Elo", 0},
                     {"elo_half_width", "+- 95 %", 0},   {"games", "games"}};
  if (options.reference) {
    const std::string& name = games.strategies[*options.reference];
    section.columns.push_back({"against_reference", "against " + name, 3});
    section.columns.push_back({"against_reference_half_width", "+- 95 %", 3});
  }
  std::vector<std::int64_t> played(games.strategies.size(), 0);
  for (const Game& game : games.games)
    for (const Entrant& entrant : game.entrants) ++played[entrant.strategy];
  for (const std::size_t i : best_first(fit.worths)) {
    const double error = fit.clustered_error(i);
    std::vector<Cell> row{games.strategies[i], fit.worths[i],        t * error,        error,
                          fit.fisher_error(i), kElo * fit.worths[i], kElo * t * error, played[i]};
    if (options.reference) {
      row.emplace_back(fit.worths[i] - fit.worths[*options.reference]);
      row.emplace_back(i == *options.reference ? 0.0 : t * fit.difference_error(i, *options.reference));
    }
    section.rows.push_back(std::move(row));
  }
}

Section worths_of(const Games& games, const std::optional<PlackettLuce>& fit, const SummaryOptions& options) {
  Section section{"worths", "Worths (Plackett-Luce, maximum likelihood)", "", {}, {}};
  if (fit)
    tell_worths(section, games, *fit, options);
  else
    section.note = why_not_ratable(games).value_or(kNoMaximum) +
                   " Play more games, leave those strategies out, or ask for a ghost (--ghost 0.5).";
  return section;
}

/// By seed: the mean score of a strategy there, where it played.
std::vector<std::map<std::uint32_t, double>> scores_by_seed(const Games& games) {
  std::vector<std::map<std::uint32_t, std::pair<double, double>>> sums(games.strategies.size());
  for (const Game& game : games.games)
    for (const Entrant& entrant : game.entrants) {
      auto& [sum, count] = sums[entrant.strategy][game.cluster];
      sum += entrant.score;
      count += 1;
    }
  std::vector<std::map<std::uint32_t, double>> means(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    for (const auto& [seed, sum] : sums[i]) means[i][seed] = sum.first / sum.second;
  return means;
}

Section differences_of(const Games& games, const SummaryOptions& options) {
  Section section{"differences",
                  "Score differences",
                  "Paired by seed; intervals are Student's t over seeds. Clear: the interval excludes zero.",
                  {{"better", "better"},
                   {"worse", "worse"},
                   {"verdict", "verdict"},
                   {"difference", "difference", 3},
                   {"half_width", "+- 95 %", 3},
                   {"seeds", "seeds"}},
                  {}};
  const auto scores = scores_by_seed(games);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::size_t j = i + 1; j < scores.size(); ++j) {
      std::vector<double> paired;
      for (const auto& [seed, score] : scores[i])
        if (const auto other = scores[j].find(seed); other != scores[j].end()) paired.push_back(score - other->second);
      if (paired.empty()) continue;
      const Estimate e = estimate(paired, options.confidence);
      const bool first = e.mean >= 0;
      section.rows.push_back({games.strategies[first ? i : j], games.strategies[first ? j : i],
                              std::string(e.excludes_zero() ? "clear" : "open"), std::fabs(e.mean), e.half_width,
                              static_cast<std::int64_t>(paired.size())});
    }
  }
  return section;
}

Section pairs_of(const Games& games, const Pairs& pairs, const SummaryOptions& options) {
  Section section{"pairs",
                  "Head to head",
                  "Share of the games in which the first ended ahead of the second (ties are halves), with Wilson's "
                  "interval.",
                  {{"first", "first"},
                   {"second", "second"},
                   {"won", "won", 1},
                   {"played", "played", 0},
                   {"share", "share", 3},
                   {"low", "from", 3},
                   {"high", "to", 3}},
                  {}};
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (std::size_t j = i + 1; j < pairs.size(); ++j) {
      if (pairs.played(i, j) == 0) continue;
      const bool first = pairs.won(i, j) >= pairs.won(j, i);
      const std::size_t a = first ? i : j;
      const std::size_t b = first ? j : i;
      const Interval interval = wilson(pairs.won(a, b), pairs.played(a, b), options.confidence);
      section.rows.push_back({games.strategies[a], games.strategies[b], pairs.won(a, b), pairs.played(a, b),
                              pairs.share(a, b), interval.low, interval.high});
    }
  return section;
}

/// What majorities say, beside the rating: the two can disagree.
Section order_of(const Games& games, const Pairs& pairs, const std::optional<PlackettLuce>& fit) {
  Matrix won(pairs.size(), pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (std::size_t j = 0; j < pairs.size(); ++j) won(i, j) = pairs.won(i, j);
  const KemenyOrder kemeny = kemeny_order(won);
  const auto winner = pairs.condorcet_winner();
  Section section{"order", "Order by majorities (Kemeny)", "", {{"strategy", "strategy"}, {"place", "place"}}, {}};
  section.note = (winner ? games.strategies[*winner] + " ended ahead of every other more often than behind (Condorcet)."
                         : std::string("No strategy ended ahead of every other more often than behind (Condorcet).")) +
                 " The order contradicts " + fixed(kemeny.against, 1) + " head-to-head results" +
                 (kemeny.exact ? ", the fewest possible." : "; found by search, perhaps not the fewest.");
  if (fit) {
    section.columns.push_back({"place_by_worth", "by worth"});
    if (winner && best_first(fit->worths).front() != *winner)
      section.note += " The rating puts " + games.strategies[best_first(fit->worths).front()] + " first instead.";
  }
  for (std::size_t place = 0; place < kemeny.order.size(); ++place) {
    const std::size_t who = kemeny.order[place];
    std::vector<Cell> row{games.strategies[who], static_cast<std::int64_t>(place + 1)};
    if (fit) {
      const auto order = best_first(fit->worths);
      row.emplace_back(static_cast<std::int64_t>(1 + (std::find(order.begin(), order.end(), who) - order.begin())));
    }
    section.rows.push_back(std::move(row));
  }
  return section;
}

Section seats_of(const Games& games, const std::optional<PlackettLuce>& fit, const SummaryOptions& options) {
  Section section{"seats", "Seats", "", {{"seat", "seat"}, {"effect", "effect", 3}, {"elo", "Elo", 0}}, {}};
  const auto with = fit && games.seats.size() > 1 && games.seats.size() <= 64
                        ? fit_plackett_luce(games, {.seat_effects = true, .ghost_games = options.ghost_games})
                        : std::nullopt;
  if (!with) {
    section.columns.clear();
    section.note = "The seats' effect cannot be told from these games.";
    return section;
  }
  const SeatTest test = seat_test(*fit, *with);
  section.note = "Against seat " + games.seats[0] + "; likelihood ratio " + fixed(test.statistic, 1) + " with " +
                 std::to_string(test.degrees) + " degrees of freedom, p " +
                 (test.p < 0.0001 ? "below 0.0001" : "= " + fixed(test.p, 4)) + " if games were independent.";
  for (std::size_t i = 0; i < games.seats.size(); ++i)
    section.rows.push_back({games.seats[i], with->seats[i], kElo * with->seats[i]});
  return section;
}

}  // namespace

std::vector<Section> summary_of(const Games& games, const SummaryOptions& options) {
  std::optional<PlackettLuce> fit;
  if (options.ghost_games > 0 || !why_not_ratable(games))
    fit = fit_plackett_luce(games, {.ghost_games = options.ghost_games});
  const Pairs pairs(games);
  std::vector<Section> sections{worths_of(games, fit, options)};
  if (games.scored) sections.push_back(differences_of(games, options));
  sections.push_back(pairs_of(games, pairs, options));
  sections.push_back(order_of(games, pairs, fit));
  sections.push_back(seats_of(games, fit, options));
  return sections;
}

}  // namespace tt::tournament::rating
