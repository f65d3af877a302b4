// The door for actions: what holds for every action is asked here, the rest by the action's own rule.
#include <variant>

#include "rules/actions/perform.hpp"
#include "rules/rules.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection apply(World& world, HouseholdId actor, const Action& action) {
  if (world.finished) return Rejection::kWorldFinished;
  if (actor.value >= world.households.count()) return Rejection::kUnknownActor;
  const std::uint32_t seat = world.households.seat[actor];
  if (seat != kNoSeat && world.seats[seat].actions_used >= kActionsPerTick) return Rejection::kTooManyActions;
  const Rejection r = std::visit([&](const auto& a) { return perform(world, actor, a); }, action);
  if (r != Rejection::kNone) return r;

  if (seat != kNoSeat) ++world.seats[seat].actions_used;
  return Rejection::kNone;
}

}  // namespace tt::rules
