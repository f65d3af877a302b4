// How motions are decided, by what they would change.
#pragma once

#include <cstdint>
#include <variant>

#include "rules/actions/action.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

/// Whether it takes two thirds of all members with a vote: what ends a membership. All else takes more yes than no, and
/// half of them to take a side.
[[nodiscard]] inline bool takes_two_thirds(const MotionChange& change) {
  return std::holds_alternative<Demutualise>(change) || std::holds_alternative<Expel>(change);
}

/// Whether there must be the money for it still when it is counted.
[[nodiscard]] inline bool takes_money(const MotionChange& change) {
  return std::holds_alternative<Demutualise>(change) || std::holds_alternative<OfferCapital>(change) ||
         std::holds_alternative<RedeemCapital>(change) || std::holds_alternative<ChangeBaseWage>(change);
}

/// Ticks from the proposal to the count. Long enough to answer; a recall, and what ends a membership, is known two
/// ticks ahead.
[[nodiscard]] inline Tick ticks_to_decide(const MotionChange& change) {
  return takes_two_thirds(change) || std::holds_alternative<ElectManager>(change) ? 2 : 1;
}

/// Yes votes that carry it whatever the others do.
[[nodiscard]] inline std::uint32_t votes_needed(const MotionChange& change, std::uint32_t electorate) {
  return takes_two_thirds(change) ? (2 * electorate + 2) / 3 : electorate / 2 + 1;
}

}  // namespace tt::rules
