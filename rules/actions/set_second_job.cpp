#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const SetSecondJob& action) {
  const auto& people = world.households;
  const auto& firms = world.enterprises;
  if (action.share == 0) return people.second_job[actor].exists() ? Rejection::kNone : Rejection::kNotEmployed;
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const EnterpriseId job = people.employer[actor];
  if (!job.exists()) return Rejection::kNotEmployed;
  if (job == action.enterprise) return Rejection::kAlreadyEmployedHere;
  const bool stays = people.second_job[actor] == action.enterprise;
  if (!stays &&
      firms.places[action.enterprise] <= firms.workers[action.enterprise] + firms.second_hands[action.enterprise])
    return Rejection::kNoOpenPlace;
  if (!within(action.share, kLeastSecondShare, kMostSecondShare)) return Rejection::kShareOutOfRange;
  if (world.scenario.parameters[Parameter::kDualWork] == 0) return Rejection::kLawForbids;
  if (firms.dual_work[job] == 0 || firms.dual_work[action.enterprise] == 0) return Rejection::kDualWorkNotAllowed;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const SetSecondJob& action) {
  set_second_job(world, actor, action.share > 0 ? action.enterprise : EnterpriseId{}, action.share);
}

}  // namespace tt::rules
