#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const OfferEmployeeShares& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  auto& firms = world.enterprises;
  const EnterpriseId id = action.enterprise;
  if (!manages(world, actor, id)) return Rejection::kNotOwner;
  if (firms.form[id] != Form::kProprietary) return Rejection::kWrongForm;
  const Mils book = std::max<Mils>(1, enterprise_worth(world, id) / firms.shares_issued[id]);
  if (!within(action.price, Mils{0}, std::min(book, kMaxPrice))) return Rejection::kPriceOutOfRange;
  if (!within(action.part, Bp{1}, kOne)) return Rejection::kShareOutOfRange;
  // With all the rest the trust owns everything: the enterprise is its people's, a co-operative. Short of that the head
  // keeps a share, so that somebody leads.
  const Lots held = shares_of(world, id, actor);
  const Lots trusts = shares_of(world, id, kTrust);
  const bool all = held + trusts == firms.shares_issued[id] && action.part >= kOne - trust_part(world, id);
  const Lots shares = all ? held : share_of(firms.shares_issued[id], action.part);
  if (all && !may_become(world.scenario.parameters, Form::kCooperative)) return Rejection::kFormNotAllowed;
  const bool leads_on = shares < held;
  if (!leads_on && !(all && firms.workers[id] > 0)) return Rejection::kNotEnoughShares;
  TrustDebt& debt = firms.trust_debt[id];
  if (debt.owed > 0 && debt.creditor != actor) return Rejection::kTrustOwesAnother;

  add_shares(world, id, actor, -shares);
  add_shares(world, id, kTrust, shares);
  if (action.price > 0) debt = {actor, debt.owed + shares * action.price};
  note(world, {.tick = world.running(),
               .kind = EventKind::kTrustEndowed,
               .subject = actor,
               .enterprise = id,
               .value = trust_part(world, id)});
  if (all)
    become_cooperative(world, id, Roster(world).of(id));
  else
    seat_board(world, id);
  return Rejection::kNone;
}

}  // namespace tt::rules
