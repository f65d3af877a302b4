#include "tournament/lab/run.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include <thread>

#include "rules/core/assert.hpp"
#include "tournament/lab/metrics.hpp"
#include "tournament/student_t.hpp"

namespace tt::tournament::lab {
namespace {

constexpr double kConfidence = 0.95;
constexpr std::size_t kChartPoints = 120;

/// What is kept of one run: a number a comparison, and thinned curves for the charts.
struct Kept {
  std::vector<double> arm_values;           ///< by comparison; NaN where it is another arm's
  std::vector<double> against_values;       ///< the same
  std::vector<std::vector<double>> curves;  ///< by chart, by point
};

class Laboratory {
 public:
  Laboratory(const Experiment& experiment, const RunOptions& options)
      : experiment_(experiment), options_(options), ticks_(options.ticks > 0 ? options.ticks : experiment.ticks) {
    for (const Comparison& c : experiment.comparisons) {
      const Metric* const metric = find_metric(c.metric);
      TT_ASSERT(metric != nullptr);
      if (metric->per_tick && std::find(charted_.begin(), charted_.end(), metric) == charted_.end())
        charted_.push_back(metric);
    }
    const std::size_t step = std::max<std::size_t>(1, (ticks_ + kChartPoints - 1) / kChartPoints);
    for (std::size_t tick = step; tick <= ticks_; tick += step) points_.push_back(static_cast<rules::Tick>(tick));
    step_ = step;
  }

  Report run() {
    const std::uint64_t arms = experiment_.arms.size();
    kept_.resize(arms * options_.seeds);
    std::mutex mutex;
    std::uint64_t done = 0;
    in_parallel(kept_.size(), options_.jobs, [&](std::uint64_t i) {
      const Arm& arm = experiment_.arms[i % arms];
      kept_[i] = keep(arm, run_world(scenario_of(arm), i / arms + 1, ticks_));
      const std::lock_guard lock(mutex);
      ++done;
      if (options_.progress) options_.progress(done, kept_.size());
    });
    return report();
  }

 private:
  const Experiment& experiment_;
  const RunOptions& options_;
  rules::Tick ticks_;
  std::size_t step_ = 1;
  std::vector<const Metric*> charted_;
  std::vector<rules::Tick> points_;
  std::vector<Kept> kept_;  ///< by seed, then arm

  [[nodiscard]] Window window_of(const Comparison& c, const Series& series) const {
    const std::size_t from = std::min<std::size_t>(c.until > 0 ? c.from : ticks_ / 2, ticks_);
    const std::size_t until = std::clamp<std::size_t>(c.until > 0 ? c.until : ticks_ + 1, from, ticks_ + 1);
    return Window(series).subspan(from, until - from);
  }

  [[nodiscard]] Kept keep(const Arm& arm, const Series& series) const {
    Kept kept;
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    for (const Comparison& c : experiment_.comparisons) {
      const double value =
          c.arm == arm.name || c.against == arm.name ? find_metric(c.metric)->of(window_of(c, series)) : kNone;
      kept.arm_values.push_back(c.arm == arm.name ? value : kNone);
      kept.against_values.push_back(c.against == arm.name ? value : kNone);
    }
    for (const Metric* metric : charted_) {
      std::vector<double>& curve = kept.curves.emplace_back();
      for (const rules::Tick tick : points_)
        curve.push_back(metric->of(Window(series).subspan(tick + 1 - step_, step_)));
    }
    return kept;
  }

  [[nodiscard]] std::size_t index_of_arm(std::string_view name) const {
    for (std::size_t i = 0; i < experiment_.arms.size(); ++i)
      if (experiment_.arms[i].name == name) return i;
    return experiment_.arms.size();
  }

  /// Of one comparison, by seed.
  [[nodiscard]] std::vector<double> column(std::size_t comparison, std::string_view arm, bool against) const {
    std::vector<double> values;
    const std::size_t place = index_of_arm(arm);
    if (place == experiment_.arms.size()) return values;
    for (std::size_t i = place; i < kept_.size(); i += experiment_.arms.size())
      values.push_back((against ? kept_[i].against_values : kept_[i].arm_values)[comparison]);
    return values;
  }

