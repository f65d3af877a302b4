// Machines, research, generations, the technotariat and the Progress laurel.
#include <doctest/doctest.h>

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/laurels.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/wealth.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

namespace {

World hamlet(std::uint64_t seed) {
  return found_world(*find_scenario("hamlet"), seed);
}

/// An open enterprise of this form with people in it.
EnterpriseId some(const World& world, Form form) {
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.form[id] == form && world.enterprises.open[id] != 0 && world.enterprises.workers[id] > 2)
      return id;
  return {};
}

/// Gives every maker of the good so many lots to sell, as if they had been there from the start.
void stock_makers(World& world, Good good, Lots lots) {
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (world.enterprises.product[id] != good || world.enterprises.open[id] == 0) continue;
    world.enterprises.product_stock[id] += lots;
    world.goods[index_of(good)].opening += lots;
  }
}

Means random_means(Draws& draws) {
  Means means{.industry = industry_of(draws.pick<Good>({Good::kProvisions, Good::kCulture, Good::kEngines}))};
  for (std::size_t t = 0; t < kTasks; ++t) {
    means.people[t] = draws.between(1, 60 * kOne);
    means.machines[t] = draws.between(0, 4'000 * kOne);
    means.reach[t] = static_cast<Bp>(draws.between(0, kMostByMachines));
  }
  return means;
}

/// Whether the people's time is enough for so many lots, in exact fractions.
bool naively_suffices(const Means& means, Lots lots) {
  const auto time = [&](Task task) {
    const std::int64_t tasks = lots * means.industry.tasks(task);
    const std::int64_t machines = std::min(means.machines[index_of(task)], tasks * means.reach[index_of(task)] / kOne);
    return static_cast<long double>(tasks - machines) /
           static_cast<long double>(kLotsPerWorker * means.people[index_of(task)]);
  };
  return time(Task::kHands) + time(Task::kMinds) <= 1.0L + 1e-12L;
}

Mils pay_of_all(const World& world) {
  return world.mean_pay;
}

/// Machines and knowledge without limit for everybody.
void mechanise(World& world) {
  for (Technology& technology : world.technology) technology.knowledge = 900'000'000;
  for (const EnterpriseId id : world.enterprises.ids())
    for (const Task task : kAllTasks) {
      Machines& machines = world.enterprises.machines[id][index_of(task)];
      const Lots more = 1'000'000;
      world.goods[index_of(machine_for(task))].opening += more;  // from outside the market
      machines.units += more;
    }
}

}  // namespace

TEST_CASE("capacity is the greatest number of lots that the people's time and the machines allow") {
  Draws draws(71);
  for (int i = 0; i < 200; ++i) {
    CAPTURE(i);
    const Means means = random_means(draws);
    const Lots most = capacity_of(means);
    if (most < kMaxQuantity) CHECK(!naively_suffices(means, most + 1));
    CHECK(naively_suffices(means, most));
  }
}

TEST_CASE("machines raise capacity as far as knowledge reaches and no further") {
  World world = hamlet(3);
  const EnterpriseId id = some(world, Form::kProprietary);
  const Workforce people{10 * kOne, 10 * kOne};
  auto& machines = world.enterprises.machines[id];
  for (Machines& each : machines) each.units = 0;
  const Lots by_hand = capacity_of(means_of(world, id, people));
  CHECK(by_hand == 10 * kLotsPerWorker);
  for (Machines& each : machines) each.units = 100;
  const Lots helped = capacity_of(means_of(world, id, people));
  CHECK(helped > by_hand);
  for (Machines& each : machines) each.units = 10'000'000;
  const Lots full = capacity_of(means_of(world, id, people));
  const Means means = means_of(world, id, people);
  CHECK(by_machines(means, Task::kHands, full) == share_of(full * means.industry.hands, means.reach[0]));
  machines[0].knowledge = machines[1].knowledge = 90'000'000;
  CHECK(capacity_of(means_of(world, id, people)) > full);
}

TEST_CASE("what people know of both kinds of task counts: someone with no mind for it makes nothing alone") {
  World world = hamlet(3);
  const EnterpriseId id = some(world, Form::kProprietary);
  CHECK(capacity_of(means_of(world, id, {10 * kOne, 0})) == 0);
  CHECK(capacity_of(means_of(world, id, {20 * kOne, 5 * kOne})) !=
        capacity_of(means_of(world, id, {5 * kOne, 20 * kOne})));
}

