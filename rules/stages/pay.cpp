// Wages and base wages, less tax; union money. An enterprise short of cash pays everyone the same part of it, and says
// so.
#include <algorithm>

#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/tax.hpp"

namespace tt::rules {
namespace {

void clear_payslips(Households& people) {
  for (auto* column :
       {&people.last_base, &people.last_share, &people.last_dividend, &people.last_benefit, &people.last_tax,
        &people.last_to_account, &people.last_dues, &people.last_support, &people.last_basic})
    std::fill(column->values.begin(), column->values.end(), Mils{0});
}

/// Pay yields to the next materials, up to a quarter of the cash: without them there would be nothing to pay from next
/// tick.
Mils kept_for_materials(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  return std::min(firms.cash[id] / 4, firms.input_quantity[id] * firms.input_limit[id]);
}

void pay_enterprise(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  auto& firms = world.enterprises;
  firms.wage_bill[id] = 0;
  if (people.empty()) return;
  if (on_strike(world, id)) {
    firms.paid_in_full[id] = 1;  // nothing is promised for a tick on strike
    return;
  }
  const auto count = static_cast<Mils>(people.size());
  const Mils affordable = (firms.cash[id] - kept_for_materials(world, id)) / count;
  const Mils promised = base_pay(world, id);
  const Mils pay = std::min(promised, affordable);
  firms.paid_in_full[id] = pay == promised ? 1 : 0;
  for (const HouseholdId person : people) {
    post(world, id, person, pay, Reason::kWage);
    world.households.last_base[person] = pay;
    tax_income(world, person, pay);
  }
  firms.wage_bill[id] = pay * count;
  if (pay < promised)
    note(world, {.tick = world.running(),
                 .kind = EventKind::kWagesUnpaid,
                 .enterprise = id,
                 .value = (promised - pay) * count});
}

}  // namespace

void pay_wages(World& world) {
  clear_payslips(world.households);
  const Roster roster(world);
  for (const EnterpriseId id : world.enterprises.ids()) pay_enterprise(world, id, roster.of(id));
  pay_unions(world);
}

}  // namespace tt::rules
