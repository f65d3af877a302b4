// The end of a tick: what spoils, what is announced, the figures of the tick and the laurels.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/ending.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/inequality.hpp"
#include "rules/state/laurels.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/price_index.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

constexpr std::int64_t kTicksOfCashToWarn = 2;

void let_perish(World& world) {
  auto& firms = world.enterprises;
  const auto perish = [&](Lots& stock, Good good) {
    const Lots lost = share_of(stock, industry_of(good).perishing);
    stock -= lost;
    world.goods[index_of(good)].perished += lost;
  };
  for (const EnterpriseId id : firms.ids()) perish(firms.product_stock[id], firms.product[id]);
  for (Pantry& pantry : world.pantries)
    for (const Good good : kAllGoods) perish(pantry.lots[index_of(good)], good);
}

/// Two ticks ahead of unpaid wages: cash that lasts no longer at the tick's rate of loss.
void warn_of_low_cash(World& world) {
  const auto& firms = world.enterprises;
  for (const EnterpriseId id : firms.ids()) {
    const Mils loss = firms.opening_cash[id] - firms.cash[id];
    if (firms.open[id] == 0 || loss <= 0) continue;
    const Mils lasts = firms.cash[id] / loss;
    if (lasts <= kTicksOfCashToWarn)
      note(world, {.tick = world.running(), .kind = EventKind::kCashLow, .enterprise = id, .value = lasts});
  }
}

struct Pay {
  Mils sum = 0;
  Mils people = 0;
  [[nodiscard]] Mils mean() const { return people > 0 ? sum / people : 0; }
};

/// The tenth, the median and the ninth tenth.
constexpr std::array<Bp, 3> kPayMarks{1'000, 5'000, 9'000};

/// What everybody was paid in the tick, and what those at work were paid for it.
void record_incomes(const World& world, HistoryRow& row) {
  const auto& people = world.households;
  std::vector<Mils> net, gross;
  net.reserve(people.count());
  gross.reserve(people.count());
  for (const HouseholdId id : people.ids()) {
    net.push_back(net_income(people, id));
    if (people.employer[id].exists()) gross.push_back(people.last_base[id] + people.last_share[id]);
  }
  const std::vector<Mils> incomes = ranked(std::move(net));
  row.income_gini = gini(incomes);
  row.income_curve = lorenz(incomes);
  const std::vector<Mils> pay = ranked(std::move(gross));
  for (std::size_t i = 0; i < kPayMarks.size(); ++i) row.pay[i] = quantile(pay, kPayMarks[i]);
}

void record(World& world) {
  auto& people = world.households;
  Pay proprietary, cooperative;
  std::int64_t seeking = 0;
  std::int64_t holders = 0;
  std::uint32_t struck = 0;
  for (const HouseholdId id : people.ids()) {
    if (!people.employer[id].exists()) {
      seeking += people.owner[id] == 0 ? 1 : 0;
      continue;
    }
    Pay& pay = people.member[id] != 0 ? cooperative : proprietary;
    pay.sum += people.last_base[id] + people.last_share[id];
    ++pay.people;
    if (people.member[id] == 0) holders += people.union_card[id];
    if (world.enterprises.dispute[people.employer[id]] == Dispute::kStrike) ++struck;
  }
  const Mils at_work = proprietary.people + cooperative.people;
  if (at_work > 0) world.mean_pay = std::max<Mils>(1, (proprietary.sum + cooperative.sum) / at_work);
  world.unemployment = static_cast<Bp>(mul_div(seeking, kOne, std::max<std::int64_t>(1, at_work + seeking)));

  HistoryRow row;
  row.tick = world.running();
  Mils final_sales = 0;
  for (const Market& market : world.markets) {
    row.price[index_of(market.good)] = market.price;
    row.volume[index_of(market.good)] = market.volume;
    if (industry_of(market.good).bought_by_households) final_sales += market.price * market.volume;
  }
  row.employed = static_cast<std::uint32_t>(at_work);
  row.proprietary_pay = proprietary.mean();
  row.cooperative_pay = cooperative.mean();
  row.cooperative_labour = static_cast<Bp>(mul_div(cooperative.people, kOne, std::max<Mils>(1, at_work)));
  const std::vector<Mils> wealth = ranked(wealth_of_all(world));
  row.wealth_gini = gini(wealth);
  row.wealth_curve = lorenz(wealth);
  row.technotariat = world.technotariat;
  row.rent = world.rents.price;
  row.velocity = static_cast<Bp>(mul_div(final_sales, kOne, std::max<Mils>(1, world.money())));
  row.unionised = static_cast<Bp>(mul_div(holders, kOne, std::max<Mils>(1, proprietary.people)));
  row.on_strike = struck;
  row.price_index = price_index(world);
  row.money = world.money();
  row.unemployed = world.unemployment;
  record_incomes(world, row);
  enter(world, row);
}

/// Goods are counted afresh from here; what there is must be what there was and what became of it.
void turn_goods(World& world) {
  std::array<Lots, kGoods> stocks = stocks_of_all(world);
  for (const Good good : kAllGoods) {
    GoodsFlow& flow = world.goods[index_of(good)];
    TT_ASSERT(flow.opening + flow.produced - flow.used - flow.consumed - flow.perished == stocks[index_of(good)]);
    flow = {.opening = stocks[index_of(good)]};
  }
}

/// Announced two ticks ahead; a world without an end goes on.
void watch_for_technostism(World& world) {
  std::uint32_t& ticks = world.technostism_ticks;
  ticks = world.technotariat >= kTechnostismShare ? ticks + 1 : 0;
  if (ticks + 2 == kTechnostismTicks)
    note(world, {.tick = world.running(), .kind = EventKind::kTechnostismNear, .value = 2});
  if (ticks == kTechnostismTicks)
    note(world, {.tick = world.running(), .kind = EventKind::kTechnostism, .value = world.technotariat});
}

void tell_the_end(World& world) {
  const bool last = world.running() >= last_tick(world) || world.technostism_ticks >= kTechnostismTicks;
  if (world.scenario.final_tick == 0 || !last || world.seats.empty()) return;
  const auto first = std::max_element(world.seats.begin(), world.seats.end(),
                                      [](const Seat& a, const Seat& b) { return a.standing < b.standing; });
  note(world, {.tick = world.running(),
               .kind = EventKind::kWorldFinished,
               .subject = first->household,
               .value = first->standing});
}

}  // namespace

void take_stock(World& world) {
  let_perish(world);
  warn_of_low_cash(world);
  record(world);
  turn_goods(world);
  award_laurels(world);
  watch_for_technostism(world);
  tell_the_end(world);
}

}  // namespace tt::rules
