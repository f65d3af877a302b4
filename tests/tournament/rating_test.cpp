// Statistics that need no likelihood: against figures that others published, or that follow on paper.
#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "tournament/rating/alpha_rank.hpp"
#include "tournament/rating/dynamics.hpp"
#include "tournament/rating/glicko2.hpp"
#include "tournament/rating/kemeny.hpp"
#include "tournament/rating/nash_averaging.hpp"
#include "tournament/rating/pairs.hpp"
#include "tournament/rating/skill.hpp"
#include "tournament/rating/sprt.hpp"

using namespace tt::tournament::rating;

namespace {

Matrix matrix(std::initializer_list<std::initializer_list<double>> rows) {
  Matrix made(rows.size(), rows.begin()->size());
  std::size_t i = 0;
  for (const auto& row : rows) {
    std::size_t j = 0;
    for (const double value : row) made(i, j++) = value;
    ++i;
  }
  return made;
}

void check_close(const std::vector<double>& got, const std::vector<double>& wanted, double within) {
  REQUIRE(got.size() == wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    CAPTURE(i);
    CAPTURE(got[i]);
    CHECK(std::fabs(got[i] - wanted[i]) <= within);
  }
}

void check_skills(const std::vector<Skill>& got, const std::vector<Skill>& wanted, double within) {
  REQUIRE(got.size() == wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    CAPTURE(i);
    CHECK(std::fabs(got[i].mu - wanted[i].mu) <= within);
    CHECK(std::fabs(got[i].sigma - wanted[i].sigma) <= within);
  }
}

std::vector<std::uint32_t> places(std::uint32_t n) {
  std::vector<std::uint32_t> ranks;
  for (std::uint32_t i = 1; i <= n; ++i) ranks.push_back(i);
  return ranks;
}

const Matrix& rock_paper_scissors() {
  static const Matrix kGame = matrix({{0, -0.5, 0.5}, {0.5, 0, -0.5}, {-0.5, 0.5, 0}});
  return kGame;
}

}  // namespace

TEST_CASE("Wilson's interval is the one Newcombe publishes") {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81/263 and 15/148; 0/20 there as well.
  const Interval many = wilson(81, 263, 0.95);
  CHECK(many.low == doctest::Approx(0.2553).epsilon(2e-4));
  CHECK(many.high == doctest::Approx(0.3662).epsilon(2e-4));
  const Interval few = wilson(15, 148, 0.95);
  CHECK(few.low == doctest::Approx(0.0624).epsilon(1e-3));
  CHECK(few.high == doctest::Approx(0.1605).epsilon(1e-3));
  const Interval none = wilson(0, 20, 0.95);
  CHECK(none.low == 0);
  CHECK(none.high == doctest::Approx(0.1611).epsilon(1e-3));
}

TEST_CASE("the order that contradicts least is found, and majorities in a circle have no winner") {
  // By hand: the six orders contradict 99, 97, 85, 83, 95 and 81 votes, c before b before a the fewest.
  const Matrix votes = matrix({{0, 23, 29}, {37, 0, 29}, {31, 31, 0}});
  const KemenyOrder order = kemeny_order(votes);
  CHECK(order.exact);
  CHECK(order.order == std::vector<std::size_t>{2, 1, 0});
  CHECK(order.against == doctest::Approx(29 + 29 + 23));
  Games games;
  games.strategies = {"a", "b", "c"};
  for (std::uint32_t i = 0; i < 3; ++i)
    games.games.push_back({0, {{.strategy = i, .rank = 1}, {.strategy = (i + 1) % 3, .rank = 2}}});
  CHECK(!Pairs(games).condorcet_winner().has_value());
  games.games.push_back({0, {{.strategy = 0, .rank = 1}, {.strategy = 2, .rank = 2}}});
  games.games.push_back({0, {{.strategy = 0, .rank = 1}, {.strategy = 2, .rank = 2}}});
  CHECK(Pairs(games).condorcet_winner() == 0U);
}

