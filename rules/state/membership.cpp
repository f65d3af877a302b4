#include "rules/state/membership.hpp"

#include <algorithm>
#include <utility>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"

namespace tt::rules {

Mils entry_stake(const World& world, HouseholdId person, EnterpriseId enterprise) {
  if (world.enterprises.form[enterprise] != Form::kCooperative) return 0;
  return std::min(kEntryStake, world.households.cash[person] / 4);
}

void join_enterprise(World& world, HouseholdId person, EnterpriseId enterprise) {
  auto& people = world.households;
  TT_ASSERT(!people.employer[person].exists());
  const Mils stake = entry_stake(world, person, enterprise);
  people.employer[person] = enterprise;
  people.member[person] = world.enterprises.form[enterprise] == Form::kCooperative ? 1 : 0;
  people.ticks_without_work[person] = 0;
  people.applied_to[person] = {};
  people.leaving[person] = 0;
  ++world.enterprises.workers[enterprise];
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
  const Mils account = people.capital_account[person];
  const Mils paid = std::min(account, firms.cash[enterprise]);
  people.employer[person] = {};
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

EnterpriseId add_enterprise(World& world, std::string name, Form form, Good product) {
  auto& firms = world.enterprises;
  const EnterpriseId id{firms.count()};
  firms.name.values.push_back(std::move(name));
  firms.form.values.push_back(form);
  firms.product.values.push_back(product);
  firms.open.values.push_back(1);
  firms.head.values.emplace_back();
  firms.founded.values.push_back(world.running());
  firms.wage.values.push_back(world.mean_pay);
  firms.ask_price.values.push_back(world.markets[index_of(product)].price);
  firms.merit.values.push_back(form == Form::kCooperative ? kDefaultMerit : 0);
  firms.split.values.push_back(form == Form::kCooperative ? SurplusSplit{6'000, 2'000, 2'000} : SurplusSplit{});
  firms.markup.values.push_back(500);
  firms.flows.values.emplace_back();
  firms.last_flows.values.emplace_back();
  firms.ticks_empty.values.push_back(0);
  for (auto* column :
       {&firms.cash, &firms.product_stock, &firms.materials_stock, &firms.output_target, &firms.input_quantity,
        &firms.input_limit, &firms.declared_dividend, &firms.reserve, &firms.accounts, &firms.sales_average,
        &firms.share_average, &firms.output, &firms.sold, &firms.revenue, &firms.wage_bill, &firms.last_surplus,
        &firms.opening_cash, &firms.last_opening_cash})
    column->values.push_back(0);
  for (auto* column : {&firms.places, &firms.workers, &firms.hired, &firms.quit, &firms.vacancies})
    column->values.push_back(0);
  return id;
}

}  // namespace tt::rules
