#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "tournament/rating/skill.hpp"

namespace tt::tournament::rating {
namespace {

/// A normal distribution, or a message, by precision and precision times mean; no precision: nothing is said.
struct Gaussian {
  double pi = 0;
  double tau = 0;
  [[nodiscard]] double mean() const { return pi > 0 ? tau / pi : 0; }
  [[nodiscard]] double variance() const { return 1 / pi; }
};

Gaussian of_mean(double mean, double variance) {
  return {1 / variance, mean / variance};
}
Gaussian operator*(const Gaussian& a, const Gaussian& b) {
  return {a.pi + b.pi, a.tau + b.tau};
}
Gaussian operator/(const Gaussian& a, const Gaussian& b) {
  return {a.pi - b.pi, a.tau - b.tau};
}

double density(double x) {
  return boost::math::pdf(boost::math::normal(), x);
}
double below(double x) {
  return boost::math::cdf(boost::math::normal(), x);
}

/// The normal closest to one cut off: above `margin`, or between −margin and margin where the two tied.
Gaussian cut(const Gaussian& cavity, double margin, bool tied) {
  const double c = std::sqrt(cavity.pi);
  const double t = cavity.tau / c;
  const double e = margin * c;
  double v = 0;
  double w = 0;
  if (!tied) {
    const double mass = below(t - e);
    v = mass > 1e-200 ? density(t - e) / mass : e - t;
    w = v * (v + t - e);
  } else {
    const double mass = std::max(below(e - t) - below(-e - t), 1e-200);
    v = (density(-e - t) - density(e - t)) / mass;
    w = v * v + ((e - t) * density(e - t) + (e + t) * density(e + t)) / mass;
  }
  const double shrunk = std::max(1 - w, 1e-12);
  return {cavity.pi / shrunk, (cavity.tau + c * v) / shrunk};
}

/// Two neighbours in the order: their difference, and the messages to each.
struct Link {
  Gaussian to_better;
  Gaussian to_worse;
  Gaussian from_cut;
};

}  // namespace

std::vector<Skill> true_skill(std::span<const Skill> skills, std::span<const std::uint32_t> ranks,
                              TrueSkillOptions options) {
  const std::size_t n = skills.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  const double margin =
      boost::math::quantile(boost::math::normal(), (options.draw_probability + 1) / 2) * std::sqrt(2.0) * options.beta;
  std::vector<Gaussian> played(n);  // what is believed of each performance before the result
  std::vector<Link> links(n > 0 ? n - 1 : 0);
  const auto variance_of = [&](std::size_t i) { return std::pow(skills[i].sigma, 2) + std::pow(options.tau, 2); };
  for (std::size_t k = 0; k < n; ++k)
    played[k] = of_mean(skills[order[k]].mu, variance_of(order[k]) + options.beta * options.beta);
  const auto belief = [&](std::size_t k, bool without_right, bool without_left) {
    Gaussian all = played[k];
    if (k < links.size() && !without_right) all = all * links[k].to_better;
    if (k > 0 && !without_left) all = all * links[k - 1].to_worse;
    return all;
  };
  const auto update = [&](std::size_t k) {
    const Gaussian better = belief(k, true, false);
    const Gaussian worse = belief(k + 1, false, true);
    const Gaussian difference = of_mean(better.mean() - worse.mean(), better.variance() + worse.variance());
    const Gaussian fitted = cut(difference, margin, ranks[order[k]] == ranks[order[k + 1]]);
    const double moved = std::fabs(fitted.tau / fitted.pi - (difference * links[k].from_cut).mean());
    links[k].from_cut = fitted / difference;
    const Gaussian seen = links[k].from_cut;
    if (seen.pi > 0) {
      links[k].to_better = of_mean(seen.mean() + worse.mean(), seen.variance() + worse.variance());
      links[k].to_worse = of_mean(better.mean() - seen.mean(), seen.variance() + better.variance());
    }
    return moved;
  };
  for (int sweep = 0; sweep < 100; ++sweep) {
    double moved = 0;
    for (std::size_t k = 0; k < links.size(); ++k) moved = std::max(moved, update(k));
    for (std::size_t k = links.size(); k-- > 0;) moved = std::max(moved, update(k));
    if (moved < 1e-9) break;
  }
  std::vector<Skill> after(skills.begin(), skills.end());
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t i = order[k];
    const Gaussian told = belief(k, false, false) / played[k];
    if (told.pi <= 0) continue;
    const Gaussian skill =
        of_mean(skills[i].mu, variance_of(i)) * of_mean(told.mean(), told.variance() + options.beta * options.beta);
    after[i] = {skill.mean(), std::sqrt(skill.variance())};
  }
  return after;
}

}  // namespace tt::tournament::rating
