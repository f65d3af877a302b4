// The numbers a viewer is shown and steers by, each with a name of its own: what a preview forecasts.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Same numbers as the wire's Figure, less one; append, never renumber.
enum class Figure : std::uint8_t {
  // Of the viewer.
  kCash,              ///< mils
  kWealth,            ///< mils
  kNetPay,            ///< mils, of the tick just closed
  kLivelihoodPoints,  ///< since the start
  kStanding,          ///< bp
  // Of an enterprise the viewer owns, manages or is a member of.
  kEnterpriseCash,  ///< mils
  kWorkers,         ///< people
  kOutput,          ///< lots, of the tick just closed, as the following
  kSold,            ///< lots
  kUnsold,          ///< lots in store
  kRevenue,         ///< mils
  kPayPerHead,      ///< mils a tick, surplus share included
  kPrice,           ///< mils a lot of its product
  // Of the viewer.
  kProgressPoints,  ///< since the start
  // Of an enterprise.
  kAutomated,  ///< bp: part of its tasks that machines did
};
inline constexpr std::size_t kFigures = 15;

struct FigureValue {
  Figure figure = Figure::kCash;
  EnterpriseId enterprise;  ///< none for the viewer's own
  std::int64_t value = 0;
};

/// All figures of this seat as of the last close, the viewer's own first, then by enterprise; the same list for the
/// same seat and enterprises. Empty if the household is not a seat.
[[nodiscard]] std::vector<FigureValue> figures_of(const World& world, HouseholdId viewer);

/// Enterprises whose books this household may read: those it heads, and the co-operative it is a member of; by number.
[[nodiscard]] std::vector<EnterpriseId> books_open_to(const World& world, HouseholdId viewer);

}  // namespace tt::rules
