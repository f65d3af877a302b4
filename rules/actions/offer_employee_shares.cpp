#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/note.hpp"
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
  const Lots shares = share_of(firms.shares_issued[id], action.part);
  // The last share is not for the trust: an enterprise has somebody to lead it.
  if (shares >= shares_of(world, id, actor)) return Rejection::kNotEnoughShares;
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
  seat_board(world, id);
  return Rejection::kNone;
}

}  // namespace tt::rules
