#include "tournament/rating/plackett_luce.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "tournament/rating/choices.hpp"
#include "tournament/student_t.hpp"

namespace tt::tournament::rating {
namespace {

constexpr double kFar = 40;  // a worth this size is on its way to infinity: e^40 to 1
constexpr int kNewtonMost = 100;
constexpr int kMmMost = 30;

/// Log likelihood, its first and second derivatives, and the first by cluster.
struct Slope {
  double value = 0;
  std::vector<double> gradient;
  Matrix information;  ///< minus the second derivatives
  Matrix by_cluster;   ///< a row a cluster; empty unless asked for
};

class Model {
 public:
  Model(const Games& games, PlackettLuceOptions options)
      : options_(options),
        strategies_(games.strategies.size()),
        parameters_(strategies_ + (options.seat_effects ? games.seats.size() - 1 : 0)),
        clusters_(games.clusters),
        list_(choices_of(games)) {}

  [[nodiscard]] std::size_t strategies() const { return strategies_; }
  [[nodiscard]] std::size_t parameters() const { return parameters_; }
  [[nodiscard]] bool has_ghost() const { return options_.ghost_games > 0; }

  /// Of the games and, where there is one, the ghost.
  [[nodiscard]] double value(const std::vector<double>& at) const { return games_value(at) + ghost_value(at); }

  [[nodiscard]] double games_value(const std::vector<double>& at) const {
    const std::vector<double> utility = utilities(at);
    double sum = 0;
    for (std::size_t i = 0; i < utility.size(); ++i) sum += list_.choosers[i].chosen * utility[i];
    for (const Choice& choice : list_.choices) sum -= choice.weight * log_sum(utility, choice);
    return sum;
  }

  [[nodiscard]] Slope slope(const std::vector<double>& at, bool by_cluster) const {
    Slope slope{value(at), std::vector<double>(parameters_, 0.0), Matrix(parameters_, parameters_),
                by_cluster ? Matrix(clusters_, parameters_) : Matrix()};
    const std::vector<double> utility = utilities(at);
    std::vector<double> own(parameters_);
    for (const GameChoices& game : list_.games) {
      std::fill(own.begin(), own.end(), 0.0);
      for (std::size_t i = game.chooser_begin; i < game.chooser_end; ++i) add(own, i, list_.choosers[i].chosen);
      for (std::size_t i = game.choice_begin; i < game.choice_end; ++i)
        add_choice(list_.choices[i], utility, own, slope.information);
      for (std::size_t p = 0; p < parameters_; ++p) {
        slope.gradient[p] += own[p];
        if (by_cluster) slope.by_cluster(game.cluster, p) += own[p];
      }
    }
    for (std::size_t i = 0; i < strategies_; ++i) {
      const double beaten = 1 / (1 + std::exp(-at[i]));
      slope.gradient[i] += options_.ghost_games * (1 - 2 * beaten);
      slope.information(i, i) += 2 * options_.ghost_games * beaten * (1 - beaten);
    }
    return slope;
  }

  /// One step of Hunter's: worth ← times chosen / Σ weight / Σ worths of the set.
  void mm_step(std::vector<double>& at) const {
    const std::vector<double> utility = utilities(at);
    std::vector<double> wins(strategies_, options_.ghost_games);
    std::vector<double> chances(strategies_, 0.0);
    for (std::size_t i = 0; i < strategies_; ++i) chances[i] = 2 * options_.ghost_games / (1 + std::exp(at[i]));
    for (const Chooser& chooser : list_.choosers) wins[chooser.strategy] += chooser.chosen;
    for (const Choice& choice : list_.choices) {
      const double share = choice.weight * std::exp(-log_sum(utility, choice));
      for (std::size_t m = choice.begin; m < choice.end; ++m)
        chances[list_.choosers[list_.members[m]].strategy] += share;
    }
    for (std::size_t i = 0; i < strategies_; ++i)
      if (wins[i] > 0 && chances[i] > 0) at[i] = std::log(wins[i] / chances[i]);
    if (!has_ghost()) centre(at);
  }

