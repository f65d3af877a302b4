// What is left goes to whom it belongs: an owner's dividend; a co-operative's surplus by its split to members, their
// accounts and the reserve.
#include <algorithm>
#include <numeric>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/fetch.hpp"
#include "rules/state/merit.hpp"
#include "rules/state/note.hpp"
#include "rules/state/payslip.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/tax.hpp"

namespace tt::rules {
namespace {

constexpr Mils kDividendSmoothing = 16;  ///< ticks, for what buyers of shares expect
constexpr Mils kWeeksWorthTelling = 8;   ///< of usual pay: what goes to people nobody plays is news from here on

bool is_news(const World& world, EnterpriseId id, Mils amount) {
  return amount >= kWeeksWorthTelling * world.mean_pay || concerns_a_seat(world, id);
}

void pay_income(World& world, EnterpriseId id, HouseholdId holder, Mils amount) {
  post(world, id, holder, amount, Reason::kDividend);
  world.households.last_dividend[holder] += amount;
  tax_income(world, holder, amount);
}

/// Half of the trust's part pays off its shares while they are not paid for; the rest is the present employees'. Where
/// nobody works, it stays in the enterprise.
void pay_trust(World& world, EnterpriseId id, Mils part, std::span<const HouseholdId> people) {
  TrustDebt& debt = world.enterprises.trust_debt[id];
  const Mils instalment = std::min(debt.owed, part / 2);
  if (instalment > 0) post(world, id, debt.creditor, instalment, Reason::kShares);
  debt.owed -= instalment;
  if (people.empty()) return;
  const auto by_contribution = static_cast<Bp>(world.scenario.parameters[Parameter::kTrustByContribution]);
  const auto weights = merit_weights(world, id, people, by_contribution);
  const auto parts = divide(part - instalment, weights, world.dice().draw(Stream::kShareRemainder, id.value, 1));
  Collection paid(world, id, Reason::kDividend);
  IncomeTax tax(world);
  for (std::size_t i = 0; i < people.size(); ++i) {
    paid.to(people[i], parts[i]);
    world.households.last_dividend[people[i]] += parts[i];
    tax.take(people[i], parts[i]);
  }
}

/// By holding; what rounding leaves stays in the enterprise.
void pay_dividend(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  auto& firms = world.enterprises;
  const Mils declared = may_pay_out(world, id) ? std::min(firms.declared_dividend[id], firms.cash[id]) : 0;
  Mils& usual = firms.dividend_average[id];
  usual += (declared - usual) / kDividendSmoothing + (declared > usual ? 1 : 0) - (declared < usual ? 1 : 0);
  if (declared == 0) return;
  const Mils after_tax = after_profit_tax(world, id, declared);
  const Mils before = firms.cash[id];
  const auto holders = firms.shareholders[id];
  for (const Holding& h : holders) {
    const Mils part = part_of_holding(world, id, after_tax, h.shares);
    if (h.holder == kTrust)
      pay_trust(world, id, part, people);
    else
      pay_income(world, id, h.holder, part);
  }
  const Mils paid = before - firms.cash[id];
  if (!is_news(world, id, paid)) return;
  note(world, {.tick = world.running(),
               .kind = EventKind::kDividendPaid,
               .subject = firms.head[id],
               .enterprise = id,
               .value = paid});
}

struct Division {
  Mils distributed = 0;
  Mils to_accounts = 0;
  Mils to_reserve = 0;
  Mils to_commons = 0;
};

/// Percentages round down and the rest is the reserve's; a reserve that is full passes its part on to the members.
Division divide_surplus(const World& world, EnterpriseId id, Mils surplus, Mils base_bill) {
  const auto& firms = world.enterprises;
  const SurplusSplit& split = firms.split[id];
  Division d{share_of(surplus, split.distribution), share_of(surplus, split.accounts), 0,
             share_of(surplus, split.commons)};
  d.to_reserve = surplus - d.distributed - d.to_accounts - d.to_commons;
  if (firms.reserve[id] >= kReserveWeeks * base_bill) {
    d.distributed += d.to_reserve;
    d.to_reserve = 0;
  }
  return d;
}

/// Cash above what the working weeks, the accounts and the reserve need; a part of it a tick.
Mils surplus_of(const World& world, EnterpriseId id, Mils base_bill) {
  const auto& firms = world.enterprises;
  if (!may_pay_out(world, id)) return 0;
  const Mils held = std::max(kWorkingWeeks * base_bill, firms.accounts[id] + firms.reserve[id]);
  return share_of(std::max<Mils>(0, firms.cash[id] - held), kSurplusPerTick);
}

/// Half of the surplus goes to former owners, to each by what is owed, while anything is; gives what is left of it.
Mils pay_instalments(World& world, EnterpriseId id, Mils surplus) {
  const Mils owed = owed_to_former_owners(world, id);
  const Mils paid = std::min(owed, surplus / 2);
  if (paid == 0) return surplus;
  Mils left = surplus;
  for (Instalment& i : instalments_of(world, id)) {
    // A mil at least, so that the last of a debt is paid too.
    const Mils part = std::min({std::max<Mils>(mul_div(i.owed, paid, owed), 1), i.owed, left});
    post(world, id, i.creditor, part, Reason::kShares);
    i.owed -= part;
    left -= part;
  }
  return left;
}

void pay_shares(World& world, EnterpriseId id, std::span<const HouseholdId> members, std::span<const Mils> shares) {
  Collection paid(world, id, Reason::kSurplusShare);
  IncomeTax tax(world);
  for (std::size_t i = 0; i < members.size(); ++i) {
    paid.to(members[i], shares[i]);
    world.households.last_share[members[i]] = shares[i];
    tax.take(members[i], shares[i]);
  }
}

void share_among(World& world, EnterpriseId id, std::span<const HouseholdId> members) {
  auto& firms = world.enterprises;
  auto& people = world.households;
  const auto count = static_cast<Mils>(members.size());
  const Mils base_bill = base_pay(world, id) * count;
  const Mils surplus = pay_instalments(world, id, surplus_of(world, id, base_bill));
  firms.last_surplus[id] = surplus;
  const Mils per_head = surplus > 0 ? surplus / count : 0;
  firms.share_average[id] += (per_head - firms.share_average[id]) / 8 + (per_head > firms.share_average[id] ? 1 : 0) -
                             (per_head < firms.share_average[id] ? 1 : 0);
  if (surplus == 0) return;
  const Division d = divide_surplus(world, id, surplus, base_bill);
  const auto weights = merit_weights(world, id, members, firms.merit[id]);
  const std::uint64_t draw = world.dice().draw(Stream::kShareRemainder, id.value);
  const auto shares = divide(after_profit_tax(world, id, d.distributed), weights, draw);
  const auto credits = divide(d.to_accounts, weights, draw);
  pay_shares(world, id, members, shares);
  for (std::size_t i = 0; i < members.size(); ++i) {
    people.capital_account[members[i]] += credits[i];
    note_on_payslip(world, members[i], &PayLines::to_account, credits[i]);
  }
  post(world, id, Account::commons(), d.to_commons, Reason::kCommons);
  world.commons.given += d.to_commons;
  firms.accounts[id] += d.to_accounts;
  firms.reserve[id] += d.to_reserve;
  if (is_news(world, id, surplus))
    note(world, {.tick = world.running(), .kind = EventKind::kSurplusShared, .enterprise = id, .value = surplus});
}

/// Accounts above their ceiling are paid out, as far as cash beyond the working weeks allows: capital returns to its
/// people.
void redeem_accounts(World& world, EnterpriseId id, std::span<const HouseholdId> members) {
  if (!may_pay_out(world, id)) return;
  auto& firms = world.enterprises;
  const Mils ceiling = kAccountWeeks * firms.wage[id];
  const Mils working = kWorkingWeeks * firms.wage[id] * static_cast<Mils>(members.size());
  for (const HouseholdId person : members) {
    const Mils spare = std::max<Mils>(0, firms.cash[id] - working);
    const Mils excess = std::max<Mils>(0, world.households.capital_account[person] - ceiling);
    const Mils paid = std::min(spare, excess / 8);
    if (paid == 0) continue;
    world.households.capital_account[person] -= paid;
    firms.accounts[id] -= paid;
    post(world, id, person, paid, Reason::kCapitalAccount);
  }
}

}  // namespace

void share_surplus(World& world) {
  const Roster& roster = roster_of(world);
  const Households& people = world.households;
  const std::uint32_t firms = world.enterprises.count();
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (id.value + 1 < firms && world.enterprises.form[EnterpriseId{id.value + 1}] == Form::kCooperative) {
      fetch_work_after(roster, id, world);
      fetch_after(roster, id, firms, people.cash, people.seat, people.last_share, people.last_transfers,
                  people.capital_account);
    }
    if (world.enterprises.form[id] == Form::kProprietary) {
      pay_dividend(world, id, roster.of(id));
    } else if (const auto members = roster.of(id); !members.empty()) {
      share_among(world, id, members);
      redeem_accounts(world, id, members);
    }
  }
  std::erase_if(world.instalments, [](const Instalment& i) { return i.owed == 0; });
}

}  // namespace tt::rules
