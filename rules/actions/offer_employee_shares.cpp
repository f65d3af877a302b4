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

namespace {

/// What the head passes on.
struct Endowment {
  Lots shares = 0;
  bool all = false;  ///< with it the trust owns everything
};

/// With all the rest the trust owns everything: the enterprise is its people's, a co-operative. Short of that the head
/// keeps a share, so that somebody leads.
Endowment endowment_of(const World& world, HouseholdId head, const OfferEmployeeShares& offer) {
  const EnterpriseId id = offer.enterprise;
  const Lots issued = world.enterprises.shares_issued[id];
  const Lots held = shares_of(world, id, head);
  const bool all = held + shares_of(world, id, kTrust) == issued && offer.part >= kOne - trust_part(world, id);
  return {all ? held : share_of(issued, offer.part), all};
}

}  // namespace

Rejection judge(const World& world, HouseholdId actor, const OfferEmployeeShares& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const auto& firms = world.enterprises;
  const EnterpriseId id = action.enterprise;
  if (!manages(world, actor, id)) return Rejection::kNotOwner;
  if (firms.form[id] != Form::kProprietary) return Rejection::kWrongForm;
  const Mils book = std::max<Mils>(1, enterprise_worth(world, id) / firms.shares_issued[id]);
  if (!within(action.price, Mils{0}, std::min(book, kMaxPrice))) return Rejection::kPriceOutOfRange;
  if (!within(action.part, Bp{1}, kOne)) return Rejection::kShareOutOfRange;
  const Endowment given = endowment_of(world, actor, action);
  if (given.all && !may_become(world.scenario.parameters, Form::kCooperative)) return Rejection::kFormNotAllowed;
  const bool leads_on = given.shares < shares_of(world, id, actor);
  if (!leads_on && !(given.all && firms.workers[id] > 0)) return Rejection::kNotEnoughShares;
  const TrustDebt& debt = firms.trust_debt[id];
  if (debt.owed > 0 && debt.creditor != actor) return Rejection::kTrustOwesAnother;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const OfferEmployeeShares& action) {
  const EnterpriseId id = action.enterprise;
  const auto [shares, all] = endowment_of(world, actor, action);
  add_shares(world, id, actor, -shares);
  add_shares(world, id, kTrust, shares);
  TrustDebt& debt = world.enterprises.trust_debt[id];
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
}

}  // namespace tt::rules
