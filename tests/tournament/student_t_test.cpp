#include "tournament/student_t.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace tt::tournament;

TEST_CASE("quantiles are those of the printed tables") {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values of Student's t distribution.
  struct Row {
    int degrees;
    double t90, t95, t975, t99, t995;
  };
  constexpr std::array<Row, 9> kTable{{{1, 3.078, 6.314, 12.706, 31.821, 63.657},
                                       {2, 1.886, 2.920, 4.303, 6.965, 9.925},
                                       {3, 1.638, 2.353, 3.182, 4.541, 5.841},
                                       {5, 1.476, 2.015, 2.571, 3.365, 4.032},
                                       {9, 1.383, 1.833, 2.262, 2.821, 3.250},
                                       {10, 1.372, 1.812, 2.228, 2.764, 3.169},
                                       {20, 1.325, 1.725, 2.086, 2.528, 2.845},
                                       {30, 1.310, 1.697, 2.042, 2.457, 2.750},
                                       {100, 1.290, 1.660, 1.984, 2.364, 2.626}}};
  for (const Row& row : kTable) {
    CAPTURE(row.degrees);
    const auto rounds_to = [&](double p, double printed) {
      CHECK(std::fabs(student_t_quantile(p, row.degrees) - printed) < 0.00051);
      CHECK(student_t_quantile(1 - p, row.degrees) == doctest::Approx(-printed).epsilon(0.001));
    };
    rounds_to(0.90, row.t90);
    rounds_to(0.95, row.t95);
    rounds_to(0.975, row.t975);
    rounds_to(0.99, row.t99);
    rounds_to(0.995, row.t995);
  }
}

TEST_CASE("one and two degrees of freedom agree with their closed forms") {
  constexpr double kPi = 3.14159265358979323846;
  for (const double t : {-30.0, -2.0, -0.5, 0.0, 0.1, 1.0, 4.0, 1000.0}) {
    CHECK(std::fabs(student_t_below(t, 1) - (0.5 + std::atan(t) / kPi)) < 1e-10);
    CHECK(std::fabs(student_t_below(t, 2) - (0.5 + t / (2 * std::sqrt(2 + t * t)))) < 1e-10);
  }
}

TEST_CASE("Student's own example: hours of sleep gained under two drugs") {
  // Student (1908), section VII; the paired interval as printed by R's t.test(extra ~ group, paired) on the same data.
  constexpr std::array<double, 10> kFirst{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  constexpr std::array<double, 10> kSecond{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  std::array<double, 10> gained{};
  for (std::size_t i = 0; i < gained.size(); ++i) gained[i] = kSecond[i] - kFirst[i];
  const Estimate seen = estimate(gained, 0.95);
  CHECK(seen.mean == doctest::Approx(1.58));
  CHECK(seen.mean - seen.half_width == doctest::Approx(0.7001142).epsilon(1e-6));
  CHECK(seen.mean + seen.half_width == doctest::Approx(2.4598858).epsilon(1e-6));
  CHECK(seen.excludes_zero());
  CHECK(2 * student_t_below(-4.0621, 9) == doctest::Approx(0.002833).epsilon(1e-3));
}

TEST_CASE("a single value has a mean and no bounds") {
  const Estimate seen = estimate(std::array{4.0}, 0.95);
  CHECK(seen.mean == 4.0);
  CHECK(std::isinf(seen.half_width));
  CHECK(!seen.excludes_zero());
}