TEST_CASE("a small park wears like a large one: nothing is lost or kept by rounding") {
  World world = hamlet(4);
  const EnterpriseId id = some(world, Form::kProprietary);
  Machines& machines = world.enterprises.machines[id][0];
  world.goods[index_of(Good::kMachinery)].opening += 200 - machines.units;
  machines = {.units = 200, .knowledge = machines.knowledge};
  std::int64_t carried = 0;
  Lots expected = 200;
  for (int tick = 0; tick < 60; ++tick) {
    carried += expected * kWear;
    expected -= carried / kOne;
    carried %= kOne;
    produce(world);
  }
  CHECK(machines.units == expected);
  CHECK(expected < 200 - 40);
  CHECK_FALSE(broken_invariant(world).has_value());
}

TEST_CASE("a new generation does the same work with fewer units, and goods stay conserved") {
  World world = hamlet(5);
  const auto power = [&](Task task) {
    std::int64_t sum = 0;
    for (const EnterpriseId id : world.enterprises.ids())
      sum +=
          world.enterprises.machines[id][index_of(task)].units * kOne / units_a_lot(world.technology[index_of(task)]);
    return sum;
  };
  Technology& hands = world.technology[0];
  const std::uint8_t before = hands.generation;
  const std::int64_t power_before = power(Task::kHands);
  hands.knowledge = kGenerations[before + 1U].knowledge;
  advance_research(world);
  CHECK(hands.generation == before + 1);
  CHECK_FALSE(broken_invariant(world).has_value());
  const auto rounding = static_cast<std::int64_t>(world.enterprises.count()) * kOne / units_a_lot(hands);
  CHECK(power(Task::kHands) <= power_before);
  CHECK(power(Task::kHands) >= power_before - rounding - world.enterprises.count());
  CHECK(world.events.back().kind == EventKind::kNewGeneration);
}