  void centre(std::vector<double>& at) const {
    const auto end = at.begin() + static_cast<std::ptrdiff_t>(strategies_);
    const double mean = std::accumulate(at.begin(), end, 0.0) / static_cast<double>(strategies_);
    std::for_each(at.begin(), end, [mean](double& worth) { worth -= mean; });
  }

 private:
  PlackettLuceOptions options_;
  std::size_t strategies_;
  std::size_t parameters_;
  std::uint32_t clusters_;
  ChoiceList list_;

  [[nodiscard]] bool has_seat(std::size_t chooser) const {
    return options_.seat_effects && list_.choosers[chooser].seat > 0;
  }
  [[nodiscard]] std::size_t seat_parameter(std::size_t chooser) const {
    return strategies_ + list_.choosers[chooser].seat - 1;
  }

  [[nodiscard]] std::vector<double> utilities(const std::vector<double>& at) const {
    std::vector<double> utility(list_.choosers.size());
    for (std::size_t i = 0; i < utility.size(); ++i)
      utility[i] = at[list_.choosers[i].strategy] + (has_seat(i) ? at[seat_parameter(i)] : 0);
    return utility;
  }

  [[nodiscard]] double log_sum(const std::vector<double>& utility, const Choice& choice) const {
    double sum = 0;  // worths stay below kFar, so nothing overflows
    for (std::size_t m = choice.begin; m < choice.end; ++m) sum += std::exp(utility[list_.members[m]]);
    return std::log(sum);
  }

  [[nodiscard]] double ghost_value(const std::vector<double>& at) const {
    double sum = 0;
    for (std::size_t i = 0; i < strategies_ && has_ghost(); ++i)
      sum += options_.ghost_games * (at[i] - 2 * std::log1p(std::exp(at[i])));
    return sum;
  }

  void add(std::vector<double>& gradient, std::size_t chooser, double amount) const {
    gradient[list_.choosers[chooser].strategy] += amount;
    if (has_seat(chooser)) gradient[seat_parameter(chooser)] += amount;
  }

  /// A choice's part of the gradient, −p, and of the information, diag(p) − p pᵀ, both by parameter.
  void add_choice(const Choice& choice, const std::vector<double>& utility, std::vector<double>& gradient,
                  Matrix& information) const {
    const double total = log_sum(utility, choice);
    for (std::size_t m = choice.begin; m < choice.end; ++m) {
      const std::size_t i = list_.members[m];
      const double p = std::exp(utility[i] - total);
      add(gradient, i, -choice.weight * p);
      for (std::size_t n = choice.begin; n < choice.end; ++n) {
        const std::size_t j = list_.members[n];
        const double q = std::exp(utility[j] - total);
        const double part = choice.weight * p * ((m == n ? 1.0 : 0.0) - q);
        const std::size_t a = list_.choosers[i].strategy;
        const std::size_t b = list_.choosers[j].strategy;
        information(a, b) += part;
        if (has_seat(i)) information(seat_parameter(i), b) += part;
        if (has_seat(j)) information(a, seat_parameter(j)) += part;
        if (has_seat(i) && has_seat(j)) information(seat_parameter(i), seat_parameter(j)) += part;
      }
    }
  }
};

/// Without a ghost the likelihood does not change when all worths move together; this adds that direction.
std::optional<Matrix> inverse_information(const Model& model, Matrix information) {
  const std::size_t n = model.strategies();
  if (!model.has_ghost())
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) information(i, j) += 1.0 / static_cast<double>(n);
  return inverse(std::move(information));
}

bool is_far(const std::vector<double>& at) {
  return std::any_of(at.begin(), at.end(), [](double value) { return !(std::fabs(value) < kFar); });
}

/// Steps to the maximum, halved while they lead down. False where it runs away.
bool climb(const Model& model, std::vector<double>& at) {
  for (int step = 0; step < kNewtonMost; ++step) {
    const Slope slope = model.slope(at, false);
    const auto covariance = inverse_information(model, slope.information);
    if (!covariance || is_far(at)) return false;
    const std::vector<double> direction = *covariance * std::span<const double>(slope.gradient);
    const double gain = std::inner_product(direction.begin(), direction.end(), slope.gradient.begin(), 0.0);
    if (gain < 1e-18 * (1 + std::fabs(slope.value))) return true;
    double length = 1;
    std::vector<double> next = at;
    for (int half = 0; half < 40; ++half, length /= 2) {
      for (std::size_t p = 0; p < at.size(); ++p) next[p] = at[p] + length * direction[p];
      if (!is_far(next) && model.value(next) >= slope.value) break;
    }
    if (next == at) return true;
    at = next;
  }
  return true;
}

/// The worths' part of a covariance, for worths whose mean is taken off.
Matrix centred(const Matrix& covariance, std::size_t n) {
  Matrix off(n, covariance.rows());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) off(i, j) = (i == j ? 1.0 : 0.0) - 1.0 / static_cast<double>(n);
  Matrix across(covariance.rows(), n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) across(j, i) = off(i, j);
  return off * covariance * across;
}

