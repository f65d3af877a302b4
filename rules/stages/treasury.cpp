// The treasury's tick, all in one place: the wealth tax it takes, the benefit and the basic income it pays, what it
// would otherwise hoard and gives back; and money made under the money rule. Taxes on income are taken where income is
// paid.
#include <algorithm>

#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/payslip.hpp"
#include "rules/state/price_index.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

/// A year's rate in 52 parts. What is below a mil is carried, what cash does not cover stays owed: nothing is lost.
void take_wealth_tax(World& world) {
  const std::int64_t rate = world.scenario.parameters[Parameter::kWealthTax];
  if (rate == 0) return;
  auto& people = world.households;
  const auto wealth = wealth_of_all(world);
  Collection taxes(world, Account::treasury(), Reason::kWealthTax);
  const Mils free = kWealthFreeWeeks * world.mean_pay;
  for (const HouseholdId id : people.ids()) {
    const Mils taxed = std::max<Mils>(0, wealth[id.value] - free);
    const std::int64_t whole = kTicksAYear * kOne;
    const std::int64_t rest = (taxed % whole) * rate + people.wealth_tax_carry[id];
    people.wealth_tax_due[id] += taxed / whole * rate + rest / whole;
    people.wealth_tax_carry[id] = static_cast<std::int32_t>(rest % whole);
    const Mils paid = std::min(people.wealth_tax_due[id], people.cash[id]);
    taxes.from(id, paid);
    people.wealth_tax_due[id] -= paid;
    count_deduction(world, id, &PayLines::tax, paid);
  }
}

/// Everyone without work gets the same; an empty treasury pays what it has.
void pay_benefit(World& world) {
  const auto& people = world.households;
  const auto entitled = [&](HouseholdId id) { return !people.employer[id].exists() && people.owner[id] == 0; };
  Mils count = 0;
  for (const HouseholdId id : people.ids()) count += entitled(id) ? 1 : 0;
  if (count == 0) return;
  const Mils each = std::min(benefit(world), world.treasury / count);
  Collection benefits(world, Account::treasury(), Reason::kBenefit);
  for (const HouseholdId id : people.ids()) {
    if (!entitled(id)) continue;
    benefits.to(id, each);
    count_transfer(world, id, &PayLines::benefit, each);
  }
}

void give_a_head(World& world, Account payer, Mils each, Reason reason) {
  Collection gifts(world, payer, reason);
  for (const HouseholdId id : world.households.ids()) gifts.to(id, each);
}

/// After the benefit, so that those without work come first.
void pay_basic_income(World& world) {
  const auto& people = world.households;
  const Mils each = std::min(basic_income(world), world.treasury / static_cast<Mils>(people.count()));
  if (each == 0) return;
  give_a_head(world, Account::treasury(), each, Reason::kBasicIncome);
  for (const HouseholdId id : people.ids()) count_transfer(world, id, &PayLines::basic_income, each);
}

/// A treasury that hoards would starve trade: above its ceiling an eighth of the excess goes back, a head alike.
void pay_citizen_dividend(World& world) {
  const auto heads = static_cast<Mils>(world.households.count());
  const Mils ceiling = heads * world.mean_pay / kTreasuryHeadWeeksDivisor;
  if (world.treasury <= ceiling) return;
  const Mils each = (world.treasury - ceiling) / 8 / heads;
  give_a_head(world, Account::treasury(), each, Reason::kCitizenDividend);
}

/// While prices lie below their base, money is made in proportion to the gap, up to the law's cap; a head alike.
void make_money(World& world) {
  const Mils wanted = money_to_make(world, world.scenario.parameters[Parameter::kMoneyRule]);
  if (wanted == 0) return;
  const Mils each = wanted / static_cast<Mils>(world.households.count());
  give_a_head(world, Account::issuer(), each, Reason::kNewMoney);
}

}  // namespace

void keep_treasury(World& world) {
  take_wealth_tax(world);
  pay_benefit(world);
  pay_basic_income(world);
  pay_citizen_dividend(world);
  make_money(world);
}

void lift_wages(World& world) {
  auto& firms = world.enterprises;
  const Mils least = minimum_wage(world);
  for (const EnterpriseId id : firms.ids())
    if (firms.open[id] != 0 && firms.form[id] == Form::kProprietary) firms.wage[id] = std::max(firms.wage[id], least);
}

}  // namespace tt::rules
