#include "tournament/rating/glicko2.hpp"

#include <cmath>
#include <numbers>

namespace tt::tournament::rating {
namespace {

constexpr double kScale = 173.7178;

double g(double phi) {
  return 1 / std::sqrt(1 + 3 * phi * phi / (std::numbers::pi * std::numbers::pi));
}

/// Step 5: the new volatility, by the Illinois method.
double new_volatility(double sigma, double phi, double v, double delta, double tau) {
  const double a = std::log(sigma * sigma);
  const auto f = [&](double x) {
    const double e = std::exp(x);
    const double sum = phi * phi + v + e;
    return e * (delta * delta - sum) / (2 * sum * sum) - (x - a) / (tau * tau);
  };
  double low = a;
  double high = std::log(std::fmax(delta * delta - phi * phi - v, 1e-300));
  if (delta * delta <= phi * phi + v) {
    high = a - tau;
    while (f(high) < 0) high -= tau;
  }
  double f_low = f(low);
  double f_high = f(high);
  for (int step = 0; step < 200 && std::fabs(high - low) > 1e-10; ++step) {
    const double middle = low + (low - high) * f_low / (f_high - f_low);
    const double f_middle = f(middle);
    if (f_middle * f_high <= 0) {
      low = high;
      f_low = f_high;
    } else {
      f_low /= 2;
    }
    high = middle;
    f_high = f_middle;
  }
  return std::exp(low / 2);
}

}  // namespace

Glicko glicko_after(const Glicko& before, std::span<const GlickoResult> results, double tau) {
  const double mu = (before.rating - 1500) / kScale;
  const double phi = before.deviation / kScale;
  double information = 0;
  double surprise = 0;
  for (const GlickoResult& result : results) {
    const double weight = g(result.opponent.deviation / kScale);
    const double expected = 1 / (1 + std::exp(-weight * (mu - (result.opponent.rating - 1500) / kScale)));
    information += weight * weight * expected * (1 - expected);
    surprise += weight * (result.score - expected);
  }
  if (results.empty()) {
    const double widened = std::hypot(phi, before.volatility);
    return {before.rating, kScale * widened, before.volatility};
  }
  const double v = 1 / information;
  const double sigma = new_volatility(before.volatility, phi, v, v * surprise, tau);
  const double star = std::hypot(phi, sigma);
  const double after = 1 / std::sqrt(1 / (star * star) + information);
  return {1500 + kScale * (mu + after * after * surprise), kScale * after, sigma};
}

}  // namespace tt::tournament::rating
