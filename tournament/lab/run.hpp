// Running an experiment: every arm in the worlds of the same seeds, in as many threads as asked for. The result depends
// on the experiment, the rules and the number of seeds, never on the threads.
#pragma once

#include <cstddef>
#include <functional>

#include "tournament/lab/experiment.hpp"
#include "tournament/lab/observation.hpp"
#include "tournament/lab/report.hpp"

namespace tt::tournament::lab {

struct RunOptions {
  std::uint64_t seeds = 20;  ///< worlds 1 … seeds, the same in every arm
  rules::Tick ticks = 0;     ///< 0: the experiment's
  unsigned jobs = 1;
  std::function<void(std::uint64_t done, std::uint64_t all)> progress;  ///< called from any thread, one at a time
};

/// A world of this scenario and seed, and what is seen of it after each of so many ticks; the first is as founded.
[[nodiscard]] Series run_world(const rules::Scenario& scenario, std::uint64_t seed, rules::Tick ticks);

/// `work(i)` for every i below `count`, each once, spread over the threads.
void in_parallel(std::uint64_t count, unsigned jobs, const std::function<void(std::uint64_t)>& work);

/// Nothing may be `missing` from the experiment.
[[nodiscard]] Report run_experiment(const Experiment& experiment, const RunOptions& options);

/// The effect over the seeds: differences on the metric's scale, Student's t interval. NaNs are left out and counted.
/// `against` empty: against zero.
[[nodiscard]] Finding compare(const Comparison& comparison, const std::vector<double>& arm,
                              const std::vector<double>& against);

}  // namespace tt::tournament::lab
