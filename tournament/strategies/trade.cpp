#include "tournament/strategies/trade.hpp"

#include <algorithm>
#include <string>

#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/land.hpp"
#include "rules/state/machines.hpp"

namespace tt::tournament {

using namespace rules;

namespace {

constexpr Lots kMostLotsAPerson = 100 * kLotsPerWorker;  ///< when machines do nearly everything
constexpr Bp kReturn = 40;                               ///< asked of a machine in a tick, beyond its wear
constexpr Bp kMachineBid = 12'000;                       ///< of the slow price
constexpr Bp kUsualMarkup = 900;
constexpr Bp kMarginKept = 500;     ///< of the price: below it nobody expands
constexpr Bp kForWhatSpoils = 700;  ///< made beyond what sells, where the dearest step spoils unsold
constexpr Bp kOfRentSaved = 8'000;  ///< bid for a parcel, of what it may save
constexpr Lots kLeastPlan = 60;
constexpr std::int64_t kFirstPeople = 4;    ///< a new enterprise starts with
constexpr std::int64_t kWeeksToFound = 12;  ///< of usual pay: their wages for three ticks
constexpr Tick kBetweenFoundings = 13;
constexpr Tick kTooLateToFound = 15;         ///< ticks before the end in which a new one no longer pays
constexpr std::int64_t kSafeToHire = 8'000;  ///< weeks of wages in the till, in bp
constexpr Bp kShortestWeek = 8'500;          ///< rather than dismiss

}  // namespace

Trade::Trade(const PublicView& world, const EnterpriseRow& row, const Books& books, Memory& memory)
    : world_(world),
      row_(row),
      books_(books),
      price_(world.markets[index_of(row.product)].price),
      materials_price_(world.markets[index_of(Good::kMaterials)].price),
      lots_per_person_(row.workers > 0 ? std::clamp<Lots>(books.capacity / row.workers, 40, kMostLotsAPerson)
                                       : kLotsPerWorker),
      memory_(memory) {
  take_in();
}

Mils Trade::worth_of_one() const {
  return lots_per_person_ * (price_ - materials_price_ * books_.materials_per_100_lots / 100);
}

std::int64_t Trade::weeks_of_wages() const {
  return mul_div(cash(), kOne, std::max<Mils>(1, people() * wage()));
}

/// Once a tick, however often the enterprise is looked at.
void Trade::take_in() const {
  if (memory_.seen == world_.world.tick && memory_.sales > 0) return;
  memory_.sales = memory_.sales == 0 ? row_.sold : memory_.sales + (row_.sold - memory_.sales) / 6;
  memory_.seen = world_.world.tick;
  const std::int64_t glut = mul_div(overstock(), kOne, usual_sales());
  const std::int64_t moved = memory_.markup - std::clamp<std::int64_t>(glut / 60, -40, 60);
  memory_.markup = static_cast<Bp>(std::clamp<std::int64_t>(moved - (moved - kUsualMarkup) / 32, -3'500, 2'500));
}

Lots Trade::usual_sales() const {
  return std::max<Lots>(kLeastPlan, memory_.sales);
}

Lots Trade::overstock() const {
  return books_.product_stock - usual_sales() / (industry_of(row_.product).perishes() ? 8 : 2);
}

Mils Trade::unit_cost() const {
  const Mils materials = materials_price_ * books_.materials_per_100_lots / 100;
  return std::max<Mils>(1, wage() / lots_per_person_ + materials + books_.upkeep / std::max<Lots>(1, row_.output));
}

Lots Trade::plan(Bp growth) const {
  const Lots sales = usual_sales();
  const Lots sold_out = std::max(sales, std::min(row_.output, books_.output_target));
  const Lots from = overstock() <= 0 ? sold_out : sales;
  const Lots base = industry_of(row_.product).perishes() ? part(sales, kOne + kForWhatSpoils) : from;
  const std::int64_t earned = mul_div(price_ - unit_cost(), kOne, std::max<Mils>(1, price_)) - kMarginKept;
  const Lots more = part(from, std::clamp<std::int64_t>(earned / 10, -80, growth));
  const Lots wanted = base + more - std::clamp<Lots>(overstock() / 10, -sales / 20, sales / 10);
  const Lots before = books_.output_target;
  return std::clamp<Lots>(std::clamp(wanted, before - before / 40 - 1, before + part(before, growth) + 1), kLeastPlan,
                          kMaxQuantity);
}

SetProduction Trade::production(Bp growth) const {
  const Lots able = people() * lots_per_person_;
  // Hands that are paid anyway make a little more than planned, unless the store is full.
  const Lots spare = overstock() < usual_sales() / 4 ? std::clamp<Lots>(able - plan(growth), 0, lots_per_person_) : 0;
  const Mils ask = unit_cost() + part(unit_cost(), memory_.markup);
  return {id(), std::clamp<Mils>(ask, 1, kMaxPrice), std::min<Lots>(plan(growth) + spare, kMaxQuantity)};
}

std::int64_t Trade::people_needed(Bp growth) const {
  return std::max<std::int64_t>(1, (plan(growth) + lots_per_person_ / 2) / lots_per_person_);
}

OrderInputs Trade::inputs() const {
  if (row_.product == Good::kMaterials) return {id(), 0, 0};
  const Lots a_tick = books_.capacity * books_.materials_per_100_lots / 100 + books_.materials_to_run;
  const Lots wanted = 2 * a_tick - books_.materials_stock;
  return {id(), std::clamp<Lots>(wanted, 0, kMaxQuantity),
          std::clamp<Mils>(part(materials_price_, 11'500), 1, kMaxPrice)};
}

OrderMachines Trade::machines(Task task, Bp of_spare) const {
  const std::size_t t = index_of(task);
  const MachinesRow& row = books_.machines[t];
  const std::int64_t units_a_lot = world_.world.technology[t].units_a_lot;
  const Mils price = std::max<Mils>(1, world_.markets[index_of(machine_for(task))].slow_price);
  const Mils a_lots_tasks = part(units_a_lot * price, kWear + kReturn) + materials_price_ * kRunningMaterials / 100;
  const Lots full = part(part(books_.capacity * units_a_lot, industry_of(row_.product).tasks(task)), row.reach);
  const Mils spare = std::max<Mils>(0, cash() - 2 * people() * wage());
  Mils budget = part(spare, of_spare);
  if (row_.form == Form::kCooperative) budget = std::min(budget, part(cash(), books_.mandate.machines) / 2);
  const Mils limit = std::clamp<Mils>(part(price, kMachineBid), 1, kMaxPrice);
  const bool pays = a_lots_tasks < wage() / kLotsPerWorker;
  const Lots wanted = pays ? std::min({full - row.units, budget / limit, kMaxQuantity}) : 0;
  return {id(), task, std::max<Lots>(0, wanted), limit};
}

UseLand Trade::land() const {
  const SiteRow& site = books_.site;
  const std::int64_t crowded = std::max<std::int64_t>(0, people() - kYardWorkers);
  const Lots lacking = std::max<Lots>(0, (crowded + kParcelWorkers - 1) / kParcelWorkers - site.parcels - site.common);
  // Who has no room does half as much: a parcel may save half of what six people bring in, at most.
  const Mils limit = lacking > 0 ? part(kParcelWorkers * worth_of_one() / 2, kOfRentSaved) : 0;
  return {id(), lacking, std::clamp<Mils>(limit, 0, kMaxPrice), true};
}

void Trade::equip(std::vector<Action>& actions, Bp for_machines) const {
  actions.emplace_back(inputs());
  const UseLand wanted_land = land();
  if (wanted_land.rented != books_.site.wanted || !books_.site.uses_commons) actions.emplace_back(wanted_land);
  for (const Task task : kAllTasks) {
    const OrderMachines wanted = machines(task, for_machines);
    if (wanted.quantity > 0 || books_.machines[index_of(task)].order > 0) actions.emplace_back(wanted);
  }
}

std::int64_t Trade::staffing(Bp hiring, Bp growth) const {
  if (people() < kFirstPeople && row_.form == Form::kProprietary) return kFirstPeople;
  const std::int64_t needed = people_needed(growth);
  if (needed > people() && weeks_of_wages() >= kSafeToHire)
    return people() + std::min(needed - people(), 1 + part(people(), hiring));
  const std::int64_t kept = mul_div(needed, kOne, kShortestWeek);
  return kept < people() ? people() - std::min(people() - kept, std::max<std::int64_t>(1, people() / 20)) : people();
}

void Trade::settle(std::vector<Action>& actions) const {
  if (row_.dispute != Dispute::kDemand && row_.dispute != Dispute::kStrike) return;
  const Answer answer = row_.demanded <= worth_of_one() ? Answer::kConcede : Answer::kHoldOut;
  if (books_.answer != answer) actions.emplace_back(AnswerDemand{id(), answer});
}

void Trade::look_ahead(Bp share, std::vector<Action>& actions) const {
  const Research wanted{share, industry_of(row_.product).tasks(Task::kMinds)};
  if (books_.research != wanted) actions.emplace_back(SetResearch{id(), wanted});
}

OfferWork Trade::work(Mils wage, std::int64_t places) const {
  // An agreement with the union is kept.
  return {id(), std::clamp<Mils>(std::max(wage, books_.agreed_wage), 1, kMaxWage),
          static_cast<std::uint32_t>(std::clamp<std::int64_t>(places, 1, kWorkersPerEnterprise))};
}

Mils Trade::careful_wage(Bp of_usual) const {
  const Mils aim = std::min(part(usual_pay(world_), of_usual), part(worth_of_one(), 9'500));
  return wage() + (aim - wage()) / 10;
}

void Trade::run(const OwnersWay& way, Mils wage, std::vector<Action>& actions) const {
  actions.emplace_back(production());
  equip(actions, way.on_machines);
  look_ahead(way.research, actions);
  settle(actions);
  actions.emplace_back(work(wage, staffing(way.hiring)));
  const Mils kept = way.weeks_kept * std::max<std::int64_t>(2, people()) * this->wage();
  if (cash() > kept && may_pay_out()) actions.emplace_back(DeclareDividend{id(), (cash() - kept) / 3});
}

std::vector<Trade> Desk::headed_by(const PublicView& world, const PrivateView& mine) {
  std::vector<Trade> headed;
  for (const Books& books : mine.books) {
    const auto row = std::find_if(world.enterprises.begin(), world.enterprises.end(),
                                  [&](const EnterpriseRow& r) { return r.enterprise == books.enterprise; });
    // An enterprise founded this very tick is not published yet.
    if (books.may_manage && row != world.enterprises.end() && row->open)
      headed.emplace_back(world, *row, books, memories_[books.enterprise]);
  }
  return headed;
}

void Desk::found_another(const PublicView& world, const PrivateView& mine, std::size_t most,
                         std::vector<Action>& actions) {
  const Mils capital = std::max(world.world.min_capital, kWeeksToFound * usual_pay(world));
  const Tick now = world.world.tick;
  if (mine.cash < capital || mine.books.size() >= most) return;
  if (now < founded_last_ + kBetweenFoundings || now + kTooLateToFound > world.world.final_tick) return;
  founded_last_ = now;
  // Person and tick make the name unique.
  const std::string name = "Branch " + std::to_string(mine.household.value) + "-" + std::to_string(now);
  actions.emplace_back(FoundEnterprise{name, Form::kProprietary, best_trade(world), capital});
}

Good best_trade(const PublicView& world) {
  const Mils materials = world.markets[index_of(Good::kMaterials)].price;
  Good best = Good::kProvisions;
  Mils most = 0;
  for (const Industry& industry : kIndustries) {
    const Mils added = world.markets[index_of(industry.product)].price - industry.materials_for(materials);
    if (!industry.is_made() || added <= most) continue;
    best = industry.product;
    most = added;
  }
  return best;
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

void seek_pay(const PublicView& world, const PrivateView& mine, Bp worth, std::vector<Action>& actions) {
  Mils best_pay = 0;
  for (const EnterpriseRow& row : world.enterprises)
    if (row.enterprise == mine.employer && row.open) best_pay = part(row.expected_pay, worth);
  EnterpriseId best;
  for (const EnterpriseRow& row : world.enterprises) {
    if (!row.open || row.places <= row.workers || row.enterprise == mine.employer) continue;
    if (row.expected_pay <= best_pay) continue;
    best_pay = row.expected_pay;
    best = row.enterprise;
  }
  if (best.exists()) actions.emplace_back(ApplyForWork{best});
}

void spend(const PrivateView& mine, Bp share, std::vector<Action>& actions) {
  if (mine.spending != share) actions.emplace_back(SetSpending{share});
}

}  // namespace tt::tournament
