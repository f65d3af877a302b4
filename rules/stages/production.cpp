// People, machines and materials become goods; machines wear.
#include <algorithm>
#include <vector>

#include "rules/stages/stages.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

/// Whether there are materials for all machines to run on; if not, what lacks them stands still, both kinds alike.
/// Makers of materials run theirs on what they make.
bool fuel(Means& means, Lots materials, Lots lots) {
  const std::int64_t tasks = by_machines(means, Task::kHands, lots) + by_machines(means, Task::kMinds, lots);
  const std::int64_t fuelled = materials * (100 * kOne / kRunningMaterials);
  if (fuelled >= tasks) return true;
  for (std::int64_t& power : means.machines) power = mul_div(power, fuelled, tasks);
  return false;
}

void make(World& world, EnterpriseId id, const Workforce& people) {
  auto& firms = world.enterprises;
  Means means = means_of(world, id, people);
  const Good good = firms.product[id];
  const auto planned = [&] { return std::min(firms.output_target[id], capacity_of(means)); };
  Lots wanted = planned();
  if (good != Good::kMaterials && !fuel(means, firms.materials_stock[id], wanted)) wanted = std::min(wanted, planned());
  const auto tasks = [&](Lots lots, Task task) { return by_machines(means, task, lots); };
  const Lots to_run = materials_to_run(tasks(wanted, Task::kHands) + tasks(wanted, Task::kMinds));
  Lots& fuel_stock = good == Good::kMaterials ? firms.product_stock[id] : firms.materials_stock[id];
  const Lots left = std::max<Lots>(0, firms.materials_stock[id] - to_run);
  const Lots per_100 = industry_of(good).materials_per_100;
  const Lots properly = per_100 > 0 ? std::min(wanted, left * 100 / per_100) : wanted;
  const Lots made = properly + share_of(wanted - properly, kMakeDo);
  // A started hundredth of materials is used up whole: rounding never makes goods from nothing.
  const Lots used = (properly * per_100 + 99) / 100 + to_run;
  for (const Task task : kAllTasks) firms.machines[id][index_of(task)].done = tasks(properly, task);
  firms.output[id] = made;
  firms.product_stock[id] += made;
  world.goods[index_of(good)].produced += made;
  const Lots taken = std::min(used, fuel_stock);
  fuel_stock -= taken;
  world.goods[index_of(Good::kMaterials)].used += taken;
}

/// What falls short of a unit is carried on, so that small parks wear like large ones.
void wear(World& world, EnterpriseId id) {
  for (const Task task : kAllTasks) {
    Machines& machines = world.enterprises.machines[id][index_of(task)];
    const std::int64_t worn = machines.worn + machines.units * kWear;
    const Lots gone = std::min(machines.units, worn / kOne);
    machines.worn = static_cast<Bp>(worn % kOne);
    machines.units -= gone;
    world.goods[index_of(machine_for(task))].perished += gone;
  }
}

}  // namespace

void produce(World& world) {
  const std::vector<Workforce> people = workforce_of_all(world, Training::kAsItIs);
  std::int64_t all = 0;
  std::int64_t done = 0;
  for (const EnterpriseId id : world.enterprises.ids()) {
    make(world, id, people[id.value]);
    all += tasks_of(world.enterprises.output[id]);
    for (const Machines& machines : world.enterprises.machines[id]) done += machines.done;
    wear(world, id);
  }
  world.technotariat = all > 0 ? static_cast<Bp>(mul_div(done, kOne, all)) : 0;
}

}  // namespace tt::rules
