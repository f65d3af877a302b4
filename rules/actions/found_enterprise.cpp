#include <algorithm>
#include "rules/actions/perform.hpp"

#include "rules/core/text.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/names.hpp"
#include "rules/state/note.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const FoundEnterprise& action) {
  if (index_of(action.product) >= kGoods || !industry_of(action.product).is_made() || action.form > Form::kCooperative)
    return Rejection::kMalformedAction;
  if (!is_name(action.name, kShortestName, kLongestName)) return Rejection::kBadEnterpriseName;
  if (is_taken(world, action.name)) return Rejection::kNameInUse;
  if (!within(action.capital, least_capital(world), kMaxAmount)) return Rejection::kAmountOutOfRange;
  if (action.capital > world.households.cash[actor]) return Rejection::kNotEnoughCash;
  if (!has_room_for_enterprise(world)) return Rejection::kEnterpriseLimit;
  if (!may_be_founded(world.scenario.parameters, action.form)) return Rejection::kFormNotAllowed;
  if (world.clock < world.households.may_found_from[actor]) return Rejection::kFoundingRest;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const FoundEnterprise& action) {
  world.households.may_found_from[actor] =
      world.clock + static_cast<std::uint32_t>(world.scenario.parameters[Parameter::kFoundingRest]);
  // Founding takes one's whole time: the founder gives up the work of before.
  leave_enterprise(world, actor);
  const EnterpriseId id = add_enterprise(world, action.name, action.form, action.product);
  world.enterprises.head[id] = actor;
  world.enterprises.places[id] = 4;
  world.enterprises.output_target[id] = 4 * kLotsPerWorker;
  if (action.form == Form::kCooperative) {
    world.households.employer[actor] = id;
    ++world.staff.changes;
    world.households.member[actor] = 1;
    // Founders know what they found and decide in it from the start.
    world.households.tenure[actor] = static_cast<std::uint16_t>(std::max(
        world.scenario.parameters[Parameter::kTrainingTicks], world.scenario.parameters[Parameter::kProbation]));
    world.enterprises.workers[id] = 1;
    post(world, actor, id, action.capital, Reason::kMemberStake);
    world.households.capital_account[actor] = action.capital;
    world.enterprises.accounts[id] = action.capital;
  } else {
    issue_founders_shares(world, id, actor);
    post(world, actor, id, action.capital, Reason::kInvestment);
  }
  note(world, {.tick = world.running(), .kind = EventKind::kFounded, .subject = actor, .enterprise = id});
}

}  // namespace tt::rules
