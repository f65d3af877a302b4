#include "rules/simulated/automation.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr Bp kReturn = 40;             ///< asked of a machine in a tick beyond its wear: pays back in about five years
constexpr Bp kOverSlowPrice = 12'500;  ///< about the most that is bid: more would chase prices up
constexpr std::int64_t kBidSpread = 1'000;
constexpr std::int64_t kWeeksKept = 2;  ///< of pay that money for machines is not taken from
constexpr Bp kOfSpare = 2'500;          ///< of the cash above that in one tick
constexpr Bp kLeastStep = 5;            ///< of full use, added in a tick
constexpr Bp kMostStep = 100;
constexpr Bp kPartOfBudget = 5'000;  ///< each kind of machine may bind
constexpr Bp kUsualWageShare = 6'500;
constexpr Bp kMostByOwners = 800;  ///< research share
constexpr Tick kResearchRhythm = 13;

class Automation {
 public:
  Automation(World& world, EnterpriseId id, Lots plan)
      : world_(world), firms_(world.enterprises), id_(id), head_(firms_.head[id]), plan_(plan) {}

  void run() {
    for (const Task task : kAllTasks) order(task);
    if ((world_.clock + id_.value) % kResearchRhythm == 0) set_research();
  }

 private:
  World& world_;
  Enterprises& firms_;
  EnterpriseId id_;
  HouseholdId head_;
  Lots plan_;

  void act(const Action& action) { static_cast<void>(act_at_close(world_, head_, action)); }
  [[nodiscard]] bool owned() const { return firms_.form[id_] == Form::kProprietary; }
  [[nodiscard]] Mils pay() const { return owned() ? firms_.wage[id_] : expected_pay(world_, id_); }
  [[nodiscard]] Mils slow_price(Task task) const { return world_.markets[index_of(machine_for(task))].slow_price; }

  /// What people's work on all of one lot's tasks costs.
  [[nodiscard]] Mils by_people() const { return pay() / kLotsPerWorker; }
  /// What machines' work on the same costs: wear, the return asked for, materials to run on.
  [[nodiscard]] Mils by_machine(Task task) const {
    const Mils machines = units_a_lot(world_.technology[index_of(task)]) * slow_price(task);
    return share_of(machines, kWear + kReturn) +
           world_.markets[index_of(Good::kMaterials)].price * kRunningMaterials / 100;
  }

  /// What a unit may cost at most so that it saves what it costs.
  [[nodiscard]] Mils worth_at_most(Task task) const {
    const Mils saved = by_people() - world_.markets[index_of(Good::kMaterials)].price * kRunningMaterials / 100;
    return mul_div(std::max<Mils>(0, saved), kOne, units_a_lot(world_.technology[index_of(task)]) * (kWear + kReturn));
  }

  /// A little over the slow price; where nothing was sold, up to the quoted price, which goes towards what is asked.
  [[nodiscard]] Mils limit_for(Task task) const {
    const auto temper =
        world_.dice().below(2 * kBidSpread + 1, Stream::kManagerTemper, id_.value, 2 + index_of(task)) - kBidSpread;
    const Mils usual = share_of(slow_price(task), kOverSlowPrice + temper);
    const Market& market = world_.markets[index_of(machine_for(task))];
    const Mils quoted = market.volume > 0 ? 0 : std::min(share_of(market.price, kOne + temper), worth_at_most(task));
    return std::clamp<Mils>(std::max(usual, quoted), 1, kMaxPrice);
  }

  [[nodiscard]] Mils budget() const {
    const Mils spare = firms_.cash[id_] - kWeeksKept * firms_.workers[id_] * firms_.wage[id_];
    Mils most = share_of(std::max<Mils>(0, spare), kOfSpare);
    if (!owned()) most = std::min(most, share_of(firms_.cash[id_], firms_.mandate[id_].machines));
    return share_of(most, kPartOfBudget);
  }

