// The mutual bank. Loans and repayments are carried out together once everybody has asked; interest falls due after
// wages. What lending makes is booked in the ledger as credit, what is repaid or written off is destroyed. The bank is
// its depositors', which are all who have cash: they bear its losses first to last, as interest that they do not get,
// and what it does not need goes back to them.
#include <algorithm>
#include <numeric>
#include <vector>

#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/divide.hpp"

namespace tt::rules {
namespace {

constexpr Mils kReturnedPart = 8;   ///< of what the bank has too much, in a tick
constexpr Mils kCapitalHeads = 10;  ///< it keeps a usual pay for as many people, and twice what the loans out need

void repay(World& world, EnterpriseId id, Mils ordered) {
  auto& firms = world.enterprises;
  const Mils paid = std::min({ordered, firms.loan[id], firms.cash[id]});
  post(world, id, Account::credit(), paid, Reason::kRepayment);
  firms.loan[id] -= paid;
  world.loans -= paid;
}

void lend(World& world, EnterpriseId id, Mils amount) {
  auto& firms = world.enterprises;
  if (amount == 0) return;
  post(world, Account::credit(), id, amount, Reason::kLoan);
  firms.loan[id] += amount;
  firms.borrowed[id] = world.clock + 1;
  world.loans += amount;
}

/// A year's rate in 52 parts; what is below a mil is carried, what the cash does not cover is in arrears.
void take_interest(World& world, EnterpriseId id, std::int64_t rate) {
  auto& firms = world.enterprises;
  const std::int64_t whole = kTicksAYear * kOne;
  const std::int64_t rest = (firms.loan[id] % whole) * rate + firms.interest_carry[id];
  const Mils due = firms.arrears[id] + firms.loan[id] / whole * rate + rest / whole;
  const Mils paid = std::min(due, firms.cash[id]);
  firms.interest_carry[id] = rest % whole;
  post(world, id, Account::bank(), paid, Reason::kInterest);
  firms.arrears[id] = due - paid;
}

/// Losses not covered come before depositors.
void make_good(World& world) {
  post(world, Account::bank(), Account::credit(), std::min(bank_shortfall(world), world.bank), Reason::kWriteOff);
}

/// In proportion to what each has.
void pay_depositors(World& world) {
  auto& people = world.households;
  auto& firms = world.enterprises;
  const Mils kept =
      std::max(static_cast<Mils>(people.count()) * world.mean_pay / kCapitalHeads, 2 * world.loans / kLoansOverCapital);
  const Mils paid = std::max<Mils>(0, world.bank - kept) / kReturnedPart;
  if (paid == 0) return;
  const Mils in_homes = std::accumulate(people.cash.values.begin(), people.cash.values.end(), Mils{0});
  const Mils deposits = std::accumulate(firms.cash.values.begin(), firms.cash.values.end(), in_homes);
  if (deposits == 0) return;
  // Rounding leaves a mil each to consecutive depositors from a drawn place, people first, then enterprises.
  const Proportion interest(paid, deposits);
  const std::uint64_t depositors = std::uint64_t{people.count()} + firms.count();
  const auto cash_of = [&](std::uint64_t at) {
    return at < people.count() ? people.cash.values[at] : firms.cash.values[at - people.count()];
  };
  Mils left = paid;
  for (const Mils cash : people.cash.values) left -= interest.part(cash);
  for (const Mils cash : firms.cash.values) left -= interest.part(cash);
  std::vector<std::uint64_t> favoured;
  for (std::uint64_t at = world.dice().draw(Stream::kCredit, 0) % depositors; std::ssize(favoured) < left;
       at = (at + 1) % depositors)
    if (cash_of(at) > 0) favoured.push_back(at);
  {
    Collection paid_out(world, Account::bank(), Reason::kDepositInterest);
    for (const HouseholdId id : people.ids()) paid_out.to(id, interest.part(people.cash[id]));
    for (const std::uint64_t at : favoured)
      if (at < people.count()) paid_out.to(HouseholdId{static_cast<std::uint32_t>(at)}, 1);
  }
  for (const EnterpriseId id : firms.ids())
    post(world, Account::bank(), id, interest.part(firms.cash[id]), Reason::kDepositInterest);
  for (const std::uint64_t at : favoured)
    if (at >= people.count())
      post(world, Account::bank(), EnterpriseId{static_cast<std::uint32_t>(at - people.count())}, 1,
           Reason::kDepositInterest);
}

}  // namespace

void settle_credit(World& world) {
  auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids())
    if (firms.loan_order[id] < 0) repay(world, id, -firms.loan_order[id]);
  std::vector<std::int64_t> asked(firms.count(), 0);
  for (const EnterpriseId id : firms.ids())
    if (firms.loan_order[id] > 0 && firms.open[id] != 0)
      asked[id.value] = std::min(firms.loan_order[id], lendable(world, id));
  std::fill(firms.loan_order.values.begin(), firms.loan_order.values.end(), Mils{0});
  const Mils sum = std::accumulate(asked.begin(), asked.end(), Mils{0});
  const Mils room = std::max<Mils>(0, lending_limit(world) - world.loans);
  if (sum == 0) return;
  const auto lent = sum <= room ? asked : divide(room, asked, world.dice().draw(Stream::kCredit, 1));
  for (const EnterpriseId id : firms.ids()) lend(world, id, lent[id.value]);
}

void run_bank(World& world) {
  const auto& firms = world.enterprises;
  const std::int64_t rate = loan_rate(world);
  for (const EnterpriseId id : firms.ids())
    if (firms.open[id] != 0 && (firms.loan[id] > 0 || firms.arrears[id] > 0)) take_interest(world, id, rate);
  make_good(world);
  pay_depositors(world);
}

void write_off(World& world, EnterpriseId id, Mils lost) {
  world.enterprises.loan[id] -= lost;
  world.loans -= lost;
  make_good(world);
}

}  // namespace tt::rules
