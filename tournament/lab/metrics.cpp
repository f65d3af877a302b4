#include "tournament/lab/metrics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace tt::tournament::lab {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Mean over the window of what one tick gives; ticks in which it does not exist are left out.
template <class Of>
double mean_over(Window window, Of of) {
  double sum = 0;
  double count = 0;
  for (const Observation& seen : window) {
    const double value = of(seen);
    if (std::isnan(value)) continue;
    sum += value;
    count += 1;
  }
  return count > 0 ? sum / count : kNone;
}

template <class Of>
std::vector<double> values_of(Window window, Of of) {
  std::vector<double> values;
  for (const Observation& seen : window) values.push_back(of(seen));
  return values;
}

double ratio(double a, double b) {
  return b > 0 ? a / b : kNone;
}

double unemployment(const Observation& seen) {
  return ratio(seen.seeking, seen.seeking + seen.employed);
}

/// Means over quarters of 13 ticks, the last part of a quarter left out.
template <class Of>
std::vector<double> quarters(Window window, Of of) {
  std::vector<double> means;
  for (std::size_t at = 0; at + 13 <= window.size(); at += 13) means.push_back(mean_over(window.subspan(at, 13), of));
  return means;
}

std::vector<double> changes(const std::vector<double>& values, bool logarithmic) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < values.size(); ++i)
    steps.push_back(logarithmic ? std::log(values[i] / values[i - 1]) : values[i] - values[i - 1]);
  return steps;
}

/// Standard deviation of quarterly log changes in one form ÷ in the other.
template <class Of>
double unsteadiness(Window window, Of of) {
  const auto sd = [&](auto form) {
    return deviation(changes(quarters(window, [&](const Observation& seen) { return of(form(seen)); }), true));
  };
  const double cooperative = sd([](const Observation& seen) -> const FormFigures& { return seen.cooperative; });
  const double proprietary = sd([](const Observation& seen) -> const FormFigures& { return seen.proprietary; });
  return ratio(cooperative, proprietary);
}

double okun(Window window) {
  const auto jobless = changes(quarters(window, unemployment), false);
  const auto output = changes(quarters(window, [](const Observation& seen) { return seen.output; }), true);
  return correlation(jobless, output);
}

double beveridge(Window window) {
  const auto open =
      quarters(window, [](const Observation& seen) { return ratio(seen.vacancies, seen.vacancies + seen.employed); });
  return correlation(quarters(window, unemployment), open);
}

/// Ticks from the window's start until machines first do `part` of all tasks; the whole window where they never do, so
/// that no run is left out for being slow.
template <class Of>
double ticks_until(Window window, double part, Of of) {
  const auto at = std::find_if(window.begin(), window.end(), [&](const Observation& seen) { return of(seen) >= part; });
  return static_cast<double>(at - window.begin());
}

constexpr double of_all(const Observation& seen) {
  return seen.automated;
}
constexpr double of_traditional(const Observation& seen) {
  return seen.proprietary.automated;
}
constexpr double of_cooperatives(const Observation& seen) {
  return seen.cooperative.automated;
}

/// Growth of the part of tasks that machines do in the second half of the window less that in the first, in points;
/// each end is a mean over a quarter of a year.
double speeding_up(Window window) {
  constexpr std::size_t kEnd = 13;
  if (window.size() < 3 * kEnd) return kNone;
  const auto mean = [&](std::size_t from) { return 100 * mean_over(window.subspan(from, kEnd), of_all); };
  return mean(window.size() - kEnd) - 2 * mean((window.size() - kEnd) / 2) + mean(0);
}

/// Mean size of a tick's price move of a good, in percent.
double restlessness(Window window, rules::Good good) {
  std::vector<double> sizes;
  for (const double step :
       changes(values_of(window, [&](const Observation& o) { return o.price[index_of(good)]; }), true))
    sizes.push_back(100 * std::abs(step));
  return sizes.empty() ? kNone : std::accumulate(sizes.begin(), sizes.end(), 0.0) / static_cast<double>(sizes.size());
}

double without_trade(const Observation& seen, rules::Good good) {
  return seen.volume[index_of(good)] > 0 ? 0 : 100;
}

#define TT_MEAN(expression) \
  [](Window window) { return mean_over(window, [](const Observation& o) -> double { return expression; }); }

