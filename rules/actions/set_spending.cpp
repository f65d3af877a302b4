#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const SetSpending& action) {
  if (!within(action.share, Bp{0}, kMaxSpending)) return Rejection::kShareOutOfRange;

  world.households.spending[actor] = static_cast<ShortBp>(action.share);
  return Rejection::kNone;
}

}  // namespace tt::rules
