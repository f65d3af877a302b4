#include "rules/state/conversion.hpp"

#include <algorithm>
#include <numeric>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

bool by_enterprise(const Instalment& a, const Instalment& b) {
  return a.enterprise.value < b.enterprise.value;
}

}  // namespace

void owe(World& world, const Instalment& instalment) {
  auto& all = world.instalments;
  all.insert(std::upper_bound(all.begin(), all.end(), instalment, by_enterprise), instalment);
}

std::span<Instalment> instalments_of(World& world, EnterpriseId id) {
  const auto [first, last] =
      std::equal_range(world.instalments.begin(), world.instalments.end(), Instalment{id, {}, 0}, by_enterprise);
  return {first, last};
}

Mils owed_to_former_owners(const World& world, EnterpriseId id) {
  const auto [first, last] =
      std::equal_range(world.instalments.begin(), world.instalments.end(), Instalment{id, {}, 0}, by_enterprise);
  return std::accumulate(first, last, Mils{0}, [](Mils sum, const Instalment& i) { return sum + i.owed; });
}

void pass_to_members(World& world, EnterpriseId id, std::span<const HouseholdId> people,
                     std::span<const Mils> accounts) {
  TT_ASSERT(!people.empty() && people.size() == accounts.size());
  auto& firms = world.enterprises;
  const HouseholdId head = firms.head[id];
  firms.form[id] = Form::kCooperative;
  dissolve_shares(world, id);
  forget_dispute(firms, id);
  for (std::size_t i = 0; i < people.size(); ++i) {
    world.households.member[people[i]] = 1;
    world.households.union_card[people[i]] = 0;
    world.households.capital_account[people[i]] = accounts[i];
  }
  firms.accounts[id] = std::accumulate(accounts.begin(), accounts.end(), Mils{0});
  firms.reserve[id] = std::max<Mils>(0, firms.cash[id] - firms.accounts[id]);
  adopt_charter(world, id);
  firms.site[id].uses_commons = 1;
  firms.declared_dividend[id] = firms.dividend_average[id] = firms.share_average[id] = 0;
  firms.head[id] = {};  // the members' to fill
  if (head.exists()) mark_owner(world, head);
}

void become_cooperative(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  auto& firms = world.enterprises;
  const Mils credited = share_of(firms.cash[id], trust_part(world, id));
  const std::vector<std::int64_t> equal(people.size(), 1);
  if (const TrustDebt& debt = firms.trust_debt[id]; debt.owed > 0) owe(world, {id, debt.creditor, debt.owed});
  pass_to_members(world, id, people, divide(credited, equal, world.dice().draw(Stream::kShareRemainder, id.value, 2)));
  note(world, {.tick = world.running(), .kind = EventKind::kBecameCooperative, .enterprise = id});
}

Mils locked_reserve(const World& world, EnterpriseId id) {
  return share_of(world.enterprises.reserve[id], world.scenario.parameters[Parameter::kAssetLock]);
}

bool may_demutualise(const World& world, EnterpriseId id) {
  return owed_to_former_owners(world, id) == 0 && may_pay_out(world, id) &&
         world.enterprises.cash[id] >= locked_reserve(world, id) + outside_claim(world, id);
}

std::vector<Lots> shares_by_account(const World& world, EnterpriseId id, std::span<const HouseholdId> members) {
  if (members.empty()) return {};
  std::vector<std::int64_t> weights;
  for (const HouseholdId member : members) weights.push_back(world.households.capital_account[member]);
  if (world.enterprises.accounts[id] == 0) std::fill(weights.begin(), weights.end(), 1);
  return divide(kSharesAtFounding, weights, world.dice().draw(Stream::kShareRemainder, id.value, 3));
}

void demutualise(World& world, EnterpriseId id, std::span<const HouseholdId> members) {
  TT_ASSERT(!members.empty() && may_demutualise(world, id));
  auto& firms = world.enterprises;
  pay_off_outside_capital(world, id);
  const Mils locked = locked_reserve(world, id);
  const std::vector<Lots> shares = shares_by_account(world, id, members);
  post(world, id, Account::commons(), locked, Reason::kReserve);
  world.commons.given += locked;
  firms.site[id].uses_commons = 0;
  firms.form[id] = Form::kProprietary;
  firms.reserve[id] = firms.accounts[id] = 0;
  firms.share_average[id] = firms.last_surplus[id] = 0;
  firms.shares_issued[id] = kSharesAtFounding;
  for (std::size_t i = 0; i < members.size(); ++i) {
    world.households.member[members[i]] = 0;
    world.households.capital_account[members[i]] = 0;
    add_shares(world, id, members[i], shares[i]);
  }
  for (Motion& motion : world.motions)
    if (motion.enterprise == id) motion.open = false;
  world.enterprises.open_motions[id] = 0;
  note(world, {.tick = world.running(), .kind = EventKind::kDemutualised, .enterprise = id, .value = locked});
  seat_board(world, id);
  mark_owner(world, firms.head[id]);
}

}  // namespace tt::rules