TEST_CASE("research adds to what an enterprise knows, split as decided, and a part of the lead spreads") {
  World world = hamlet(6);
  auto& firms = world.enterprises;
  for (Research& research : firms.research.values) research = {};
  const EnterpriseId id = some(world, Form::kProprietary);
  firms.research[id] = {1'000, 2'500};
  for (const Task task : kAllTasks)
    firms.machines[id][index_of(task)].knowledge = world.technology[index_of(task)].knowledge;
  const auto before = firms.machines[id];
  advance_research(world);
  const std::int64_t for_hands = firms.machines[id][0].knowledge - before[0].knowledge;
  const std::int64_t for_minds = firms.machines[id][1].knowledge - before[1].knowledge;
  CHECK(for_hands > 0);
  CHECK(for_minds == (for_hands + for_minds) * 2'500 / kOne);
  world.scenario.parameters[Parameter::kSpillover] = 0;
  const std::int64_t known = world.technology[0].knowledge;
  advance_research(world);
  CHECK(world.technology[0].knowledge == known);
  world.scenario.parameters[Parameter::kSpillover] = kOne;
  advance_research(world);
  std::int64_t leader = 0;
  for (const EnterpriseId each : firms.ids()) leader = std::max(leader, firms.machines[each][0].knowledge);
  CHECK(world.technology[0].knowledge >= leader);
}

TEST_CASE("research takes time from production") {
  World world = hamlet(6);
  const EnterpriseId id = some(world, Form::kProprietary);
  std::vector<HouseholdId> people;
  for (const HouseholdId person : world.households.ids())
    if (world.households.employer[person] == id) people.push_back(person);
  world.enterprises.research[id] = {};
  const Workforce all = workforce(world, id, {people, {}}, Training::kAsItIs);
  world.enterprises.research[id] = {2'000, 0};
  const Workforce most = workforce(world, id, {people, {}}, Training::kAsItIs);
  CHECK(most[0] == share_of(all[0], 8'000));
  CHECK(most[1] == share_of(all[1], 8'000));
}

TEST_CASE("machines without materials stand still; makers of materials run theirs on their own") {
  World world = hamlet(7);
  auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids()) {
    world.goods[index_of(Good::kMaterials)].opening -= firms.materials_stock[id];
    firms.materials_stock[id] = 0;
  }
  produce(world);
  bool some_materials = false;
  for (const EnterpriseId id : firms.ids()) {
    const std::int64_t done = firms.machines[id][0].done + firms.machines[id][1].done;
    if (firms.product[id] == Good::kMaterials)
      some_materials = some_materials || done > 0;
    else
      CHECK(done == 0);
  }
  CHECK(some_materials);
  CHECK_FALSE(broken_invariant(world).has_value());
}

TEST_CASE("machines that are bought are paid for, put to use and counted in what the enterprise is worth") {
  World world = hamlet(8);
  auto& firms = world.enterprises;
  const EnterpriseId id = some(world, Form::kProprietary);
  for (auto& both : firms.machines.values)
    for (Machines& machines : both) machines.order = 0;
  const HouseholdId owner = firms.head[id];
  const Mils price = world.markets[index_of(Good::kMachinery)].price;
  post(world, Account::issuer(), id, 20 * price, Reason::kIssue);
  for (const EnterpriseId maker : firms.ids()) {
    if (firms.product[maker] != Good::kMachinery || firms.open[maker] == 0) continue;
    firms.product_stock[maker] += 10;
    world.goods[index_of(Good::kMachinery)].produced += 10;
    firms.ask_price[maker] = price;
  }
  REQUIRE(act_at_close(world, owner, OrderMachines{id, Task::kHands, 5, 3 * price}) == Rejection::kNone);
  const Lots before = firms.machines[id][0].units;
  stock_makers(world, Good::kMachinery, 100);
  trade_goods(world);
  const Machines& machines = firms.machines[id][0];
  CHECK(machines.units == before + 5);
  CHECK(machines.order == 0);
  CHECK(firms.flows[id][index_of(Reason::kMachines)] == -5 * world.markets[index_of(Good::kMachinery)].price);
  CHECK(machines_worth(world, id) ==
        machines.units * world.markets[index_of(Good::kMachinery)].slow_price +
            firms.machines[id][1].units * world.markets[index_of(Good::kEngines)].slow_price);
  CHECK_FALSE(broken_invariant(world).has_value());
}

TEST_CASE("progress counts what machines did, less the work of those who lost theirs and have no income") {
  World world = tt::test::seated_hamlet(9);
  std::uint32_t seat = 0;
  while (world.seats[seat].role != Role::kCapitalist) ++seat;
  const HouseholdId owner = world.seats[seat].household;
  EnterpriseId owned;
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.head[id] == owner && world.enterprises.form[id] == Form::kProprietary) owned = id;
  REQUIRE(owned.exists());
  world.enterprises.machines[owned][0].done = 1'000 * kOne;
  world.enterprises.machines[owned][1].done = 0;
  std::fill(world.households.displaced_by.values.begin(), world.households.displaced_by.values.end(), EnterpriseId{});
  const std::int64_t all = progress_of(world, seat);
  CHECK(all == 1'000);
  const HouseholdId person{world.households.count() - 1};
  auto& people = world.households;
  people.displaced_by[person] = owned;
  people.last_base[person] = people.last_share[person] = people.last_dividend[person] = people.last_transfers[person] =
      0;
  CHECK(progress_of(world, seat) == all - kLotsPerWorker);
  people.last_transfers[person] = pay_of_all(world) / 2 + 1;
  CHECK(progress_of(world, seat) == all);
}

TEST_CASE("technostism is announced two ticks ahead and ends a world that has an end") {
  Scenario scenario = *find_scenario("hamlet");
  scenario.burn_in_ticks = 10;
  scenario.final_tick = 200;
  World world = found_world(scenario, 11);
  mechanise(world);
  Tick announced = 0;
  while (!world.finished) {
    close_tick(world);
    for (const EnterpriseId id : world.enterprises.ids()) {  // fuel enough for all
      world.goods[index_of(Good::kMaterials)].opening += 1'000'000 - world.enterprises.materials_stock[id];
      world.enterprises.materials_stock[id] = 1'000'000;
    }
    if (announced == 0 &&
        world.events.end() != std::find_if(world.events.begin(), world.events.end(),
                                           [](const Event& e) { return e.kind == EventKind::kTechnostismNear; }))
      announced = world.tick;
  }
  CHECK(world.tick < 200);
  CHECK(world.technotariat >= kTechnostismShare);
  CHECK(announced + 2 == world.tick);
}

TEST_CASE("a world without machines buys none and forgets those it had") {
  Scenario scenario = *find_scenario("hamlet");
  scenario.parameters[Parameter::kMachines] = 0;
  const World without = found_world(scenario, 12);
  const World with = found_world(*find_scenario("hamlet"), 12);
  CHECK(without.technotariat < with.technotariat);
  CHECK(without.markets[index_of(Good::kMachinery)].volume == 0);
}
