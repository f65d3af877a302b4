// Income tax: a flat share, rounded down so that the citizen keeps the fraction.
#pragma once

#include "rules/ledger/ledger.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

inline void tax_income(World& world, HouseholdId person, Mils income) {
  const Mils tax = share_of(income, world.scenario.parameters[Parameter::kIncomeTax]);
  post(world, person, Account::treasury(), tax, Reason::kIncomeTax);
  world.households.last_tax[person] += tax;
}

}  // namespace tt::rules
