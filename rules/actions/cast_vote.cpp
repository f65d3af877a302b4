#include <algorithm>
#include "rules/actions/perform.hpp"

#include "rules/state/membership.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const CastVote& action) {
  if (action.choice == Choice::kNone || action.choice > Choice::kAbstain) return Rejection::kMalformedAction;
  if (!world.has_motion(action.motion)) return Rejection::kUnknownMotion;
  Motion& motion = world.motion(action.motion);
  if (!motion.open) return Rejection::kMotionClosed;
  if (!is_member(world, actor, motion.enterprise)) return Rejection::kNotMember;
  if (!has_vote(world, actor)) return Rejection::kOnProbation;

  std::erase_if(motion.ballots, [&](const Ballot& b) { return b.member == actor; });
  motion.ballots.push_back({actor, action.choice});
  return Rejection::kNone;
}

}  // namespace tt::rules
