#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

/// Where others own a part, money put in buys new shares at book worth, so that it is no gift to them. The remainder of
/// the division stays in the enterprise.
void subscribe(World& world, HouseholdId actor, EnterpriseId id, Mils amount) {
  auto& firms = world.enterprises;
  if (shares_of(world, id, actor) == firms.shares_issued[id]) return;
  const Mils price = std::max<Mils>(1, enterprise_worth(world, id) / firms.shares_issued[id]);
  const Lots shares = std::min(amount / price, kMostShares - firms.shares_issued[id]);
  if (shares == 0) return;
  add_shares(world, id, actor, shares);
  firms.shares_issued[id] += shares;
  note(
      world,
      {.tick = world.running(), .kind = EventKind::kSharesIssued, .subject = actor, .enterprise = id, .value = shares});
}

}  // namespace

Rejection judge(const World& world, HouseholdId actor, const Invest& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const bool member = is_member(world, actor, action.enterprise);
  if (!member && !owns(world, actor, action.enterprise)) return Rejection::kNotOwner;
  if (!within(action.amount, Mils{1}, kMaxAmount)) return Rejection::kAmountOutOfRange;
  if (action.amount > world.households.cash[actor]) return Rejection::kNotEnoughCash;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const Invest& action) {
  const bool member = is_member(world, actor, action.enterprise);
  if (!member) subscribe(world, actor, action.enterprise, action.amount);
  post(world, actor, action.enterprise, action.amount, member ? Reason::kMemberStake : Reason::kInvestment);
  if (member) {
    world.households.capital_account[actor] += action.amount;
    world.enterprises.accounts[action.enterprise] += action.amount;
  }
}

}  // namespace tt::rules
