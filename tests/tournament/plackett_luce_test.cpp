#include "tournament/rating/plackett_luce.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/support/seed.hpp"

using namespace tt::tournament::rating;

namespace {

/// Games of two: `count` times `winner` ahead of `loser`, each game a cluster of its own.
void add_wins(Games& games, std::uint32_t winner, std::uint32_t loser, int count) {
  for (int i = 0; i < count; ++i)
    games.games.push_back({games.clusters++, {{.strategy = winner, .rank = 1}, {.strategy = loser, .rank = 2}}});
}

Games of_order(std::size_t strategies, std::vector<std::vector<std::uint32_t>> ranks_by_game) {
  Games games;
  for (std::size_t i = 0; i < strategies; ++i) {
    games.strategies.push_back(std::string(1, static_cast<char>('a' + i)));
    games.seats.push_back(std::to_string(i));
  }
  for (const auto& ranks : ranks_by_game) {
    Game game{games.clusters++, {}};
    for (std::uint32_t i = 0; i < ranks.size(); ++i)
      game.entrants.push_back({.strategy = i, .seat = i, .rank = ranks[i]});
    games.games.push_back(game);
  }
  return games;
}

/// The log likelihood written down again, by all orders of tied places.
double log_likelihood_again(const std::vector<double>& worths, std::vector<std::uint32_t> ranks) {
  std::vector<std::size_t> order(ranks.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  double sum = 0;
  int fitting = 0;
  do {
    bool sorted = true;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) sorted = sorted && ranks[order[i]] <= ranks[order[i + 1]];
    if (!sorted) continue;
    ++fitting;
    for (std::size_t i = 0; i < order.size(); ++i) {
      double rest = 0;
      for (std::size_t j = i; j < order.size(); ++j) rest += std::exp(worths[order[j]]);
      sum += worths[order[i]] - std::log(rest);
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return sum / fitting;
}

}  // namespace

TEST_CASE("the journals' citations have the worths and errors that Agresti and BradleyTerry2 publish") {
  // Agresti (2002), Categorical Data Analysis, p. 448: how often each journal is cited by each. Estimates against
  // Biometrika in Turner and Firth (2012), Journal of Statistical Software 48(9), section 2.1.
  Games games;
  games.strategies = {"Biometrika", "Comm Statist", "JASA", "JRSS-B"};
  games.seats = {"one"};
  constexpr int kCited[4][4] = {{0, 730, 498, 221}, {33, 0, 68, 17}, {320, 813, 0, 142}, {284, 276, 325, 0}};
  for (std::uint32_t i = 0; i < 4; ++i)
    for (std::uint32_t j = 0; j < 4; ++j) add_wins(games, i, j, kCited[i][j]);
  const auto fit = fit_plackett_luce(games, {});
  REQUIRE(fit.has_value());
  const auto against_first = [&](std::size_t i) { return fit->worths[i] - fit->worths[0]; };
  const auto error = [&](std::size_t i) {
    return std::sqrt(fit->fisher(i, i) + fit->fisher(0, 0) - 2 * fit->fisher(i, 0));
  };
  CHECK(against_first(1) == doctest::Approx(-2.94907).epsilon(1e-5));
  CHECK(against_first(2) == doctest::Approx(-0.47957).epsilon(1e-4));
  CHECK(against_first(3) == doctest::Approx(0.26895).epsilon(1e-4));
  CHECK(error(1) == doctest::Approx(0.10255).epsilon(1e-4));
  CHECK(error(2) == doctest::Approx(0.06059).epsilon(1e-4));
  CHECK(error(3) == doctest::Approx(0.07083).epsilon(1e-4));
  CHECK(fit->worths[0] + fit->worths[1] + fit->worths[2] + fit->worths[3] == doctest::Approx(0));
}

TEST_CASE("two players' worths are the logarithm of their odds, and their errors the binomial's") {
  Games games;
  games.strategies = {"a", "b"};
  games.seats = {"one"};
  add_wins(games, 0, 1, 75);
  add_wins(games, 1, 0, 25);
  const auto fit = fit_plackett_luce(games, {});
  REQUIRE(fit.has_value());
  CHECK(fit->worths[0] - fit->worths[1] == doctest::Approx(std::log(3.0)));
  CHECK(2 * fit->fisher_error(0) == doctest::Approx(1 / std::sqrt(100 * 0.75 * 0.25)));
  // Clusters of one game each: the sandwich is the binomial's again, but for C/(C−1).
  CHECK(fit->difference_error(0, 1) == doctest::Approx(std::sqrt(100.0 / 99) / std::sqrt(100 * 0.75 * 0.25)));
}

TEST_CASE("games of one seed count as one observation") {
  Games games;
  games.strategies = {"a", "b"};
  games.seats = {"one"};
  add_wins(games, 0, 1, 30);
  add_wins(games, 1, 0, 20);
  const double apart = fit_plackett_luce(games, {})->clustered_error(0);
  Games doubled = games;
  doubled.games.insert(doubled.games.end(), games.games.begin(), games.games.end());
  CHECK(fit_plackett_luce(doubled, {})->clustered_error(0) == doctest::Approx(apart));
  CHECK(fit_plackett_luce(doubled, {})->fisher_error(0) == doctest::Approx(apart / std::sqrt(2)).epsilon(0.02));
}

TEST_CASE("shared places count as the mean of their orders, and the maximum is one") {
  std::mt19937_64 random(tt::test::seed());
  const std::vector<std::vector<std::uint32_t>> ranks{
      {1, 1, 3, 4}, {2, 1, 1, 1}, {4, 3, 2, 1}, {1, 2, 2, 2}, {3, 1, 1, 3}};
  const Games games = of_order(4, ranks);
  const auto fit = fit_plackett_luce(games, {});
  REQUIRE(fit.has_value());
  const auto value = [&](const std::vector<double>& worths) {
    double sum = 0;
    for (const auto& of_game : ranks) sum += log_likelihood_again(worths, of_game);
    return sum;
  };
  CHECK(fit->log_likelihood == doctest::Approx(value(fit->worths)));
  std::uniform_real_distribution<double> shift(-0.1, 0.1);
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<double> other = fit->worths;
    for (double& worth : other) worth += shift(random);
    CHECK(value(other) <= fit->log_likelihood + 1e-9);
  }
}

TEST_CASE("a tie of two is half a win for each") {
  Games tied = of_order(2, {{1, 1}, {1, 2}});
  Games split = of_order(2, {{1, 2}, {1, 2}, {1, 2}, {2, 1}});
  CHECK(fit_plackett_luce(tied, {})->worths[0] == doctest::Approx(fit_plackett_luce(split, {})->worths[0]));
}

TEST_CASE("results that bound nothing are refused with the reason, and a ghost makes them ratable") {
  const Games games = of_order(3, {{1, 2, 3}, {1, 3, 2}});
  const auto why = why_not_ratable(games);
  REQUIRE(why.has_value());
  CHECK(why->find("any of [b, c] level with or ahead of any of [a]") != std::string::npos);
  CHECK(!fit_plackett_luce(games, {}).has_value());
  const auto fit = fit_plackett_luce(games, {.ghost_games = 0.5});
  REQUIRE(fit.has_value());
  CHECK(fit->worths[0] > fit->worths[1]);
  CHECK(fit->worths[1] == doctest::Approx(fit->worths[2]));
  CHECK(!why_not_ratable(of_order(3, {{1, 2, 3}, {3, 2, 1}})).has_value());
}

TEST_CASE("the ghost is half a game won and lost against worth nought") {
  const auto fit = fit_plackett_luce(of_order(2, {{1, 2}}), {.ghost_games = 0.5});
  REQUIRE(fit.has_value());
  // By symmetry the worths are x and −x, and the slope along x is that of the game and of half the ghost games each
  // way.
  const double x = fit->worths[0];
  const auto p = [](double value) { return 1 / (1 + std::exp(-value)); };
  CHECK(1 - p(2 * x) + 0.5 - p(x) == doctest::Approx(0).epsilon(1e-9));
}

TEST_CASE("a seat that helps is found, and a design that balances seats keeps it out of the worths") {
  std::mt19937_64 random(tt::test::seed());
  std::extreme_value_distribution<double> luck(0, 1);
  const std::vector<double> worth{0.5, 0, -0.5};
  const std::vector<double> of_seat{0, 1, 0};
  Games games = of_order(3, {});
  for (std::uint32_t game = 0; game < 900; ++game) {
    Game played{games.clusters++, {}};
    std::vector<double> drawn;
    for (std::uint32_t i = 0; i < 3; ++i) {
      const std::uint32_t seat = (i + game) % 3;
      drawn.push_back(worth[i] + of_seat[seat] + luck(random));
      played.entrants.push_back({.strategy = i, .seat = seat});
    }
    for (std::size_t i = 0; i < 3; ++i)
      played.entrants[i].rank = 1 + static_cast<std::uint32_t>(std::count_if(drawn.begin(), drawn.end(),
                                                                             [&](double d) { return d > drawn[i]; }));
    games.games.push_back(played);
  }
  const auto without = fit_plackett_luce(games, {});
  const auto with = fit_plackett_luce(games, {.seat_effects = true});
  REQUIRE((without && with));
  CHECK(std::fabs(with->seats[1] - 1) < 0.35);
  CHECK(std::fabs(with->worths[0] - 0.5) < 0.3);
  const SeatTest test = seat_test(*without, *with);
  CHECK(test.degrees == 2);
  CHECK(test.p < 1e-6);
}
