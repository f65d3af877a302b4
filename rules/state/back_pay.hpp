// Wages promised and not paid: an enterprise owes them to its people, and to those who left.
#pragma once

#include <span>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

/// What an enterprise owes somebody whose job is not there: any more, or but a second one.
struct WageClaim {
  EnterpriseId enterprise;
  HouseholdId person;
  Mils owed = 0;
};

/// Adds to what an enterprise owes this person, whose job or second job is there.
void owe_wages(World& world, EnterpriseId id, HouseholdId person, Mils amount);

/// Pays up to `purse` of what is owed to its people and to those who left, in proportion; needs the cash.
void pay_wages_owed(World& world, EnterpriseId id, std::span<const HouseholdId> people, Mils purse);

/// Of one who leaves: what the cash allows is paid, the rest is a claim from now on.
void settle_on_leaving(World& world, HouseholdId person, EnterpriseId id);

/// Of all who work there, before any of it is paid: so that they share in proportion.
void claim_wages_owed(World& world, EnterpriseId id, std::span<const HouseholdId> people);

/// What is left of the claims is lost to those who have them. Nobody may work there.
void forget_wages_owed(World& world, EnterpriseId id);

/// All that is owed to a person, by their employer and others.
[[nodiscard]] Mils wages_owed_to(const World& world, HouseholdId person);

}  // namespace tt::rules
