// What becomes of an enterprise that does not pay its people or the bank. It is told two ticks ahead; then its people
// may take it over as a co-operative, and if they will not, it is wound up: a receiver sells what it makes, and
// creditors are paid in order, wages first, then the bank, holders last.
#include "rules/stages/receivership.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/ledger/ledger.hpp"
#include "rules/simulated/borrowing.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/back_pay.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

constexpr Bp kKeptByBank = 5'000;  ///< of its claim when the people take over; winding up seldom brings as much
constexpr Bp kFirstAsk = 9'000;    ///< of the slow price, a receiver's; of the last, its own sales would pull it down
constexpr Bp kAskLessATick = 1'000;

bool fails_to_pay(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  return firms.arrears[id] > 0 || firms.wages_owed[id] > kWeeksOwed * base_pay(world, id) * firms.workers[id];
}

/// More than half of those who said something; seated people who said nothing are not counted.
bool people_take_over(const World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  const Parameters& laws = world.scenario.parameters;
  if (laws[Parameter::kFirstRefusal] == 0 || !may_become(laws, Form::kCooperative)) return false;
  if (world.enterprises.form[id] != Form::kProprietary) return false;
  std::size_t yes = 0;
  std::size_t voices = 0;
  for (const HouseholdId person : people) {
    const bool seat = is_seat(world, person);
    const bool in_favour = seat ? world.households.for_take_over[person] != 0 : would_rescue(world, id, person);
    yes += in_favour ? 1 : 0;
    voices += !seat || in_favour ? 1 : 0;
  }
  return yes > 0 && 2 * yes > voices;
}

/// Wages owed become the members' first capital; the bank keeps half of its claim and waives the interest.
void take_over(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  auto& firms = world.enterprises;
  const HouseholdId owner = firms.head[id];
  std::vector<Mils> accounts;
  for (const HouseholdId person : people) {
    accounts.push_back(std::exchange(world.households.wages_owed[person], 0));
    firms.wages_owed[id] -= accounts.back();
  }
  pass_to_members(world, id, people, accounts);
  firms.arrears[id] = firms.interest_carry[id] = 0;
  firms.distress_ticks[id] = 0;
  const Mils lost = firms.loan[id] - share_of(firms.loan[id], kKeptByBank);
  write_off(world, id, lost);
  note(world,
       {.tick = world.running(), .kind = EventKind::kTakenOver, .subject = owner, .enterprise = id, .value = lost});
}

void pay_creditors(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  pay_wages_owed(world, id, {}, firms.cash[id]);
  const Mils repaid = std::min(firms.loan[id], firms.cash[id]);
  post(world, id, Account::credit(), repaid, Reason::kRepayment);
  firms.loan[id] -= repaid;
  world.loans -= repaid;
  const Mils interest = std::min(firms.arrears[id], firms.cash[id]);
  post(world, id, Account::bank(), interest, Reason::kInterest);
  firms.arrears[id] -= interest;
}

/// Of a receiver's sale, each tick cheaper than the last. Materials and machines have no second-hand market.
void set_asks(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  const Bp part = kFirstAsk - kAskLessATick * (kTicksOfSale - firms.winding_up[id]);
  const auto slow = [&](Good good) { return world.markets[index_of(good)].slow_price; };
  firms.ask_price[id] = std::max<Mils>(1, share_of(slow(firms.product[id]), part));
  Site& site = firms.site[id];
  site.buy = site.wanted = 0;
  site.sell = site.parcels;
  site.limit = std::max<Mils>(1, share_of(slow(Good::kLand), part));
}

bool nothing_to_sell(const World& world, EnterpriseId id) {
  return world.enterprises.product_stock[id] == 0 && world.enterprises.site[id].parcels == 0;
}

}  // namespace

bool watch_payment(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  if (!fails_to_pay(world, id)) {
    firms.distress_ticks[id] = 0;
    return false;
  }
  if (++firms.distress_ticks[id] == 1)
    note(world, {.tick = world.running(),
                 .kind = EventKind::kReceiverNear,
                 .enterprise = id,
                 .value = firms.arrears[id] + firms.wages_owed[id]});
  return firms.distress_ticks[id] >= kTicksToReceiver;
}

void receive(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  if (people_take_over(world, id, people))
    take_over(world, id, people);
  else
    wind_up(world, id, people);
}

void wind_up(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  auto& firms = world.enterprises;
  note(world, {.tick = world.running(),
               .kind = EventKind::kWindingUp,
               .subject = firms.head[id],
               .enterprise = id,
               .value = debts_of(world, id)});
  shut(world, id);
  claim_wages_owed(world, id, people);
  pay_creditors(world, id);
  for (const HouseholdId person : people) leave_enterprise(world, person);
  forget_dispute(firms, id);
  firms.distress_ticks[id] = 0;
  firms.winding_up[id] = kTicksOfSale;
  set_asks(world, id);
}

void go_on_winding_up(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  pay_creditors(world, id);
  --firms.winding_up[id];
  set_asks(world, id);
  if (firms.winding_up[id] > 0 && !nothing_to_sell(world, id)) return;
  firms.winding_up[id] = 0;
  // Land that nobody bought is not the holders' while others are still owed.
  if (debts_of(world, id) > 0) world.commons.parcels += std::exchange(firms.site[id].parcels, 0);
  const Mils lost = firms.loan[id];
  write_off(world, id, lost);
  forget_wages_owed(world, id);
  firms.arrears[id] = firms.interest_carry[id] = 0;
  if (lost > 0) note(world, {.tick = world.running(), .kind = EventKind::kLoanLost, .enterprise = id, .value = lost});
  dissolve(world, id);
}

}  // namespace tt::rules
