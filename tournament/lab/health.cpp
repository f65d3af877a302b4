#include "tournament/lab/health.hpp"

#include <algorithm>
#include <mutex>

#include "rules/core/assert.hpp"
#include "rules/state/kinds.hpp"

namespace tt::tournament::lab {
namespace {

constexpr double kLeastEmployment = 0.5;
constexpr int kTicksOnEnd = 12;
constexpr double kPriceFactor = 20;
constexpr double kVelocityFactor = 5;

double factor(double now, double start) {
  if (now <= 0 || start <= 0) return 1e9;
  return std::max(now / start, start / now);
}

/// How long something has gone on, and the longest it did.
struct Streak {
  int now = 0;
  int longest = 0;
  void see(bool holds) {
    now = holds ? now + 1 : 0;
    longest = std::max(longest, now);
  }
};

void see_velocity(const Series& series, Ailments& found) {
  const auto mean_from = [&](std::size_t at) {
    double sum = 0;
    for (int i = 0; i < kTicksOnEnd; ++i) sum += series[at + static_cast<std::size_t>(i)].velocity;
    return sum / kTicksOnEnd;
  };
  if (series.size() < 2 * kTicksOnEnd) return;
  const double start = mean_from(1);
  for (std::size_t at = 1; at + kTicksOnEnd <= series.size(); ++at)
    found.widest_velocity = std::max(found.widest_velocity, factor(mean_from(at), start));
  found.velocity = found.widest_velocity > kVelocityFactor;
}

std::string worst_text(const std::vector<Ailments>& all, double (*of)(const Ailments&), bool least) {
  std::vector<double> values;
  for (const Ailments& one : all) values.push_back(of(one));
  std::sort(values.begin(), values.end());
  return number_text(least ? values.front() : values.back()) + " at worst, " + number_text(values[values.size() / 2]) +
         " usually";
}

}  // namespace

Ailments examine(const Series& series) {
  Ailments found;
  TT_ASSERT(!series.empty());
  const Observation& start = series.front();
  Streak idle;
  std::vector<Streak> empty(start.price.size());
  for (std::size_t at = 1; at < series.size(); ++at) {
    const Observation& seen = series[at];
    const double employment = seen.employed / std::max(1.0, seen.employed + seen.seeking);
    found.least_employment = std::min(found.least_employment, employment);
    idle.see(employment < kLeastEmployment);
    for (std::size_t good = 0; good < seen.price.size(); ++good) {
      if (good == index_of(rules::Good::kLand)) continue;  // nobody makes it: it may stay with its owners for years
      found.widest_price = std::max(found.widest_price, factor(seen.price[good], start.price[good]));
      empty[good].see(seen.volume[good] <= 0);
      found.longest_empty = std::max<double>(found.longest_empty, empty[good].longest);
    }
  }
  found.idle = idle.longest >= kTicksOnEnd;
  found.prices = found.widest_price > kPriceFactor;
  found.empty = found.longest_empty >= kTicksOnEnd;
  see_velocity(series, found);
  return found;
}

Report check_health(const RunOptions& options) {
  const rules::Tick ticks = options.ticks > 0 ? options.ticks : kHealthTicks;
  const Arm baseline{"baseline", {}};
  std::vector<Ailments> all(options.seeds);
  std::mutex mutex;
  std::uint64_t done = 0;
  in_parallel(options.seeds, options.jobs, [&](std::uint64_t i) {
    all[i] = examine(run_world(scenario_of(baseline), i + 1, ticks));
    const std::lock_guard lock(mutex);
    ++done;
    if (options.progress) options.progress(done, options.seeds);
  });
  Report report;
  report.name = "health";
  report.claim =
      "The baseline lives: on each seed, simulated people alone keep employment, prices, velocity and markets going.";
  report.conditions = "Seeds 1 to " + std::to_string(options.seeds) + " of lab-baseline, " + std::to_string(ticks) +
                      " ticks after the burn-in; every law of conservation is checked in each tick.";
  const auto count = [&](bool Ailments::*what) {
    return std::to_string(std::count_if(all.begin(), all.end(), [&](const Ailments& a) { return a.*what; }));
  };
  const std::string of = " of " + std::to_string(options.seeds) + " worlds; ";
  report.notes = {
      "Employment below 50 % for 12 ticks: " + count(&Ailments::idle) + of + "least employment " +
          worst_text(
              all, [](const Ailments& a) { return 100 * a.least_employment; }, true) +
          " (%).",
      "A price of a made good beyond a factor of 20 from its start: " + count(&Ailments::prices) + of +
          "widest factor " +
          worst_text(
              all, [](const Ailments& a) { return a.widest_price; }, false) +
          ".",
      "Velocity of money beyond a factor of 5 from its start, over 12 ticks: " + count(&Ailments::velocity) + of +
          "widest factor " +
          worst_text(
              all, [](const Ailments& a) { return a.widest_velocity; }, false) +
          ".",
      "A made good's market without a trade for 12 ticks: " + count(&Ailments::empty) + of + "longest " +
          worst_text(
              all, [](const Ailments& a) { return a.longest_empty; }, false) +
          " (ticks).",
  };
  std::string ill;
  std::size_t number = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].any() && ++number <= 20) ill += (ill.empty() ? "" : ", ") + std::to_string(i + 1);
  if (number > 0) report.notes.push_back("Seeds that failed, the first twenty: " + ill + ".");
  report.summary = number == 0
                       ? "healthy on every seed"
                       : "unhealthy on " + std::to_string(number) + " of " + std::to_string(all.size()) + " seeds";
  return report;
}

}  // namespace tt::tournament::lab
