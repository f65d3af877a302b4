// Taxes on income as it is paid out: flat shares, rounded down so that the citizen keeps the fraction.
#pragma once

#include "rules/ledger/ledger.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

inline void tax_income(World& world, HouseholdId person, Mils income) {
  const Mils tax = share_of(income, world.scenario.parameters[Parameter::kIncomeTax]);
  post(world, person, Account::treasury(), tax, Reason::kIncomeTax);
  world.households.last_tax[person] += tax;
}

/// Takes the tax on what an enterprise is about to pay its owners or members out; what is left of it.
[[nodiscard]] inline Mils after_profit_tax(World& world, EnterpriseId id, Mils paid_out) {
  const Mils tax = share_of(paid_out, world.scenario.parameters[Parameter::kProfitTax]);
  post(world, id, Account::treasury(), tax, Reason::kProfitTax);
  return paid_out - tax;
}

}  // namespace tt::rules
