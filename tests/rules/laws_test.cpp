// Taxes, benefits, the minimum wage and the money rule: what each takes, pays and leaves.
#include <doctest/doctest.h>

#include <initializer_list>
#include <numeric>
#include <utility>

#include "rules/ledger/ledger.hpp"
#include "rules/rules.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/price_index.hpp"
#include "rules/state/wealth.hpp"
#include "tests/rules/random_player.hpp"
#include "tests/support/seed.hpp"

using namespace tt::rules;

namespace {

World world_with(std::initializer_list<std::pair<Parameter, std::int64_t>> laws) {
  Scenario scenario = *find_scenario("hamlet");
  scenario.final_tick = 0;
  scenario.burn_in_ticks = 20;
  World world = found_world(scenario, tt::test::seed());
  for (const auto& [law, value] : laws) world.scenario.parameters[law] = value;
  return world;
}

Mils flow(const World& world, Reason reason) {
  return world.treasury_account.last_flows[index_of(reason)];
}

EnterpriseId first_firm(const World& world) {
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.open[id] != 0 && world.enterprises.form[id] == Form::kProprietary) return id;
  return {};
}

}  // namespace

TEST_CASE("what the treasury has is what it had, took and paid, by reason") {
  World world =
      world_with({{Parameter::kProfitTax, 2'500}, {Parameter::kWealthTax, 500}, {Parameter::kBasicIncome, 500}});
  for (int tick = 0; tick < 30; ++tick) {
    close_tick(world);
    const Statement statement = public_view(world).world.treasury;
    CHECK(statement.closing == world.treasury);
    CHECK(flow(world, Reason::kIncomeTax) > 0);
  }
}

TEST_CASE("a profit tax takes its share of a dividend before the owner gets it, and nothing of what is kept") {
  World world = world_with({{Parameter::kProfitTax, 2'500}, {Parameter::kIncomeTax, 0}});
  const EnterpriseId firm = first_firm(world);
  const HouseholdId owner = world.enterprises.head[firm];
  tt::test::pay_all_debts(world, firm);
  post(world, Account::issuer(), firm, 1'001, Reason::kIssue);
  world.enterprises.shareholders[firm] = {{owner, world.enterprises.shares_issued[firm]}};
  world.enterprises.declared_dividend[firm] = 1'001;
  const Mils treasury = world.treasury;
  const Mils owners = world.households.cash[owner];
  const Mils before = world.enterprises.cash[firm];
  share_surplus(world);
  CHECK(before - world.enterprises.cash[firm] == 1'001);
  CHECK(world.enterprises.flows[firm][index_of(Reason::kProfitTax)] == -250);
  CHECK(world.households.cash[owner] - owners == 751);
  CHECK(world.treasury > treasury);
}

TEST_CASE("a year of wealth tax is the year's rate to the mil: fractions are carried, what cash lacks stays owed") {
  World world = world_with({{Parameter::kWealthTax, 200}, {Parameter::kBenefit, 0}});
  const HouseholdId rich{3};
  world.mean_pay = 1'000;  // nearly all wealth lies above half a year of it
  world.households.capital_account[rich] = 0;
  post(world, Account::issuer(), rich, 1'000'000'007, Reason::kIssue);
  Mils taken = 0;
  Mils expected = 0;  // in 1/520 000 mils
  for (int tick = 0; tick < 52; ++tick) {
    expected += (wealth_of_all(world)[rich.value] - 26 * world.mean_pay) * 200;
    const Mils had = world.households.cash[rich];
    world.households.last_transfers[rich] = 0;
    keep_treasury(world);
    taken -= world.households.last_transfers[rich];
    CHECK(world.households.cash[rich] <= had + world.issued);
  }
  CHECK(taken == expected / (52 * kOne));
  // Without cash the tax stays owed.
  post(world, rich, Account::treasury(), world.households.cash[rich], Reason::kIncomeTax);
  world.households.wealth_tax_due[rich] = 500;
  Mils owed = world.households.wealth_tax_due[rich];
  take_stock(world);
  CHECK(world.households.wealth_tax_due[rich] == owed);
}

TEST_CASE("a basic income is the same for everybody and stops at an empty treasury") {
  World world = world_with({{Parameter::kBasicIncome, 1'000}});
  post(world, Account::treasury(), Account::issuer(), world.treasury, Reason::kIssue);
  post(world, Account::issuer(), Account::treasury(), 1'000 * world.households.count(), Reason::kIssue);
  world.scenario.parameters[Parameter::kBenefit] = 0;
  std::fill(world.households.last_transfers.values.begin(), world.households.last_transfers.values.end(), Mils{0});
  keep_treasury(world);
  for (const HouseholdId id : world.households.ids()) CHECK(world.households.last_transfers[id] == 1'000);
  CHECK(world.treasury == 0);
}

TEST_CASE("the minimum wage lifts the wages owners pay, and members go on setting their own") {
  World world = world_with({{Parameter::kMinimumWage, 5'000}});
  for (const EnterpriseId id : world.enterprises.ids()) world.enterprises.wage[id] = 1;
  lift_wages(world);
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (world.enterprises.open[id] == 0) continue;
    const bool owned = world.enterprises.form[id] == Form::kProprietary;
    CHECK(world.enterprises.wage[id] == (owned ? world.mean_pay / 2 : 1));
  }
}

TEST_CASE("money is made while prices lie below their base, at most the rule's share, a head alike") {
  World world = world_with({{Parameter::kMoneyRule, 20}});
  CHECK(price_index(world) == kOne);
  const Mils issued = world.issued;
  keep_treasury(world);
  CHECK(world.issued == issued);
  for (Market& market : world.markets) market.slow_price /= 2;
  CHECK(price_index(world) <= kOne / 2);
  keep_treasury(world);
  const Mils made = world.issued - issued;
  CHECK(made > 0);
  CHECK(made % world.households.count() == 0);
  const Mils money = world.money() - made;
  CHECK(made <= money / 500);
  CHECK(made > money / 500 - static_cast<Mils>(world.households.count()));
  CHECK_FALSE(broken_invariant(world).has_value());
}
