#include "rules/actions/perform.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const VoteOnStrike& action) {
  if (action.choice == Choice::kNone || action.choice > Choice::kAbstain) return Rejection::kMalformedAction;
  const EnterpriseId work = world.households.employer[actor];
  if (!work.exists()) return Rejection::kNotEmployed;
  if (world.households.union_card[actor] == 0) return Rejection::kNotInUnion;
  if (world.enterprises.dispute[work] == Dispute::kNone) return Rejection::kNoDispute;

  world.households.strike_vote[actor] = action.choice;
  return Rejection::kNone;
}

}  // namespace tt::rules
