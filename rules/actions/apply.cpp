// The doors for actions: what holds for every action is asked here, the rest by the action's own rule.
#include <type_traits>
#include <variant>

#include "rules/actions/perform.hpp"
#include "rules/actions/sealed.hpp"
#include "rules/rules.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {
namespace {

/// `take` does what this action is about.
template <class Take>
Rejection admit(World& world, HouseholdId actor, Take take) {
  if (world.finished) return Rejection::kWorldFinished;
  if (actor.value >= world.households.count()) return Rejection::kUnknownActor;
  const std::uint32_t seat = world.households.seat[actor];
  if (seat != kNoSeat && world.seats[seat].actions_used >= kActionsPerTick) return Rejection::kTooManyActions;
  if (const Rejection r = take(); r != Rejection::kNone) return r;

  if (seat != kNoSeat) ++world.seats[seat].actions_used;
  return Rejection::kNone;
}

/// Whether the action may be sealed behind what its maker has decided before.
Rejection judge_behind(const World& world, HouseholdId actor, const Action& action) {
  World known = known_to(world, actor);
  return perform_any(known, actor, action);
}

Rejection seal_if(Rejection verdict, World& world, HouseholdId actor, const Action& action) {
  if (verdict == Rejection::kNone) seal(world, actor, action);
  return verdict;
}

Rejection take_into_tick(World& world, HouseholdId actor, const Action& action) {
  if (has_built(world, actor)) return seal_if(judge_behind(world, actor, action), world, actor, action);
  return std::visit(
      [&](const auto& a) {
        if constexpr (SealedAction<std::decay_t<decltype(a)>>)
          return seal_if(judge(world, actor, a), world, actor, action);
        else
          return perform(world, actor, a);
      },
      action);
}

}  // namespace

Rejection perform_any(World& world, HouseholdId actor, const Action& action) {
  return std::visit([&](const auto& a) { return perform(world, actor, a); }, action);
}

Rejection apply(World& world, HouseholdId actor, const Action& action) {
  return admit(world, actor, [&] { return take_into_tick(world, actor, action); });
}

Rejection act_at_close(World& world, HouseholdId actor, const Action& action) {
  return admit(world, actor, [&] { return perform_any(world, actor, action); });
}

}  // namespace tt::rules