constexpr std::array kMetrics{
    Metric{"unemployment", "%", Scale::kPoints, true, TT_MEAN(100 * unemployment(o))},
    Metric{"consumption", "crowns a head", Scale::kPercent, true, TT_MEAN(o.consumption)},
    Metric{"output", "crowns a head", Scale::kPercent, true, TT_MEAN(o.output)},
    Metric{"price level", "start = 1", Scale::kPercent, true, TT_MEAN(o.price_level)},
    Metric{"velocity of money", "a year", Scale::kPercent, true, TT_MEAN(o.velocity)},
    Metric{"Gini of wealth", "0 to 1", Scale::kPoints, true, TT_MEAN(o.wealth_gini)},
    Metric{"Gini of income", "0 to 1", Scale::kPoints, true, TT_MEAN(o.income_gini)},
    Metric{"traditional pay", "crowns", Scale::kPercent, true,
           TT_MEAN(o.proprietary.people > 0 ? o.proprietary.pay : kNone)},
    Metric{"co-op pay", "crowns", Scale::kPercent, true, TT_MEAN(o.cooperative.people > 0 ? o.cooperative.pay : kNone)},
    Metric{"real traditional pay", "crowns of the start", Scale::kPercent, true,
           TT_MEAN(o.proprietary.people > 0 ? ratio(o.proprietary.pay, o.price_level) : kNone)},
    Metric{"real co-op pay", "crowns of the start", Scale::kPercent, true,
           TT_MEAN(o.cooperative.people > 0 ? ratio(o.cooperative.pay, o.price_level) : kNone)},
    Metric{"co-op pay over traditional, same skill", "%", Scale::kPoints, true,
           TT_MEAN(100 * (ratio(o.cooperative.pay_per_skill, o.proprietary.pay_per_skill) - 1))},
    Metric{"labour in co-ops", "%", Scale::kPoints, true, TT_MEAN(100 * ratio(o.cooperative.people, o.employed))},
    Metric{"traditional employment", "people", Scale::kPercent, true, TT_MEAN(o.proprietary.people)},
    Metric{"co-op employment", "people", Scale::kPercent, true, TT_MEAN(o.cooperative.people)},
    Metric{"traditional employment ÷ co-op employment", "", Scale::kPercent, true,
           TT_MEAN(ratio(o.proprietary.people, o.cooperative.people))},
    Metric{"co-op pay ÷ traditional pay", "", Scale::kPercent, true,
           TT_MEAN(ratio(o.cooperative.pay, o.proprietary.pay))},
    Metric{"traditional effort", "1 = standard", Scale::kPercent, true,
           TT_MEAN(o.proprietary.people > 0 ? o.proprietary.effort : kNone)},
    Metric{"co-op effort", "1 = standard", Scale::kPercent, true,
           TT_MEAN(o.cooperative.people > 0 ? o.cooperative.effort : kNone)},
    Metric{"effort", "1 = standard", Scale::kPercent, true,
           TT_MEAN(ratio(o.proprietary.effort* o.proprietary.people + o.cooperative.effort * o.cooperative.people,
                         o.employed))},
    Metric{"quits from traditional enterprises", "% a tick", Scale::kPoints, true, TT_MEAN(100 * o.proprietary.quits)},
    Metric{"quits from co-ops", "% a tick", Scale::kPoints, true, TT_MEAN(100 * o.cooperative.quits)},
    Metric{"tasks done by machines", "%", Scale::kPoints, true, TT_MEAN(100 * o.automated)},
    Metric{"tasks done by machines, traditional", "%", Scale::kPoints, true, TT_MEAN(100 * o.proprietary.automated)},
    Metric{"tasks done by machines, co-ops", "%", Scale::kPoints, true, TT_MEAN(100 * o.cooperative.automated)},
    Metric{"ticks to a quarter by machines, traditional", "ticks", Scale::kPoints, false,
           [](Window w) { return ticks_until(w, 0.25, of_traditional); }},
    Metric{"ticks to a quarter by machines, co-ops", "ticks", Scale::kPoints, false,
           [](Window w) { return ticks_until(w, 0.25, of_cooperatives); }},
    Metric{"ticks to half by machines", "ticks", Scale::kPoints, false,
           [](Window w) { return ticks_until(w, 0.5, of_all); }},
    Metric{"speeding up of machines' part", "points", Scale::kPoints, false, speeding_up},
    Metric{"ticks without a trade in machinery", "%", Scale::kPoints, true,
           TT_MEAN(without_trade(o, rules::Good::kMachinery))},
    Metric{"ticks without a trade in engines", "%", Scale::kPoints, true,
           TT_MEAN(without_trade(o, rules::Good::kEngines))},
    Metric{"price moves of machinery", "% a tick", Scale::kPoints, false,
           [](Window w) { return restlessness(w, rules::Good::kMachinery); }},
    Metric{"price moves of engines", "% a tick", Scale::kPoints, false,
           [](Window w) { return restlessness(w, rules::Good::kEngines); }},
    Metric{"price moves of comforts", "% a tick", Scale::kPoints, false,
           [](Window w) { return restlessness(w, rules::Good::kComforts); }},
    Metric{"skewness of enterprise sizes", "", Scale::kPoints, true, TT_MEAN(o.size_skewness)},
    Metric{"skewness of incomes", "", Scale::kPoints, true, TT_MEAN(o.income_skewness)},
    Metric{"vacancies against unemployment", "r over quarters", Scale::kPoints, false, beveridge},
    Metric{"change of unemployment against growth of output", "r over quarters", Scale::kPoints, false, okun},
    Metric{"unsteadiness of employment, co-ops ÷ traditional − 1", "", Scale::kPoints, false,
           [](Window w) { return unsteadiness(w, [](const FormFigures& f) { return f.people; }) - 1; }},
    Metric{"unsteadiness of pay, co-ops ÷ traditional − 1", "", Scale::kPoints, false,
           [](Window w) { return unsteadiness(w, [](const FormFigures& f) { return f.pay; }) - 1; }},
};

#undef TT_MEAN

}  // namespace

std::span<const Metric> metrics() {
  return kMetrics;
}

const Metric* find_metric(std::string_view name) {
  const auto* const at =
      std::find_if(kMetrics.begin(), kMetrics.end(), [&](const Metric& m) { return m.name == name; });
  return at == kMetrics.end() ? nullptr : at;
}

}  // namespace tt::tournament::lab
