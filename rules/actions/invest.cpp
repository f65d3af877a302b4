#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const Invest& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const bool member = is_member(world, actor, action.enterprise);
  if (!member && !owns(world, actor, action.enterprise)) return Rejection::kNotOwner;
  if (!within(action.amount, Mils{1}, kMaxAmount)) return Rejection::kAmountOutOfRange;
  if (action.amount > world.households.cash[actor]) return Rejection::kNotEnoughCash;

  post(world, actor, action.enterprise, action.amount, member ? Reason::kMemberStake : Reason::kInvestment);
  if (member) {
    world.households.capital_account[actor] += action.amount;
    world.enterprises.accounts[action.enterprise] += action.amount;
  }
  return Rejection::kNone;
}

}  // namespace tt::rules
