#include "tournament/strategies/trade.hpp"

#include <algorithm>

#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/machines.hpp"

namespace tt::tournament {

using namespace rules;

namespace {

constexpr Lots kMostLotsAPerson = 100 * kLotsPerWorker;  ///< when machines do nearly everything
constexpr Bp kReturn = 40;                               ///< asked of a machine in a tick, beyond its wear
constexpr Bp kForMachines = 2'000;  ///< of the cash beyond two weeks' wages, for each kind in a tick
constexpr Bp kMachineBid = 12'000;  ///< of the slow price

}  // namespace

Trade::Trade(const PublicView& world, const EnterpriseRow& row, const Books& books)
    : world_(world),
      row_(row),
      books_(books),
      price_(world.markets[index_of(row.product)].price),
      materials_price_(world.markets[index_of(Good::kMaterials)].price),
      lots_per_person_(row.workers > 0 ? std::clamp<Lots>(books.capacity / row.workers, 40, kMostLotsAPerson)
                                       : kLotsPerWorker) {}

Mils Trade::worth_of_one_more() const {
  const Mils worth = lots_per_person_ * (price_ - materials_price_ * books_.materials_per_100_lots / 100);
  return people() < books_.site.room ? worth : worth / 2;
}

std::int64_t Trade::margin() const {
  return mul_div(worth_of_one_more() - wage(), kOne, std::max<Mils>(1, wage()));
}

std::int64_t Trade::glut() const {
  return mul_div(books_.product_stock, kOne, std::max<Lots>(1, row_.output));
}

std::int64_t Trade::weeks_of_wages() const {
  return mul_div(cash(), kOne, std::max<Mils>(1, people() * wage()));
}

SetProduction Trade::production(Bp ask) const {
  const Mils asked = part(price_, std::max<std::int64_t>(6'500, ask - std::min<std::int64_t>(glut(), 8'000) / 8));
  // Places filled this tick work this tick: aim a little above what the present people can make.
  const Lots able = books_.capacity + 4 * lots_per_person_;
  const Lots target = able - std::max<Lots>(0, books_.product_stock - row_.sold / 2);
  return {id(), std::clamp<Mils>(asked, 1, kMaxPrice), std::clamp<Lots>(target, 0, kMaxQuantity)};
}

OrderInputs Trade::inputs() const {
  if (row_.product == Good::kMaterials) return {id(), 0, 0};
  const Lots a_tick = books_.capacity * books_.materials_per_100_lots / 100 + books_.materials_to_run;
  const Lots wanted = 2 * a_tick - books_.materials_stock;
  return {id(), std::clamp<Lots>(wanted, 0, kMaxQuantity),
          std::clamp<Mils>(part(materials_price_, 11'500), 1, kMaxPrice)};
}

OrderMachines Trade::machines(Task task) const {
  const std::size_t t = index_of(task);
  const MachinesRow& row = books_.machines[t];
  const std::int64_t units_a_lot = world_.world.technology[t].units_a_lot;
  const Mils price = std::max<Mils>(1, world_.markets[index_of(machine_for(task))].slow_price);
  const Mils a_lots_tasks = part(units_a_lot * price, kWear + kReturn) + materials_price_ * kRunningMaterials / 100;
  const Lots full = part(part(books_.capacity * units_a_lot, industry_of(row_.product).tasks(task)), row.reach);
  const Mils spare = std::max<Mils>(0, cash() - 2 * people() * wage());
  Mils budget = part(spare, kForMachines);
  if (row_.form == Form::kCooperative) budget = std::min(budget, part(cash(), books_.mandate.machines) / 2);
  const Mils limit = std::clamp<Mils>(part(price, kMachineBid), 1, kMaxPrice);
  const bool pays = a_lots_tasks < wage() / kLotsPerWorker;
  const Lots wanted = pays ? std::min({full - row.units, budget / limit, kMaxQuantity}) : 0;
  return {id(), task, std::max<Lots>(0, wanted), limit};
}

void Trade::equip(std::vector<Action>& actions) const {
  actions.emplace_back(inputs());
  for (const Task task : kAllTasks) {
    const OrderMachines wanted = machines(task);
    if (wanted.quantity > 0 || books_.machines[index_of(task)].order > 0) actions.emplace_back(wanted);
  }
}

OfferWork Trade::work(Mils wage, std::int64_t places) const {
  // An agreement with the union is kept.
  return {id(), std::clamp<Mils>(std::max(wage, books_.agreed_wage), 1, kMaxWage),
          static_cast<std::uint32_t>(std::clamp<std::int64_t>(places, 1, kWorkersPerEnterprise))};
}

std::vector<Trade> headed_by(const PublicView& world, const PrivateView& mine) {
  std::vector<Trade> headed;
  for (const Books& books : mine.books) {
    const auto row = std::find_if(world.enterprises.begin(), world.enterprises.end(),
                                  [&](const EnterpriseRow& r) { return r.enterprise == books.enterprise; });
    // An enterprise founded this very tick is not published yet.
    if (books.may_manage && row != world.enterprises.end() && row->open) headed.emplace_back(world, *row, books);
  }
  return headed;
}

Mils usual_pay(const PublicView& world) {
  Mils sum = 0;
  std::int64_t people = 0;
  for (const EnterpriseRow& row : world.enterprises) {
    sum += row.expected_pay * row.workers;
    people += row.workers;
  }
  return people > 0 ? sum / people : world.world.benefit;
}

void spend(const PrivateView& mine, Bp share, std::vector<Action>& actions) {
  if (mine.spending != share) actions.emplace_back(SetSpending{share});
}

}  // namespace tt::tournament
