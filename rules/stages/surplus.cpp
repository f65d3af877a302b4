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
#include "rules/state/exertion.hpp"
#include "rules/state/merit.hpp"
#include "rules/state/note.hpp"
#include "rules/state/outside_capital.hpp"
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

/// Cash above what the working weeks, the accounts and the reserve need, and above what holders of units have put in; a
/// part of it a tick.
Mils surplus_of(const World& world, EnterpriseId id, Mils base_bill) {
  const auto& firms = world.enterprises;
  if (!may_pay_out(world, id) || !members_may_share(world, id)) return 0;
  const Mils held =
      std::max(kWorkingWeeks * base_bill, firms.accounts[id] + firms.reserve[id]) + outside_nominal(world, id);
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

/// What one person gets where they work: a member of the surplus, an employee of the trust's dividend.
struct Part {
  Mils share = 0;
  Mils to_account = 0;
};

/// What all enterprises share among their people: found and divided enterprise by enterprise, and paid in the order in
/// which people stand in memory.
class Sharing {
 public:
  Sharing(World& world, const Roster& roster)
      : world_(world), firms_(world.enterprises), people_(world.households), roster_(roster) {
    measure_contributions();
    parts_.resize(people_.count());
  }

  void divide_among_members(EnterpriseId id) {
    const auto members = roster_.of(id);
    const auto count = static_cast<Mils>(members.size());
    const Mils base_bill = base_pay(world_, id) * count;
    const Mils surplus = pay_instalments(world_, id, surplus_of(world_, id, base_bill));
    firms_.last_surplus[id] = surplus;
    Mils& usual = firms_.share_average[id];
    const Mils per_head = surplus > 0 ? surplus / count : 0;
    usual += (per_head - usual) / 8 + (per_head > usual ? 1 : 0) - (per_head < usual ? 1 : 0);
    if (surplus == 0) return;
    const Division d = divide_surplus(world_, id, surplus, base_bill);
    weights_.clear();
    for (const HouseholdId person : members) weights_.push_back(contributions_[person.value]);
    weigh_by_merit(weights_, firms_.merit[id]);
    const std::uint64_t draw = world_.dice().draw(Stream::kShareRemainder, id.value);
    divide(after_profit_tax(world_, id, d.distributed), weights_, draw, shares_);
    divide(d.to_accounts, weights_, draw, credits_);
    for (std::size_t i = 0; i < members.size(); ++i) parts_[members[i].value] = {shares_[i], credits_[i]};
    post(world_, id, Account::commons(), d.to_commons, Reason::kCommons);
    world_.commons.given += d.to_commons;
    firms_.accounts[id] += d.to_accounts;
    firms_.reserve[id] += d.to_reserve;
    if (is_news(world_, id, surplus))
      note(world_, {.tick = world_.running(), .kind = EventKind::kSurplusShared, .enterprise = id, .value = surplus});
  }

  /// Half of the trust's part pays off its shares while they are not paid for; the rest is the present employees'.
  /// Where nobody works, it stays in the enterprise. What the employees will get.
  [[nodiscard]] Mils divide_among_employees(EnterpriseId id, Mils part) {
    TrustDebt& debt = firms_.trust_debt[id];
    const Mils instalment = std::min(debt.owed, part / 2);
    if (instalment > 0) post(world_, id, debt.creditor, instalment, Reason::kShares);
    debt.owed -= instalment;
    const auto people = roster_.of(id);
    if (people.empty()) return 0;
    const auto by_contribution = static_cast<Bp>(world_.scenario.parameters[Parameter::kTrustByContribution]);
    const auto weights = merit_weights(world_, id, people, by_contribution);
    divide(part - instalment, weights, world_.dice().draw(Stream::kShareRemainder, id.value, 1), shares_);
    for (std::size_t i = 0; i < people.size(); ++i) parts_[people[i].value] = {shares_[i], 0};
    return part - instalment;
  }

  void pay() {
    Payroll surplus(world_, Reason::kSurplusShare);
    Payroll dividends(world_, Reason::kDividend);
    IncomeTax tax(world_);
    for (const HouseholdId person : people_.ids()) {
      const auto& [share, to_account] = parts_[person.value];
      if (share == 0 && to_account == 0) continue;
      const bool member = people_.member[person] != 0;
      (member ? surplus : dividends).pay(people_.employer[person], person, share);
      (member ? people_.last_share : people_.last_dividend)[person] += share;
      tax.take(person, share);
      people_.capital_account[person] += to_account;
      note_on_payslip(world_, person, &PayLines::to_account, to_account);
    }
  }

  /// Accounts above their ceiling are paid out, as far as cash beyond the working weeks allows: capital returns to its
  /// people.
  void redeem_accounts() {
    struct Till {
      Mils ceiling = 0;  ///< of an account
      Mils spare = 0;
    };
    std::vector<Till> tills(firms_.count());
    for (const EnterpriseId id : firms_.ids()) {
      if (firms_.form[id] != Form::kCooperative || !may_pay_out(world_, id) || !members_may_share(world_, id)) continue;
      const Mils working = kWorkingWeeks * firms_.wage[id] * firms_.workers[id] + outside_nominal(world_, id);
      tills[id.value] = {kAccountWeeks * firms_.wage[id], std::max<Mils>(0, firms_.cash[id] - working)};
    }
    Payroll paid_out(world_, Reason::kCapitalAccount);
    for (const HouseholdId person : people_.ids()) {
      if (people_.member[person] == 0) continue;
      const EnterpriseId id = people_.employer[person];
      Till& till = tills[id.value];
      const Mils excess = std::max<Mils>(0, people_.capital_account[person] - till.ceiling);
      const Mils paid = std::min(till.spare, excess / 8);
      if (paid == 0) continue;
      till.spare -= paid;
      people_.capital_account[person] -= paid;
      firms_.accounts[id] -= paid;
      paid_out.pay(id, person, paid);
    }
  }

 private:
  World& world_;
  Enterprises& firms_;
  Households& people_;
  const Roster& roster_;
  std::vector<std::uint32_t> contributions_;  ///< of members, in bp
  std::vector<Part> parts_;
  std::vector<std::int64_t> weights_, shares_, credits_;  ///< of one co-operative

  void measure_contributions() {
    contributions_.resize(people_.count());
    const auto contribute = [&](HouseholdId person, EnterpriseId work, std::uint32_t exerted) {
      if (people_.member[person] == 0) return;
      const auto skill = skill_in(world_, person, firms_.product[work]);
      contributions_[person.value] = static_cast<std::uint32_t>(std::uint64_t{static_cast<std::uint32_t>(skill)} *
                                                                exerted / static_cast<std::uint32_t>(kOne));
    };
    for_each_exertion(world_, Training::kAsItIs, contribute, [](HouseholdId, EnterpriseId, std::uint32_t) {});
  }
};

/// By holding; what rounding leaves stays in the enterprise.
void pay_dividend(World& world, EnterpriseId id, Sharing& sharing) {
  auto& firms = world.enterprises;
  const Mils declared = may_pay_out(world, id) ? std::min(firms.declared_dividend[id], firms.cash[id]) : 0;
  Mils& usual = firms.dividend_average[id];
  usual += (declared - usual) / kDividendSmoothing + (declared > usual ? 1 : 0) - (declared < usual ? 1 : 0);
  if (declared == 0) return;
  const Mils after_tax = after_profit_tax(world, id, declared);
  const Mils before = firms.cash[id];
  Mils to_employees = 0;
  for (const Holding& h : firms.shareholders[id]) {
    const Mils part = part_of_holding(world, id, after_tax, h.shares);
    if (h.holder == kTrust)
      to_employees += sharing.divide_among_employees(id, part);
    else
      pay_income(world, id, h.holder, part);
  }
  const Mils paid = before - firms.cash[id] + to_employees;
  if (!is_news(world, id, paid)) return;
  note(world, {.tick = world.running(),
               .kind = EventKind::kDividendPaid,
               .subject = firms.head[id],
               .enterprise = id,
               .value = paid});
}

}  // namespace

void share_surplus(World& world) {
  const Roster& roster = roster_of(world);
  Sharing sharing(world, roster);
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (world.enterprises.form[id] == Form::kProprietary) {
      pay_dividend(world, id, sharing);
      continue;
    }
    if (world.enterprises.open[id] != 0) pay_return(world, id);
    if (!roster.of(id).empty()) sharing.divide_among_members(id);
  }
  sharing.pay();
  sharing.redeem_accounts();
  std::erase_if(world.instalments, [](const Instalment& i) { return i.owed == 0; });
}

}  // namespace tt::rules
