// Wages and base wages, less tax; union money. An enterprise short of cash pays everyone the same part of it, and says
// so; what it owes its employees then comes before all but the next pay.
#include <algorithm>
#include <vector>

#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/back_pay.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/dispute.hpp"
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

/// `weeks_worked` of every enterprise: few people divide their time.
std::vector<std::int64_t> weeks_of_all(const World& world) {
  const auto& people = world.households;
  std::vector<std::int64_t> weeks;
  weeks.reserve(world.enterprises.count());
  for (const std::uint32_t workers : world.enterprises.workers.values) weeks.push_back(std::int64_t{workers} * kOne);
  for (const HouseholdId id : people.ids()) {
    const Bp share = people.second_share[id];
    if (share == 0) [[likely]]
      continue;
    if (const EnterpriseId work = people.employer[id]; work.exists()) weeks[work.value] -= share;
    if (const EnterpriseId second = people.second_job[id]; second.exists()) weeks[second.value] += share;
  }
  return weeks;
}

/// What an enterprise pays for a whole week in this tick: all it has promised, or the part of it that it can.
struct Payday {
  bool due = false;
  Mils promised = 0;
  Mils full = 0;
};

/// None where there is nobody to pay; on strike nothing is promised, so nothing is owed.
Payday payday_of(World& world, EnterpriseId id, Mils weeks) {
  auto& firms = world.enterprises;
  if (weeks == 0) return {};
  firms.paid_in_full[id] = 1;
  if (on_strike(world, id)) return {};
  const Mils affordable = mul_div(firms.cash[id] - kept_for_materials(world, id), kOne, weeks);
  Payday payday{.due = true, .promised = base_pay(world, id)};
  payday.full = std::min(payday.promised, affordable);
  firms.paid_in_full[id] = payday.full == payday.promised ? 1 : 0;
  return payday;
}

/// An employee is owed what was promised; members share what there is.
void owe_the_rest(World& world, EnterpriseId id, const Crew& crew, const Payday& payday) {
  const auto owe = [&](HouseholdId person, Bp part) {
    owe_wages(world, id, person, share_of(payday.promised, part) - share_of(payday.full, part));
  };
  for (const HouseholdId person : crew.people) owe(person, kOne - world.households.second_share[person]);
  for (const HouseholdId person : crew.second_hands) owe(person, world.households.second_share[person]);
}

/// Everybody's pay of the tick, by where they work, in the order in which people stand in memory.
void pay_everybody(World& world, const std::vector<Payday>& paydays) {
  Households& people = world.households;
  auto& firms = world.enterprises;
  Payroll wages(world, Reason::kWage);
  IncomeTax tax(world);
  const auto pay = [&](EnterpriseId id, HouseholdId person, Bp part) {
    const Mils amount = share_of(paydays[id.value].full, part);
    wages.pay(id, person, amount);
    people.last_base[person] += amount;
    tax.take(person, amount);
    return amount;
  };
  for (const HouseholdId person : people.ids()) {
    const EnterpriseId work = people.employer[person];
    if (!work.exists()) continue;
    const Bp second_share = people.second_share[person];
    pay(work, person, kOne - second_share);
    const EnterpriseId second = second_share > 0 ? people.second_job[person] : EnterpriseId{};
    if (second.exists()) note_on_payslip(world, person, &PayLines::second, pay(second, person, second_share));
  }
  for (const EnterpriseId id : firms.ids()) firms.wage_bill[id] = wages.paid_by(id);
}

}  // namespace

void pay_wages(World& world) {
  clear_payslips(world);
  const Roster& roster = roster_of(world);
  const auto& firms = world.enterprises;
  const std::vector<std::int64_t> weeks = weeks_of_all(world);
  std::vector<Payday> paydays(firms.count());
  for (const EnterpriseId id : firms.ids()) paydays[id.value] = payday_of(world, id, weeks[id.value]);
  pay_everybody(world, paydays);
  for (const EnterpriseId id : firms.ids()) {
    const auto& [due, promised, full] = paydays[id.value];
    const bool short_of = full < promised;
    if (short_of && firms.form[id] == Form::kProprietary) owe_the_rest(world, id, roster.crew(id), paydays[id.value]);
    if (due && firms.wages_owed[id] > 0)
      pay_wages_owed(world, id, roster.of(id), firms.cash[id] - kept_for_materials(world, id));
    if (short_of)
      note(world, {.tick = world.running(),
                   .kind = EventKind::kWagesUnpaid,
                   .enterprise = id,
                   .value = mul_div(promised - full, weeks[id.value], kOne)});
  }
  pay_unions(world);
}

}  // namespace tt::rules
