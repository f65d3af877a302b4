// Dues in, strike pay out: one fund for all card holders, an account of the ledger like any other. What it does not
// need it gives back, so that no money rests in it for ever.
#include <algorithm>

#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/payslip.hpp"

namespace tt::rules {
namespace {

constexpr Mils kFundWeeks =
    4;  ///< of strike pay for every card holder: enough for one in three to strike for a quarter
constexpr Mils kReturnedPart = 8;

bool pays_dues(const Households& people, HouseholdId id) {
  return people.union_card[id] != 0 && people.employer[id].exists() && people.member[id] == 0;
}

void take_dues(World& world) {
  const auto& people = world.households;
  Collection fund(world, Account::strike_fund(), Reason::kUnionDues);
  for (const HouseholdId id : people.ids()) {
    if (!pays_dues(people, id)) continue;
    const Mils dues = share_of(people.last_base[id], world.scenario.parameters[Parameter::kUnionDues]);
    const Mils paid = std::min(dues, people.cash[id]);
    fund.from(id, paid);
    count_deduction(world, id, &PayLines::dues, paid);
  }
}

/// Everyone alike; what is left after rounding down stays in the fund.
void support_strikers(World& world) {
  const auto& people = world.households;
  const auto entitled = [&](HouseholdId id) { return pays_dues(people, id) && on_strike(world, people.employer[id]); };
  Mils count = 0;
  for (const HouseholdId id : people.ids()) count += entitled(id) ? 1 : 0;
  if (count == 0) return;
  const Mils each = std::min(share_of(world.mean_pay, kStrikePay), world.strike_fund / count);
  for (const HouseholdId id : people.ids()) {
    if (!entitled(id)) continue;
    post(world, Account::strike_fund(), id, each, Reason::kStrikePay);
    count_transfer(world, id, &PayLines::strike_pay, each);
  }
}

void return_excess(World& world) {
  const auto& people = world.households;
  Mils holders = 0;
  for (const HouseholdId id : people.ids()) holders += people.union_card[id];
  const Mils ceiling = holders * kFundWeeks * share_of(world.mean_pay, kStrikePay);
  if (world.strike_fund <= ceiling) return;
  // A union without members has nobody to hold the fund for; it goes the way of unclaimed estates.
  if (holders == 0)
    return post(world, Account::strike_fund(), Account::treasury(), world.strike_fund, Reason::kUnionDues);
  const Mils each = (world.strike_fund - ceiling) / kReturnedPart / holders;
  Collection fund(world, Account::strike_fund(), Reason::kUnionDues);
  for (const HouseholdId id : people.ids())
    if (people.union_card[id] != 0) fund.to(id, each);
}

}  // namespace

void pay_unions(World& world) {
  take_dues(world);
  support_strikers(world);
  return_excess(world);
}

}  // namespace tt::rules
