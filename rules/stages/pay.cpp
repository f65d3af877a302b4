// Wages and base wages, less tax; union money. An enterprise short of cash pays everyone the same part of it, and says
// so; what it owes its employees then comes before all but the next pay.
#include <algorithm>

#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/back_pay.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/fetch.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/payslip.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/tax.hpp"

namespace tt::rules {
namespace {

void clear_payslips(World& world) {
  Households& people = world.households;
  for (auto* column : {&people.last_base, &people.last_share, &people.last_dividend, &people.last_transfers})
    std::fill(column->values.begin(), column->values.end(), Mils{0});
  for (Seat& seat : world.seats) seat.pay = {};
}

/// Pay yields to the next materials, up to a quarter of the cash: without them there would be nothing to pay from next
/// tick.
Mils kept_for_materials(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  return std::min(firms.cash[id] / 4, firms.input_quantity[id] * firms.input_limit[id]);
}

void pay_enterprise(World& world, EnterpriseId id, const Crew& crew) {
  auto& firms = world.enterprises;
  firms.wage_bill[id] = 0;
  const Mils weeks = weeks_worked(world, crew);
  if (weeks == 0) return;
  if (on_strike(world, id)) {
    firms.paid_in_full[id] = 1;  // nothing is promised for a tick on strike
    return;
  }
  const Mils affordable = mul_div(firms.cash[id] - kept_for_materials(world, id), kOne, weeks);
  const Mils promised = base_pay(world, id);
  const Mils full = std::min(promised, affordable);
  firms.paid_in_full[id] = full == promised ? 1 : 0;
  // An employee is owed what was promised; members share what there is.
  const bool owes = full < promised && firms.form[id] == Form::kProprietary;
  {
    Collection wages(world, id, Reason::kWage);
    IncomeTax tax(world);
    const auto pay = [&](HouseholdId person, Bp part) {
      const Mils amount = share_of(full, part);
      wages.to(person, amount);
      world.households.last_base[person] += amount;
      firms.wage_bill[id] += amount;
      tax.take(person, amount);
      if (owes) owe_wages(world, id, person, share_of(promised, part) - amount);
      return amount;
    };
    for (const HouseholdId person : crew.people) pay(person, kOne - world.households.second_share[person]);
    for (const HouseholdId person : crew.second_hands)
      note_on_payslip(world, person, &PayLines::second, pay(person, world.households.second_share[person]));
  }
  pay_wages_owed(world, id, crew.people, firms.cash[id] - kept_for_materials(world, id));
  if (full < promised)
    note(world, {.tick = world.running(),
                 .kind = EventKind::kWagesUnpaid,
                 .enterprise = id,
                 .value = mul_div(promised - full, weeks, kOne)});
}

}  // namespace

void pay_wages(World& world) {
  clear_payslips(world);
  const Roster& roster = roster_of(world);
  const Households& people = world.households;
  for (const EnterpriseId id : world.enterprises.ids()) {
    fetch_after(roster, id, world.enterprises.count(), people.second_share, people.cash, people.seat, people.last_base,
                people.last_transfers);
    pay_enterprise(world, id, roster.crew(id));
  }
  pay_unions(world);
}

}  // namespace tt::rules
