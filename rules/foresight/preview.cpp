#include "rules/foresight/preview.hpp"

#include <algorithm>

#include "rules/core/assert.hpp"
#include "rules/rules.hpp"

namespace tt::rules {
namespace {

/// The figures after a close with other luck.
std::vector<FigureValue> after_close(World fork, HouseholdId viewer, std::uint32_t future) {
  fork.seed = fork.dice().draw(Stream::kForesight, viewer.value, future);
  close_tick(fork);
  return figures_of(fork, viewer);
}

std::int64_t value_in(const std::vector<FigureValue>& all, const FigureValue& sought) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const FigureValue& f) {
    return f.figure == sought.figure && f.enterprise == sought.enterprise;
  });
  return at == all.end() ? 0 : at->value;
}

}  // namespace

Preview preview(const World& world, HouseholdId viewer, std::span<const Action> draft) {
  TT_ASSERT(world.households.seat[viewer] != kNoSeat);
  Preview result;
  World drafted = world;
  for (const Action& action : draft.first(std::min(draft.size(), kPreviewActions)))
    result.verdicts.push_back(apply(drafted, viewer, action));

  std::vector<std::vector<FigureValue>> with, without;
  for (std::uint32_t future = 0; future < kFutures; ++future) {
    with.push_back(after_close(drafted, viewer, future));
    without.push_back(after_close(world, viewer, future));
  }
  const auto now = figures_of(world, viewer);
  for (const FigureValue& figure : with.front()) {
    Forecast forecast{.figure = figure.figure,
                      .enterprise = figure.enterprise,
                      .now = value_in(now, figure),
                      .least = figure.value,
                      .most = figure.value};
    for (std::uint32_t future = 0; future < kFutures; ++future) {
      const std::int64_t value = value_in(with[future], figure);
      forecast.with += value;
      forecast.without += value_in(without[future], figure);
      forecast.least = std::min(forecast.least, value);
      forecast.most = std::max(forecast.most, value);
    }
    forecast.with /= kFutures;
    forecast.without /= kFutures;
    result.figures.push_back(forecast);
  }
  return result;
}

}  // namespace tt::rules
