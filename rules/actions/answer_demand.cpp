#include "rules/actions/perform.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const AnswerDemand& action) {
  if (action.answer == Answer::kNone || action.answer > Answer::kHoldOut) return Rejection::kMalformedAction;
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!owns(world, actor, action.enterprise)) return Rejection::kNotOwner;
  if (world.enterprises.dispute[action.enterprise] == Dispute::kNone) return Rejection::kNoDispute;

  world.enterprises.answer[action.enterprise] = action.answer;
  return Rejection::kNone;
}

}  // namespace tt::rules