/// bread × Σ_c s_c s_cᵀ × bread × C/(C−1).
Matrix sandwich(const Matrix& bread, const Matrix& by_cluster) {
  const auto clusters = static_cast<double>(by_cluster.rows());
  Matrix meat(bread.rows(), bread.rows());
  for (std::size_t c = 0; c < by_cluster.rows(); ++c)
    for (std::size_t i = 0; i < meat.rows(); ++i)
      for (std::size_t j = 0; j < meat.rows(); ++j)
        meat(i, j) += by_cluster(c, i) * by_cluster(c, j) * clusters / (clusters - 1);
  return bread * meat * bread;
}

}  // namespace

double PlackettLuce::fisher_error(std::size_t strategy) const {
  return std::sqrt(std::max(0.0, fisher(strategy, strategy)));
}

double PlackettLuce::clustered_error(std::size_t strategy) const {
  if (clusters < 2) return std::numeric_limits<double>::infinity();
  return std::sqrt(std::max(0.0, clustered(strategy, strategy)));
}

double PlackettLuce::difference_error(std::size_t one, std::size_t other) const {
  if (clusters < 2) return std::numeric_limits<double>::infinity();
  return std::sqrt(
      std::max(0.0, clustered(one, one) + clustered(other, other) - clustered(one, other) - clustered(other, one)));
}

double PlackettLuce::t(double confidence) const {
  return clusters < 2 ? 1 : student_t_quantile((1 + confidence) / 2, static_cast<int>(clusters) - 1);
}

std::optional<PlackettLuce> fit_plackett_luce(const Games& games, PlackettLuceOptions options) {
  const Model model(games, options);
  const std::size_t n = model.strategies();
  std::vector<double> at(model.parameters(), 0.0);
  for (int step = 0; step < kMmMost && !is_far(at); ++step) model.mm_step(at);
  if (is_far(at) || !climb(model, at)) return std::nullopt;
  const Slope slope = model.slope(at, true);
  const auto bread = inverse_information(model, slope.information);
  if (!bread) return std::nullopt;
  PlackettLuce fit;
  fit.log_likelihood = model.games_value(at);
  fit.clusters = games.clusters;
  fit.fisher = centred(*bread, n);
  if (games.clusters >= 2) fit.clustered = centred(sandwich(*bread, slope.by_cluster), n);
  model.centre(at);
  fit.worths.assign(at.begin(), at.begin() + static_cast<std::ptrdiff_t>(n));
  if (options.seat_effects) {
    fit.seats.assign(1, 0.0);
    fit.seats.insert(fit.seats.end(), at.begin() + static_cast<std::ptrdiff_t>(n), at.end());
  }
  return fit;
}

SeatTest seat_test(const PlackettLuce& without, const PlackettLuce& with) {
  SeatTest test{2 * (with.log_likelihood - without.log_likelihood), with.seats.size() - 1, 1};
  if (test.degrees > 0 && test.statistic > 0) {
    const boost::math::chi_squared law(static_cast<double>(test.degrees));
    test.p = boost::math::cdf(boost::math::complement(law, test.statistic));
  }
  return test;
}

}  // namespace tt::tournament::rating
