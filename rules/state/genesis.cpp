// Founding a world: people with drawn skills, enterprises of both forms in every trade, money issued once, then a
// burn-in played by simulated people alone, so that nobody walks into the start-up wobble.
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/rules.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/laurels.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/names.hpp"
#include "rules/state/pantry.hpp"
#include "rules/state/price_index.hpp"
#include "rules/state/record.hpp"
#include "rules/state/seats.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

/// Prices at which the start wage, materials and a small margin just pay.
constexpr Mils kStartPriceOfWork = 1'150'000;
constexpr std::int64_t kEmployedAtStart = 93;  ///< per cent
constexpr Bp kMachinesAtStart = 800;           ///< part of the tasks they can do
constexpr std::int64_t kKnowledgeAtStart = 400'000;

Mils start_price(Good good) {
  if (good == Good::kLand) return 10 * kStartWage;
  return kStartPriceOfWork + industry_of(good).materials_for(kStartPriceOfWork);
}

constexpr std::span kMade = std::span(kAllGoods).first<kGoods - 1>();
static_assert(!industry_of(kAllGoods.back()).is_made(), "land is the last of the goods, and the only one not made");

/// How many enterprises each trade has at first: one at least, the rest in proportion to its work.
std::array<std::uint32_t, kGoods> enterprises_by_trade(std::uint32_t count) {
  std::array<std::uint32_t, kGoods> number{};
  for (std::uint32_t i = 0; i < count; ++i) {
    // Each next one goes to the trade with the most work for each enterprise it has; those without come first.
    const auto work_each = [&](Good good) { return industry_of(good).at_start * 1'000 / number[index_of(good)]; };
    const auto needs_more = [&](Good a, Good b) {
      const bool first_a = number[index_of(a)] == 0;
      const bool first_b = number[index_of(b)] == 0;
      if (first_a || first_b) return !first_a && first_b;
      return work_each(a) < work_each(b);
    };
    ++number[index_of(*std::max_element(kMade.begin(), kMade.end(), needs_more))];
  }
  return number;
}

/// Six draws averaged: a bell between a quarter and 1.75, mean one.
ShortBp drawn_skill(const Dice& dice, HouseholdId id, Task task) {
  std::int64_t sum = 0;
  for (std::uint64_t k = 0; k < 6; ++k) sum += dice.below(5'001, Stream::kGenesis, id.value, k + 10 * index_of(task));
  return static_cast<ShortBp>(std::clamp<std::int64_t>(2'500 + sum / 2, 4'000, 20'000));
}

void add_households(World& world) {
  auto& people = world.households;
  const std::uint32_t count = world.scenario.households;
  Households::columns(people, [&](auto&... each) { (each.values.reserve(count), ...); });
  for (std::uint32_t i = 0; i < count; ++i) add_row(people);
  for (const HouseholdId id : people.ids()) {
    people.hands[id] = drawn_skill(world.dice(), id, Task::kHands);
    people.minds[id] = drawn_skill(world.dice(), id, Task::kMinds);
    people.usual_pay[id] = kStartWage;
    people.seat[id] = kNoSeat;
    people.effort[id] = 9'500;
    people.spending[id] = kOne;
    post(world, Account::issuer(), id, kStartWeeksHousehold * kStartWage, Reason::kIssue);
  }
}

/// People in a drawn order, so that no number means anything.
std::vector<HouseholdId> shuffled_people(const World& world) {
  std::vector<HouseholdId> order;
  for (const HouseholdId id : world.households.ids()) order.push_back(id);
  std::sort(order.begin(), order.end(), [dice = world.dice()](HouseholdId a, HouseholdId b) {
    return dice.draw(Stream::kGenesis, a.value, 7) < dice.draw(Stream::kGenesis, b.value, 7);
  });
  return order;
}

void add_enterprises(World& world, std::vector<HouseholdId>& people) {
  std::vector<Good> trades;
  const auto by_trade = enterprises_by_trade(world.scenario.enterprises);
  for (const Good good : kMade) trades.insert(trades.end(), by_trade[index_of(good)], good);
  std::int64_t spread = 0;
  for (std::uint32_t i = 0; i < trades.size(); ++i) {
    // Co-operatives evenly among the trades, as many as the scenario says (an error-diffusion count, not a draw).
    spread += world.scenario.cooperative_share;
    const bool cooperative = spread >= kOne;
    if (cooperative) spread -= kOne;
    const EnterpriseId id = add_enterprise(world, enterprise_name(world, i),
                                           cooperative ? Form::kCooperative : Form::kProprietary, trades[i]);
    if (cooperative) continue;
    const HouseholdId owner = people.back();
    people.pop_back();
    issue_founders_shares(world, id, owner);
    if (const Lots trust = share_of(kSharesAtFounding, world.scenario.parameters[Parameter::kTrustAtStart]);
        trust > 0) {
      add_shares(world, id, owner, -trust);
      add_shares(world, id, kTrust, trust);
    }
    post(world, Account::issuer(), owner, kStartWeeksOwner * kStartWage, Reason::kIssue);
  }
}

void give_work(World& world, const std::vector<HouseholdId>& people) {
  auto& firms = world.enterprises;
  const auto by_trade = enterprises_by_trade(world.scenario.enterprises);
  std::vector<std::int64_t> weights;
  for (const EnterpriseId id : firms.ids()) {
    const std::size_t trade = index_of(firms.product[id]);
    weights.push_back(kIndustries[trade].at_start * 1'000 / by_trade[trade]);
  }
  const auto employed = std::ssize(people) * kEmployedAtStart / 100;
  const auto sizes = divide(employed, weights, world.dice().draw(Stream::kGenesis, 0, 8));
  auto& households = world.households;
  auto person = people.begin();
  for (const EnterpriseId id : firms.ids()) {
    for (std::int64_t i = 0; i < sizes[id.value]; ++i, ++person) {
      households.employer[*person] = id;
      ++world.staff.changes;
      households.member[*person] = firms.form[id] == Form::kCooperative ? 1 : 0;
      households.tenure[*person] = static_cast<std::uint16_t>(std::max(
          world.scenario.parameters[Parameter::kTrainingTicks], world.scenario.parameters[Parameter::kProbation]));
      ++firms.workers[id];
    }
  }
}

/// A tenth of the land is common; half the rest belongs to the enterprises as far as they need it, what is left to
/// people drawn by lot.
void share_land_out(World& world, const std::vector<HouseholdId>& people) {
  const Lots all = std::max<Lots>(8, world.scenario.households / kPeopleAParcel);
  world.commons.parcels = share_of(all, kCommonLand);
  Lots left = all - world.commons.parcels;
  Lots for_enterprises = left / 2;
  auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids()) {
    const std::int64_t crowded = std::max<std::int64_t>(0, firms.workers[id] - kYardWorkers);
    const Lots parcels = std::min(for_enterprises, crowded / kParcelWorkers);
    firms.site[id].parcels = firms.site[id].used = parcels;
    for_enterprises -= parcels;
    left -= parcels;
  }
  for (std::size_t i = 0; left > 0; i = (i + 7) % people.size(), --left)
    ++pantry_of(world, people[i]).lots[index_of(Good::kLand)];
}

void equip(World& world) {
  auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids()) {
    const Lots output = firms.workers[id] * 92;
    const Industry& industry = industry_of(firms.product[id]);
    Lots materials = 2 * industry.materials_for(output);
    for (const Task task : kAllTasks) {
      const std::int64_t tasks = share_of(output * industry.tasks(task), kMachinesAtStart);
      firms.machines[id][index_of(task)].units = tasks * units_a_lot(world.technology[index_of(task)]) / kOne;
      firms.machines[id][index_of(task)].knowledge = kKnowledgeAtStart;
      materials += 2 * materials_to_run(tasks);
    }
    firms.research[id] = {100, industry.tasks(Task::kMinds)};
    firms.wage[id] = kStartWage;
    firms.places[id] = firms.workers[id];
    firms.output_target[id] = firms.sales_average[id] = firms.sold[id] = output;
    firms.product_stock[id] = output / 2;
    firms.materials_stock[id] = materials;
    firms.input_quantity[id] = materials / 2;
    firms.input_limit[id] = share_of(start_price(Good::kMaterials), 11'500);
    post(world, Account::issuer(), id, kStartWeeksEnterprise * firms.workers[id] * kStartWage, Reason::kIssue);
    if (firms.form[id] == Form::kCooperative) firms.reserve[id] = firms.cash[id] / 2;
  }
  post(world, Account::issuer(), Account::bank(), world.households.count() * kStartWage / kStartBankDivisor,
       Reason::kIssue);
  const auto stocks = stocks_of_all(world);
  for (const Good good : kAllGoods) world.goods[index_of(good)].opening = stocks[index_of(good)];
}

/// Open enterprises, those with most people first.
std::vector<EnterpriseId> largest_first(const World& world) {
  std::vector<EnterpriseId> order;
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.open[id] != 0) order.push_back(id);
  std::stable_sort(order.begin(), order.end(), [&](EnterpriseId a, EnterpriseId b) {
    return world.enterprises.workers[a] > world.enterprises.workers[b];
  });
  return order;
}

/// The first member of this co-operative who is neither its manager nor a seat.
HouseholdId ordinary_member(const World& world, EnterpriseId id) {
  for (const HouseholdId person : world.households.ids())
    if (is_member(world, person, id) && !is_seat(world, person) && world.enterprises.head[id] != person) return person;
  return {};
}

/// Owners and members to sit down as: after the burn-in, so that they are who is there now; the members in different
/// co-operatives first.
void offer_seats(World& world) {
  const auto& firms = world.enterprises;
  const auto order = largest_first(world);
  std::uint32_t capitalists = world.scenario.capitalist_seats;
  for (const EnterpriseId id : order) {
    if (capitalists == 0 || firms.form[id] != Form::kProprietary || is_seat(world, firms.head[id])) continue;
    add_seat(world, firms.head[id], Role::kCapitalist);
    --capitalists;
  }
  std::uint32_t members = world.scenario.member_seats;
  for (bool found = true; members > 0 && found;) {
    found = false;
    for (const EnterpriseId id : order) {
      if (members == 0 || firms.form[id] != Form::kCooperative) continue;
      const HouseholdId person = ordinary_member(world, id);
      if (!person.exists()) continue;
      add_seat(world, person, Role::kMember);
      --members;
      found = true;
    }
  }
}

void open_to_players(World& world) {
  set_price_base(world);
  world.tick = 0;
  world.finished = false;
  HistoryRow last = world.history.empty() ? HistoryRow{} : world.history.back();
  last.tick = 0;
  begin_record(world, last);
  std::fill(world.enterprises.pull_ticks.values.begin(), world.enterprises.pull_ticks.values.end(), std::uint16_t{0});
  std::fill(world.enterprises.open_motions.values.begin(), world.enterprises.open_motions.values.end(),
            std::uint8_t{0});
  world.first_motion += static_cast<std::uint32_t>(world.motions.size());
  world.motions.clear();
  offer_seats(world);
  award_laurels(world);
  for (Seat& seat : world.seats) seat.livelihood_points = seat.progress_points = 0;
}

}  // namespace

World found_world(const Scenario& scenario, std::uint64_t seed) {
  World world;
  world.scenario = scenario;
  world.seed = seed;
  world.mean_pay = kStartWage;
  for (const Good good : kAllGoods) {
    world.markets[index_of(good)].good = good;
    world.markets[index_of(good)].price = world.markets[index_of(good)].slow_price = start_price(good);
  }
  for (Technology& technology : world.technology) technology.knowledge = kKnowledgeAtStart;
  add_households(world);
  auto people = shuffled_people(world);
  add_enterprises(world, people);
  give_work(world, people);
  share_land_out(world, people);
  equip(world);
  turn_statements(world);
  world.scenario.final_tick = 0;
  for (Tick t = 0; t < scenario.burn_in_ticks; ++t) close_tick(world);
  world.scenario.final_tick = scenario.final_tick;
  open_to_players(world);
  TT_ASSERT(!broken_invariant(world).has_value());
  world.last_hash = state_hash(world);
  return world;
}

}  // namespace tt::rules
