// What a draft of orders would bring: the world as it stands is forked, the tick closed on the real rules with the
// draft and without it, and the figures are compared. The forks' luck is another than the world's will be, the same in
// both: a preview tells what an order does, never what chance has in store.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/actions/action.hpp"
#include "rules/actions/rejection.hpp"
#include "rules/view/figures.hpp"

namespace tt::rules {

/// Closes tried, each with other luck: enough to show how sure a forecast is, few enough to be asked for while typing.
inline constexpr std::uint32_t kFutures = 3;
/// A larger world's preview would cost more than its answer is worth (a copy and a close for each future).
inline constexpr std::uint32_t kPreviewHouseholds = 20'000;
inline constexpr std::size_t kPreviewActions = 16;

struct Forecast {
  Figure figure = Figure::kCash;
  EnterpriseId enterprise;   ///< none for the viewer's own
  std::int64_t now = 0;      ///< as of the last close; 0 for what the draft would found
  std::int64_t without = 0;  ///< mean over the futures, as `with`; rounded towards zero
  std::int64_t with = 0;
  std::int64_t least = 0;  ///< of the futures with the draft
  std::int64_t most = 0;
};

struct Preview {
  std::vector<Rejection> verdicts;  ///< one an action of the draft, in order; a refused one has no effect
  std::vector<Forecast> figures;    ///< in the order of figures_of
};

/// `world`: as of the last close, with what the viewer has already decided since; nobody else's sealed decisions may be
/// in it. The viewer must be a seat; at most kPreviewActions actions count.
[[nodiscard]] Preview preview(const World& world, HouseholdId viewer, std::span<const Action> draft);

}  // namespace tt::rules
