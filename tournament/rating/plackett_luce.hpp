// Worths of strategies from the orders in which they ended.
//
// Model: the first place is a choice among all with probabilities in proportion to exp(worth), the second among those
// left, and so on (Plackett 1975, "The analysis of permutations", Applied Statistics 24; Luce 1959). Places shared by
// several count as the mean of the log likelihoods of all orders they could have ended in, so a tie of two is half a
// win for each. Maximum by the minorise-maximise steps of Hunter (2004), "MM algorithms for generalized Bradley–Terry
// models", Annals of Statistics 32(1), finished by Newton's. Errors: from the information matrix, which takes games for
// independent, and the cluster sandwich with factor C/(C−1) (Liang and Zeger 1986, Biometrika 73; Cameron and Miller
// 2015, Journal of Human Resources 50), which does not: clusters are seeds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tournament/rating/games.hpp"
#include "tournament/rating/matrix.hpp"

namespace tt::tournament::rating {

/// The most that may share a rank: their orders are averaged over all subsets.
inline constexpr std::size_t kTiedMost = 10;

struct PlackettLuceOptions {
  bool seat_effects = false;  ///< a parameter for every seat but the first, in natural logarithms like the worths
  /// Wins and losses given to every strategy against a ghost of worth 0 (Turner et al. 2020, "Modelling rankings in R:
  /// the PlackettLuce package", Computational Statistics 35): 0.5 there. Makes any results ratable and draws worths
  /// together a little.
  double ghost_games = 0;
};

struct PlackettLuce {
  std::vector<double> worths;  ///< natural logarithms, mean zero
  std::vector<double> seats;   ///< effects, the first 0; empty unless asked for
  double log_likelihood = 0;   ///< of the games alone
  Matrix fisher;               ///< covariance of the worths if games were independent
  Matrix clustered;            ///< covariance of the worths with clusters of any inner dependence
  std::uint32_t clusters = 0;

  /// Standard errors; `clustered_error` is infinite for one cluster.
  [[nodiscard]] double fisher_error(std::size_t strategy) const;
  [[nodiscard]] double clustered_error(std::size_t strategy) const;
  /// Clustered standard error of the difference of two worths.
  [[nodiscard]] double difference_error(std::size_t one, std::size_t other) const;
  /// What to multiply a clustered error by: Student's t with clusters − 1 degrees of freedom.
  [[nodiscard]] double t(double confidence) const;
};

/// Nothing where there is no finite maximum: ask `why_not_ratable` first; with seat effects a seat that always wins is
/// another reason. At most kTiedMost may share a rank.
[[nodiscard]] std::optional<PlackettLuce> fit_plackett_luce(const Games& games, PlackettLuceOptions options);

/// 400 / ln 10: a worth times this is on the Elo scale.
inline constexpr double kElo = 173.71779276130073;

/// Whether seats matter: twice the gain in log likelihood against chi square with seats − 1 degrees (Wilks 1938). Takes
/// games for independent.
struct SeatTest {
  double statistic = 0;
  std::size_t degrees = 0;
  double p = 1;
};
[[nodiscard]] SeatTest seat_test(const PlackettLuce& without, const PlackettLuce& with);

}  // namespace tt::tournament::rating
