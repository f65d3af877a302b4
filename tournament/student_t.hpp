// Means and their uncertainty where the number of observations is small.
//
// Student (1908), "The probable error of a mean", Biometrika 6(1). The distribution function through the regularised
// incomplete beta function I_x(a, b), NIST Digital Library of Mathematical Functions 8.17 (continued fraction 8.17.22).
#pragma once

#include <span>

namespace tt::tournament {

/// P(T ≤ t) for `degrees` ≥ 1 degrees of freedom. Absolute error below 1e-10.
[[nodiscard]] double student_t_below(double t, int degrees);

/// The t with P(T ≤ t) = p, 0 < p < 1.
[[nodiscard]] double student_t_quantile(double p, int degrees);

/// A mean and half the width of its interval.
struct Estimate {
  double mean = 0;
  double half_width = 0;  ///< infinite for a single observation: one world proves nothing

  [[nodiscard]] bool excludes_zero() const { return mean - half_width > 0 || mean + half_width < 0; }
};

/// The interval that covers the true mean with this confidence (0.95, say), if the values are independent. At least one
/// value.
[[nodiscard]] Estimate estimate(std::span<const double> values, double confidence);

}  // namespace tt::tournament
