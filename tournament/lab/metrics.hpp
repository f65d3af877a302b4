// What is measured of a run, by name. A metric is a number for a window of observations; adding one is a row.
#pragma once

#include <span>
#include <string_view>

#include "tournament/lab/observation.hpp"

namespace tt::tournament::lab {

/// How two arms are compared.
enum class Scale {
  kPoints,   ///< by difference
  kPercent,  ///< by ratio, told in per cent
};

struct Metric {
  std::string_view name;
  std::string_view unit;  ///< of the number itself
  Scale scale;
  bool per_tick;  ///< makes sense of a single tick, so that it can be drawn over time
  double (*of)(Window);
};

[[nodiscard]] std::span<const Metric> metrics();
/// The metric of that name, or null.
[[nodiscard]] const Metric* find_metric(std::string_view name);

}  // namespace tt::tournament::lab
