#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const OfferWork& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  const bool insider = owns(world, actor, action.enterprise) || is_member(world, actor, action.enterprise);
  if (!insider) return Rejection::kNotOwner;
  // In a co-operative pay and places are the assembly's to decide.
  if (world.enterprises.form[action.enterprise] != Form::kProprietary) return Rejection::kWrongForm;
  if (!within(action.wage, Mils{1}, kMaxWage)) return Rejection::kWageOutOfRange;
  if (action.wage < agreed_wage(world, action.enterprise)) return Rejection::kBelowAgreement;
  if (action.wage < minimum_wage(world)) return Rejection::kBelowMinimumWage;
  if (action.places > kWorkersPerEnterprise) return Rejection::kPlacesOutOfRange;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const OfferWork& action) {
  world.enterprises.wage[action.enterprise] = action.wage;
  world.enterprises.places[action.enterprise] = action.places;
}

}  // namespace tt::rules