TEST_CASE("the order of many strategies is the right one where there is no contradiction") {
  constexpr std::size_t kMany = 30;
  Matrix won(kMany, kMany);
  for (std::size_t i = 0; i < kMany; ++i)
    for (std::size_t j = 0; j < kMany; ++j) won(i, j) = (i * 7) % kMany < (j * 7) % kMany ? 2 : i == j ? 0 : 1;
  const KemenyOrder order = kemeny_order(won);
  CHECK(!order.exact);
  CHECK(order.against == doctest::Approx(kMany * (kMany - 1) / 2));
  for (std::size_t place = 0; place < kMany; ++place) CHECK((order.order[place] * 7) % kMany == place);
}

TEST_CASE("alpha-rank has the stationary distribution that OpenSpiel tests with the game of Han et al.") {
  // open_spiel/python/egt/alpharank_test.py, test_stationary_distribution.
  const double r = 1, t = 2, p = 0, s = -1, delta = 4, eps = 0.25;
  const Matrix game = matrix({{r - eps / 2, r - eps, 0, s + delta - eps, r - eps},
                              {r, r, s, s, s},
                              {0, t, p, p, p},
                              {t - delta, t, p, p, p},
                              {r, t, p, p, p}});
  check_close(alpha_rank(game, {.alpha = 0.1, .members = 20}),
              {0.40966787, 0.07959841, 0.20506998, 0.08505983, 0.2206039}, 1e-6);
  check_close(alpha_rank(rock_paper_scissors()), {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1e-9);
}

TEST_CASE("Nash averaging gives a circle equal shares, a best one all, and copies no more together") {
  check_close(nash_average(rock_paper_scissors()).mixture, {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1e-6);
  const NashAverage best = nash_average(matrix({{0, 0.1, 0.3}, {-0.1, 0, 0.2}, {-0.3, -0.2, 0}}));
  check_close(best.mixture, {1, 0, 0}, 1e-5);
  check_close(best.skill, {0, -0.1, -0.3}, 1e-5);
  // Rock twice (Balduzzi et al. 2018, section 3: invariance): the two share rock's third.
  const NashAverage copied =
      nash_average(matrix({{0, 0, -0.5, 0.5}, {0, 0, -0.5, 0.5}, {0.5, 0.5, 0, -0.5}, {-0.5, -0.5, 0.5, 0}}));
  check_close(copied.mixture, {1.0 / 6, 1.0 / 6, 1.0 / 3, 1.0 / 3}, 1e-5);
}

TEST_CASE("the replicator follows its logistic solution, finds hawks among doves, and keeps a circle's product") {
  const double x = 0.1, gain = 0.7, time = 3;
  const auto two = replicator(matrix({{gain, gain}, {0, 0}}), {x, 1 - x}, time);
  CHECK(two[0] == doctest::Approx(x * std::exp(gain * time) / (1 - x + x * std::exp(gain * time))).epsilon(1e-8));
  // Maynard Smith and Price (1973): hawks settle at value / cost.
  const double value = 2, cost = 3;
  const auto hawks = replicator(matrix({{(value - cost) / 2, value}, {0, value / 2}}), {0.1, 0.9}, 200);
  CHECK(hawks[0] == doctest::Approx(value / cost).epsilon(1e-6));
  const auto circle = replicator(rock_paper_scissors(), {0.2, 0.3, 0.5}, 50);
  CHECK(circle[0] * circle[1] * circle[2] == doctest::Approx(0.2 * 0.3 * 0.5).epsilon(1e-7));
}

TEST_CASE("ecological shares grow by payoff") {
  const auto shares = ecology(matrix({{2, 2}, {1, 1}}), {0.5, 0.5}, 3);
  CHECK(shares[0] == doctest::Approx(8.0 / 9));
}

TEST_CASE("a mutant's fixation is Moran's closed form and a neutral one's its share") {
  const double r = 1.1;
  const unsigned n = 20;
  CHECK(moran_fixation(matrix({{r, r}, {1, 1}}), 0, 1, n) ==
        doctest::Approx((1 - 1 / r) / (1 - std::pow(r, -static_cast<double>(n)))));
  CHECK(moran_fixation(matrix({{1, 1}, {1, 1}}), 0, 1, n) == doctest::Approx(1.0 / n));
}

TEST_CASE("the sequential test has Fishtest's ratio and bounds, and stops on whole blocks") {
  // t = 1, B = 4, t0 = 0, t1 = 1/2: 2 ln(2 / 1.25).
  const std::vector<double> four{0, 2, 0, 2};
  const SprtResult open = sprt(four, {.t0 = 0, .t1 = 0.5});
  CHECK(open.state == SprtState::kUndecided);
  CHECK(open.llr == doctest::Approx(2 * std::log(2 / 1.25)));
  CHECK(open.low == doctest::Approx(std::log(0.05 / 0.95)));
  CHECK(open.high == doctest::Approx(std::log(0.95 / 0.05)));
  std::vector<double> better;
  std::vector<double> alike;
  for (int i = 0; i < 100; ++i) {
    better.push_back(i % 2 == 0 ? 0 : 2);
    alike.push_back(i % 2 == 0 ? -1 : 1);
  }
  CHECK(sprt(better).state == SprtState::kAcceptsT1);
  CHECK(sprt(better).blocks < 20);
  CHECK(sprt(alike).state == SprtState::kAcceptsT0);
}

TEST_CASE("Glicko-2 ends where Glickman's example does") {
  // Glickman (2013): 1464.06 / 151.52 / 0.05999, from intermediate values rounded to four places.
  const std::array<GlickoResult, 3> period{{{{1400, 30, 0.06}, 1}, {{1550, 100, 0.06}, 0}, {{1700, 300, 0.06}, 0}}};
  const Glicko after = glicko_after({1500, 200, 0.06}, period, 0.5);
  CHECK(after.rating == doctest::Approx(1464.0507).epsilon(1e-7));
  CHECK(after.deviation == doctest::Approx(151.5165).epsilon(1e-6));
  CHECK(after.volatility == doctest::Approx(0.059996).epsilon(1e-5));
  CHECK(glicko_after({1500, 200, 0.06}, {}).deviation > 200);
}

TEST_CASE("Weng and Lin's ratings are the ones OpenSkill tests with") {
  // openskill.js, plackett-luce.test.ts and bradley-terry-full.test.ts.
  const std::vector<Skill> three(3);
  check_skills(weng_lin_plackett_luce(std::vector<Skill>(2), places(2)),
               {{27.63523138347365, 8.065506316323548}, {22.36476861652635, 8.065506316323548}}, 1e-9);
  check_skills(weng_lin_plackett_luce(three, places(3)),
               {{27.868876552746237, 8.204837030780652},
                {25.717219138186557, 8.057829747583874},
                {21.413904309067206, 8.057829747583874}},
               1e-9);
  check_skills(
      weng_lin_bradley_terry(three, places(3)),
      {{30.2704627669473, 7.788474807872566}, {25.0, 7.788474807872566}, {19.7295372330527, 7.788474807872566}}, 1e-9);
}

TEST_CASE("TrueSkill's ratings are the published ones, with and without ties") {
  // Microsoft's calculator, as in trueskill.org's own tests.
  check_skills(true_skill(std::vector<Skill>(2), places(2)), {{29.396, 7.171}, {20.604, 7.171}}, 6e-4);
  check_skills(true_skill(std::vector<Skill>(2), std::vector<std::uint32_t>{1, 1}), {{25, 6.458}, {25, 6.458}}, 6e-4);
  check_skills(true_skill(std::vector<Skill>(3), std::vector<std::uint32_t>{3, 2, 1}),
               {{18.325, 6.656}, {25, 6.208}, {31.675, 6.656}}, 6e-4);
  check_skills(true_skill(std::vector<Skill>(5), places(5)),
               {{34.363, 6.136}, {29.058, 5.536}, {25, 5.420}, {20.942, 5.536}, {15.637, 6.136}}, 6e-4);
  check_skills(true_skill(std::vector<Skill>(2), places(2), {.draw_probability = 0.5}),
               {{30.267, 7.077}, {19.733, 7.077}}, 6e-4);
}