  void order(Task task) {
    const std::size_t t = index_of(task);
    const Mils people = std::max<Mils>(1, by_people());
    const std::int64_t gain = mul_div(people - by_machine(task), kOne, people);
    const std::int64_t a_lot = units_a_lot(world_.technology[t]);
    const std::int64_t full = share_of(plan_ * a_lot, industry_of(firms_.product[id_]).tasks(task));
    const Lots units = firms_.machines[id_][t].units;
    Lots wanted = 0;
    if (gain > 0) {
      const Lots worn = share_of(units, kWear) + 1;
      const Lots step = share_of(full, std::clamp<std::int64_t>(gain / 50, kLeastStep, kMostStep)) + 1;
      wanted = std::min(share_of(full, reach_of(world_, id_, task)) + worn - units, step + worn);
    }
    const Mils limit = limit_for(task);
    const Lots quantity = std::clamp<Lots>(wanted, 0, std::min(kMaxQuantity, budget() / limit));
    act(OrderMachines{id_, task, quantity, limit});
  }

  /// The larger the part of the revenue that goes into pay, and the more people leave, the more there is to find out.
  [[nodiscard]] std::int64_t owners_share() const {
    const Mils wages = firms_.wage[id_] * firms_.workers[id_];
    const std::int64_t wage_share =
        std::min<std::int64_t>(kOne, mul_div(wages, kOne, std::max<Mils>(1, firms_.revenue[id_])));
    const std::int64_t quits = mul_div(firms_.quit[id_], kOne, std::max<std::uint32_t>(1, firms_.workers[id_]));
    const std::int64_t dear = mul_div(wage_share * wage_share, 100, std::int64_t{kUsualWageShare} * kUsualWageShare);
    return std::clamp<std::int64_t>(dear + quits / 2, 0, kMostByOwners);
  }
  [[nodiscard]] std::int64_t members_share() const {
    const Mils usual = std::max<Mils>(1, world_.mean_pay);
    return std::clamp<std::int64_t>(250 + mul_div(expected_pay(world_, id_) - usual, 667, usual), 40, 600);
  }

  void set_research() {
    const auto share = static_cast<Bp>(owned() ? owners_share() : members_share());
    const Research research{share, industry_of(firms_.product[id_]).tasks(Task::kMinds)};
    if (owned())
      act(SetResearch{id_, research});
    else if (std::abs(share - firms_.research[id_].share) > 50)
      act(ProposeMotion{id_, ChangeResearch{research}});
  }
};

/// One kind of task in one enterprise, as somebody looks at it who has money for machines.
struct Opportunity {
  std::int64_t yield = 0;  ///< bp a tick of what the machines cost, wear off
  Mils cost = 0;           ///< of all that could be handed over
};

Opportunity opportunity(const World& world, EnterpriseId id, Task task) {
  const auto& firms = world.enterprises;
  const std::int64_t a_lot = units_a_lot(world.technology[index_of(task)]);
  const Mils price = world.markets[index_of(machine_for(task))].slow_price;
  const Bp part = industry_of(firms.product[id]).tasks(task);
  const std::int64_t full = share_of(firms.output_target[id] * a_lot, part);
  const Lots more = share_of(full, reach_of(world, id, task)) - firms.machines[id][index_of(task)].units;
  const Mils running = world.markets[index_of(Good::kMaterials)].price * kRunningMaterials / 100;
  const Mils saved = expected_pay(world, id) / kLotsPerWorker - running;
  if (more <= 0 || saved <= 0) return {};
  return {mul_div(saved, kOne, std::max<Mils>(1, a_lot * price)) - kWear, more * price};
}

}  // namespace

std::int64_t machines_yield(const World& world, EnterpriseId enterprise) {
  if (world.scenario.parameters[Parameter::kMachines] == 0) return 0;
  std::int64_t most = 0;
  for (const Task task : kAllTasks) most = std::max(most, opportunity(world, enterprise, task).yield);
  return most;
}

Mils machines_wanted(const World& world, EnterpriseId enterprise) {
  if (world.scenario.parameters[Parameter::kMachines] == 0) return 0;
  Mils sum = 0;
  for (const Task task : kAllTasks)
    if (const Opportunity o = opportunity(world, enterprise, task); o.yield > 0) sum += o.cost;
  return sum;
}

void plan_machines(World& world, EnterpriseId enterprise, Lots plan) {
  Automation(world, enterprise, plan).run();
}

}  // namespace tt::rules