  [[nodiscard]] Chart chart(std::size_t number) const {
    Chart chart{std::string(charted_[number]->name), points_, {}};
    if (!charted_[number]->unit.empty()) chart.title += ", " + std::string(charted_[number]->unit);
    for (std::size_t arm = 0; arm < experiment_.arms.size(); ++arm) {
      Chart::Line line{std::string(experiment_.arms[arm].name), std::vector<double>(points_.size())};
      for (std::size_t p = 0; p < points_.size(); ++p) {
        double sum = 0;
        double count = 0;
        for (std::size_t i = arm; i < kept_.size(); i += experiment_.arms.size()) {
          const double value = kept_[i].curves[number][p];
          if (std::isnan(value)) continue;
          sum += value;
          count += 1;
        }
        line.values[p] = count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
      }
      chart.lines.push_back(std::move(line));
    }
    return chart;
  }

  [[nodiscard]] Report report() const {
    Report report;
    report.name = experiment_.name;
    report.claim = experiment_.claim;
    report.caveat = experiment_.caveat;
    report.conditions = "Seeds 1 to " + std::to_string(options_.seeds) + ", " + std::to_string(ticks_) +
                        " ticks after the burn-in, arms:";
    for (const Arm& arm : experiment_.arms) {
      report.conditions +=
          (&arm == experiment_.arms.data() ? " " : "; ") + std::string(arm.name) + " (" + std::string(arm.scenario);
      for (const Change& change : arm.changes)
        report.conditions += ", " + std::string(change.name) + " = " + std::to_string(change.value);
      report.conditions += ")";
    }
    report.conditions += ".";
    for (std::size_t i = 0; i < experiment_.comparisons.size(); ++i) {
      const Comparison& c = experiment_.comparisons[i];
      report.findings.push_back(compare(c, column(i, c.arm, false), column(i, c.against, true)));
    }
    for (std::size_t i = 0; i < charted_.size(); ++i) report.charts.push_back(chart(i));
    report.summary = summary_of(report.findings);
    return report;
  }
};

}  // namespace

Series run_world(const rules::Scenario& scenario, std::uint64_t seed, rules::Tick ticks) {
  rules::World world = rules::found_world(scenario, seed);
  Series series{observe(world)};
  for (rules::Tick tick = 0; tick < ticks; ++tick) {
    rules::close_tick(world);
    series.push_back(observe(world));
  }
  return series;
}

void in_parallel(std::uint64_t count, unsigned jobs, const std::function<void(std::uint64_t)>& work) {
  std::atomic<std::uint64_t> next{0};
  const auto take = [&] {
    for (std::uint64_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(take);
  take();
  for (std::thread& thread : threads) thread.join();
}

Report run_experiment(const Experiment& experiment, const RunOptions& options) {
  TT_ASSERT(missing(experiment).empty());
  return Laboratory(experiment, options).run();
}

Finding compare(const Comparison& comparison, const std::vector<double>& arm, const std::vector<double>& against) {
  const Metric* const metric = find_metric(comparison.metric);
  TT_ASSERT(metric != nullptr);
  const bool ratio = metric->scale == Scale::kPercent && !against.empty();
  Finding found;
  found.what = comparison.metric;
  found.where = std::string(comparison.arm) + (against.empty() ? "" : " − " + std::string(comparison.against));
  found.unit = ratio ? "%" : metric->unit == "%" && !against.empty() ? "points" : std::string(metric->unit);
  found.expect = comparison.expect;
  found.smallest = comparison.smallest;
  found.paired = !against.empty();
  for (std::size_t i = 0; i < arm.size(); ++i) {
    const double base = against.empty() ? 0 : against[i];
    const double difference = ratio ? 100 * (arm[i] / base - 1) : arm[i] - base;
    if (!std::isfinite(difference)) {
      ++found.left_out;
      continue;
    }
    found.differences.push_back(difference);
    found.level += arm[i];
    found.against += base;
  }
  found.seeds = found.differences.size();
  if (found.seeds == 0) {
    found.mean = found.low = found.high = found.level = found.against = std::numeric_limits<double>::quiet_NaN();
    found.verdict = Verdict::kUndecided;
    return found;
  }
  found.level /= static_cast<double>(found.seeds);
  found.against /= static_cast<double>(found.seeds);
  const Estimate effect = estimate(found.differences, kConfidence);
  found.mean = effect.mean;
  found.low = effect.mean - effect.half_width;
  found.high = effect.mean + effect.half_width;
  found.verdict = judge(found.expect, found.mean, found.low, found.high, found.smallest);
  return found;
}

}  // namespace tt::tournament::lab
