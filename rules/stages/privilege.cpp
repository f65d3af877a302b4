// A law that no regime has by itself: a part of all incomes is taken and handed to a twentieth of the people, who have
// done nothing for it. The same income in fewer hands: experiments ask what that alone does to spending and output.
#include <algorithm>

#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/payslip.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr std::uint64_t kOneIn = 20;

/// The same people all through a world, others in another; a household's number has no other meaning.
bool is_privileged(const World& world, HouseholdId id) {
  return (id.value + world.seed) % kOneIn == 0;
}

}  // namespace

void pay_privilege(World& world) {
  const auto part = static_cast<Bp>(world.scenario.parameters[Parameter::kIncomeToFew]);
  if (part == 0) return;
  auto& people = world.households;
  Mils taken = 0;
  Mils privileged = 0;
  for (const HouseholdId id : people.ids()) {
    const Mils income = people.last_base[id] + people.last_share[id] + people.last_dividend[id];
    const Mils gives = std::min(people.cash[id], share_of(income, part));
    post(world, id, Account::treasury(), gives, Reason::kIncomeTax);
    count_deduction(world, id, &PayLines::tax, gives);
    taken += gives;
    privileged += is_privileged(world, id) ? 1 : 0;
  }
  if (privileged == 0) return;  // the treasury's then, as is what does not divide
  for (const HouseholdId id : people.ids()) {
    if (!is_privileged(world, id)) continue;
    post(world, Account::treasury(), id, taken / privileged, Reason::kCitizenDividend);
    people.last_dividend[id] += taken / privileged;
  }
}

}  // namespace tt::rules
