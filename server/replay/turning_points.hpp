// Where a seat's game turned. The rule, as players are told it (docs/replay.md):
//
//   1. Take the change of the seat's standing over every stretch of kTurnTicks ticks.
//   2. The turning points are the largest of these changes, up or down, that do not overlap: at most kTurnsMax.
//      Of equal ones the earlier counts. A change below kTurnLeast is none.
//   3. The laurel that did most of it is the one whose weighted part changed most in the same direction.
//   4. The event named with it is the weightiest of those ticks that concerns the seat or its enterprise.
//
// A standing is a share of all laurels, so one seat's gain is another's loss and no correction for the others is
// needed.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rules/state/event.hpp"
#include "rules/view/view.hpp"

namespace tt::server {

/// Ticks are weeks: a month is long enough for a decision to show and short enough to be looked at.
inline constexpr rules::Tick kTurnTicks = 4;
inline constexpr std::size_t kTurnsMax = 3;
inline constexpr rules::Bp kTurnLeast = 10;  ///< a tenth of a percent of all laurels is noise

/// What makes up a seat's standing after one close: the laurels' shares by their weights.
struct Standing {
  rules::Bp wealth = 0;
  rules::Bp livelihood = 0;
  rules::Bp progress = 0;
  rules::EnterpriseId enterprise;  ///< owned, or worked in
  [[nodiscard]] rules::Bp total() const { return wealth + livelihood + progress; }
};

/// The parts by the weights of that world; their sum is `seat.standing`.
[[nodiscard]] Standing standing_of(const rules::SeatRow& seat, const rules::WorldRow& world);

struct TurningPoint {
  std::size_t from = 0;  ///< indices into the standings
  std::size_t to = 0;
  std::optional<rules::Event> event;
};

/// How much an event says about a world's course: 0 for one that a scrubber need not show, else the more the higher.
[[nodiscard]] int weight_of(const rules::Event& event);

/// `course` is one seat's, a tick each; its first entry is of `first_tick`. `events` is in order. The points come in
/// the order of their ticks.
[[nodiscard]] std::vector<TurningPoint> turning_points(std::span<const Standing> course, rules::Tick first_tick,
                                                       rules::HouseholdId seat, std::span<const rules::Event> events);

}  // namespace tt::server
