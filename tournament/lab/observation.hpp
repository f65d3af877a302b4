// What an experiment sees of a world after a tick: figures, not state. Floating point is fine here, outside the rules.
#pragma once

#include <span>
#include <vector>

#include "rules/rules.hpp"

namespace tt::tournament::lab {

/// One form of ownership as a whole.
struct FormFigures {
  double people = 0;         ///< who work in it
  double pay = 0;            ///< mean gross pay, in crowns; wage, or base and share
  double pay_per_skill = 0;  ///< the same for a person of standard skill
  double effort = 0;         ///< mean, 1 = standard
  double quits = 0;          ///< in the tick, as a share of the people
  double enterprises = 0;    ///< open ones
  double automated = 0;      ///< part of all tasks that machines do
};

struct Observation {
  rules::Tick tick = 0;
  FormFigures proprietary;
  FormFigures cooperative;
  double employed = 0;
  double seeking = 0;
  double vacancies = 0;
  std::vector<double> price;   ///< by good, in crowns
  std::vector<double> volume;  ///< by good, in lots
  double price_level = 0;      ///< of final goods, 1 = at the start of every world (Laspeyres)
  double consumption = 0;      ///< final goods sold, a head, at the prices of the start
  double automated = 0;        ///< part of all tasks that machines do
  double output = 0;           ///< everything made, a head, at the prices of the start
  double velocity = 0;         ///< sales of final goods ÷ money, a year of 52 ticks
  double wealth_gini = 0;
  double income_gini = 0;
  double size_skewness = 0;    ///< of open enterprises by people
  double income_skewness = 0;  ///< of households
};

using Series = std::vector<Observation>;
using Window = std::span<const Observation>;

[[nodiscard]] Observation observe(const rules::World& world);

/// Gini coefficient of values ≥ 0: Σ(2i − n − 1)·x_i ÷ (n·Σx), x sorted, i from 1 (Sen 1973, "On Economic Inequality").
[[nodiscard]] double gini(std::vector<double> values);
/// Third standardised moment; 0 for fewer than three values or none that differ.
[[nodiscard]] double skewness(std::span<const double> values);
/// Pearson's r of two equally long series; 0 where one of them does not vary.
[[nodiscard]] double correlation(std::span<const double> x, std::span<const double> y);
/// Square root of the variance with n − 1; 0 for fewer than two values.
[[nodiscard]] double deviation(std::span<const double> values);

}  // namespace tt::tournament::lab
