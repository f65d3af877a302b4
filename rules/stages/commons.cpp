// The commons' money: what it does not need for land goes to everybody alike, so that no money rests in it for ever.
#include <algorithm>

#include "rules/ledger/many.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

void keep_commons(World& world) {
  Commons& commons = world.commons;
  const auto people = static_cast<Mils>(world.households.count());
  // A twentieth of a week's pay a head is kept to buy with; an eighth of what is above is paid out in a tick.
  const Mils kept = people * world.mean_pay / 20;
  const Mils each = std::max<Mils>(0, commons.cash - kept) / 8 / people;
  if (each > 0) {
    Collection gifts(world, Account::commons(), Reason::kCommons);
    for (const HouseholdId id : world.households.ids()) gifts.to(id, each);
  }
  commons.last_paid = each * people;
}

}  // namespace tt::rules
