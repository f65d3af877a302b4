// Taxes on income as it is paid out: flat shares, rounded down so that the citizen keeps the fraction.
#pragma once

#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/state/payslip.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// The tax on many incomes, in the treasury at the end of this object's life.
class IncomeTax {
 public:
  explicit IncomeTax(World& world)
      : world_(world),
        rate_(world.scenario.parameters[Parameter::kIncomeTax]),
        taxes_(world, Account::treasury(), Reason::kIncomeTax) {}

  void take(HouseholdId person, Mils income) {
    const Mils tax = share_of(income, rate_);
    taxes_.from(person, tax);
    count_deduction(world_, person, &PayLines::tax, tax);
  }

 private:
  World& world_;
  std::int64_t rate_;
  Collection taxes_;
};

inline void tax_income(World& world, HouseholdId person, Mils income) {
  IncomeTax(world).take(person, income);
}

/// Takes the tax on what an enterprise is about to pay its owners or members out; what is left of it.
[[nodiscard]] inline Mils after_profit_tax(World& world, EnterpriseId id, Mils paid_out) {
  const Mils tax = share_of(paid_out, world.scenario.parameters[Parameter::kProfitTax]);
  post(world, id, Account::treasury(), tax, Reason::kProfitTax);
  return paid_out - tax;
}

}  // namespace tt::rules
