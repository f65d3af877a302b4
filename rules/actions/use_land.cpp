#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId actor, const UseLand& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  if (!manages(world, actor, action.enterprise)) return Rejection::kNotManager;
  if (!within(action.rent_limit, Mils{action.rented > 0 ? 1 : 0}, kMaxPrice)) return Rejection::kPriceOutOfRange;
  if (!within(action.rented, Lots{0}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId, const UseLand& action) {
  Site& site = world.enterprises.site[action.enterprise];
  site.wanted = action.rented;
  site.rent_limit = action.rent_limit;
  site.uses_commons = action.commons ? 1 : 0;
}

}  // namespace tt::rules
