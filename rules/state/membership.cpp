#include "rules/state/membership.hpp"

#include <algorithm>
#include <utility>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/back_pay.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/outside_capital.hpp"

namespace tt::rules {

Mils entry_stake(const World& world, HouseholdId person, EnterpriseId enterprise) {
  if (world.enterprises.form[enterprise] != Form::kCooperative) return 0;
  return std::min(full_entry_stake(world), world.households.cash[person] / 4);
}

void join_enterprise(World& world, HouseholdId person, EnterpriseId enterprise) {
  auto& people = world.households;
  TT_ASSERT(!people.employer[person].exists());
  const Mils stake = entry_stake(world, person, enterprise);
  people.employer[person] = enterprise;
  ++world.staff.changes;
  people.member[person] = world.enterprises.form[enterprise] == Form::kCooperative ? 1 : 0;
  people.ticks_without_work[person] = 0;
  people.applied_to[person] = {};
  people.leaving[person] = 0;
  people.tenure[person] = 0;
  people.displaced_by[person] = {};
  ++world.enterprises.workers[enterprise];
  if (people.member[person] != 0) people.union_card[person] = 0;
  if (stake == 0) return;
  post(world, person, enterprise, stake, Reason::kMemberStake);
  people.capital_account[person] += stake;
  world.enterprises.accounts[enterprise] += stake;
}

void leave_enterprise(World& world, HouseholdId person) {
  auto& people = world.households;
  auto& firms = world.enterprises;
  const EnterpriseId enterprise = people.employer[person];
  if (!enterprise.exists()) return;
  settle_on_leaving(world, person, enterprise);
  const Mils account = people.capital_account[person];
  Mils payable = firms.cash[enterprise];
  // Who goes takes their own out, not what others have put in; when the doors are shut, members come last.
  if (account > 0 && firms.open[enterprise] == 0)
    payable -= owed_to_former_owners(world, enterprise) + outside_claim(world, enterprise);
  else if (account > 0 && firms.shares_issued[enterprise] > 0)
    payable = std::min(own_capital(world, enterprise), payable);
  const Mils paid = std::clamp<Mils>(payable, 0, account);
  set_second_job(world, person, {}, 0);
  people.employer[person] = {};
  ++world.staff.changes;
  people.for_take_over[person] = 0;
  people.leaving[person] = 0;
  --firms.workers[enterprise];
  if (people.member[person] == 0) return;
  people.member[person] = 0;
  people.capital_account[person] = 0;
  firms.accounts[enterprise] -= account;
  firms.reserve[enterprise] += account - paid;
  if (firms.head[enterprise] == person) firms.head[enterprise] = {};
  post(world, enterprise, person, paid, Reason::kCapitalAccount);
}

void set_second_job(World& world, HouseholdId person, EnterpriseId enterprise, Bp share) {
  auto& people = world.households;
  auto& hands = world.enterprises.second_hands;
  if (people.second_job[person].exists()) --hands[people.second_job[person]];
  ++world.staff.changes;
  people.second_job[person] = share > 0 ? enterprise : EnterpriseId{};
  people.second_share[person] = static_cast<ShortBp>(share);
  if (share > 0) ++hands[enterprise];
}

void adopt_charter(World& world, EnterpriseId id) {
  world.enterprises.merit[id] = static_cast<Bp>(world.scenario.parameters[Parameter::kMeritAtStart]);
  world.enterprises.split[id] = {5'500, 2'000, 2'000, 500};
}

namespace {

/// Full columns grow by an eighth. They are a third of a large world's memory, and half of it would lie idle if they
/// doubled.
void make_room(Enterprises& firms) {
  const std::size_t rows = firms.count();
  const auto grow = [&](auto& values) {
    if (values.size() == values.capacity()) values.reserve(rows + rows / 8 + 16);
  };
  Enterprises::columns(firms, [&](auto&... each) { (grow(each.values), ...); });
}

}  // namespace

EnterpriseId add_enterprise(World& world, std::string name, Form form, Good product) {
  auto& firms = world.enterprises;
  const EnterpriseId id{firms.count()};
  make_room(firms);
  add_row(firms);
  ++world.staff.changes;
  firms.name[id] = std::move(name);
  firms.form[id] = form;
  firms.product[id] = product;
  firms.open[id] = 1;
  firms.founded[id] = world.running();
  firms.wage[id] = world.mean_pay;
  firms.hours[id] = kOne;
  firms.paid_in_full[id] = 1;
  firms.ask_price[id] = world.markets[index_of(product)].price;
  firms.markup[id] = 500;
  for (const Task task : kAllTasks)
    firms.machines[id][index_of(task)].knowledge = world.technology[index_of(task)].knowledge;
  firms.site[id].uses_commons = form == Form::kCooperative ? 1 : 0;
  if (form == Form::kCooperative) {
    adopt_charter(world, id);
  }
  return id;
}

}  // namespace tt::rules
