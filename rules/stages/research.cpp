// What is found out, what becomes known to all, and the machines that come of it.
#include <algorithm>
#include <vector>

#include "rules/stages/stages.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"

namespace tt::rules {
namespace {

constexpr Bp kMostHelp = 8'000;     ///< engines leave at least a fifth of research to people
constexpr std::int64_t kAhead = 3;  ///< ticks before it comes, at the present pace, that a generation is announced

/// Research is work of the mind: engines that do most of an enterprise's minds tasks do most of it too, so that each
/// researcher finds the more.
std::int64_t points_of(const World& world, EnterpriseId id, std::int64_t minds) {
  const auto& firms = world.enterprises;
  if (firms.research[id].share == 0) return 0;
  const std::int64_t tasks = firms.output[id] * industry_of(firms.product[id]).tasks(Task::kMinds);
  const std::int64_t helped =
      tasks > 0
          ? std::min<std::int64_t>(kMostHelp, mul_div(firms.machines[id][index_of(Task::kMinds)].done, kOne, tasks))
          : 0;
  return mul_div(share_of(minds, firms.research[id].share), kOne, kOne - helped);
}

void find_out(World& world, EnterpriseId id, std::int64_t points) {
  auto& machines = world.enterprises.machines[id];
  const std::int64_t for_minds = share_of(points, world.enterprises.research[id].minds);
  const std::array<std::int64_t, kTasks> found{points - for_minds, for_minds};
  for (const Task task : kAllTasks) {
    const std::size_t t = index_of(task);
    // Nobody starts from less than all the world knows.
    machines[t].knowledge = std::max(machines[t].knowledge, world.technology[t].knowledge) + found[t];
  }
}

/// What is in use and in store does the same work as before, which fewer units of the new generation would do.
void count_in_new_units(World& world, Good good, std::int64_t before, std::int64_t now) {
  GoodsFlow& flow = world.goods[index_of(good)];
  const auto recount = [&](Lots& units) {
    const Lots left = mul_div(units, now, before);
    flow.perished += units - left;
    units = left;
  };
  auto& firms = world.enterprises;
  const std::size_t task = good == machine_for(Task::kHands) ? index_of(Task::kHands) : index_of(Task::kMinds);
  for (const EnterpriseId id : firms.ids()) {
    recount(firms.machines[id][task].units);
    if (firms.product[id] == good) recount(firms.product_stock[id]);
  }
  recount(world.maker.stock[index_of(good)]);
  for (Pantry& pantry : world.pantries) recount(pantry.lots[index_of(good)]);
}

/// A part of the leader's lead becomes known to all; enough of it, and a new generation of machines is made.
void spread(World& world, Task task) {
  const std::size_t t = index_of(task);
  Technology& technology = world.technology[t];
  std::int64_t frontier = technology.knowledge;
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.open[id] != 0) frontier = std::max(frontier, world.enterprises.machines[id][t].knowledge);
  const std::int64_t learnt =
      share_of(frontier - technology.knowledge, world.scenario.parameters[Parameter::kSpillover]);
  technology.knowledge += learnt;
  const auto next = static_cast<std::uint8_t>(technology.generation + 1);
  if (next >= kGenerations.size()) return;
  const Event event{.tick = world.running(), .good = machine_for(task), .value = next};
  const auto told = [&](EventKind kind) {
    Event e = event;
    e.kind = kind;
    note(world, e);
  };
  const std::int64_t missing = kGenerations[next].knowledge - technology.knowledge;
  if (missing <= 0) {
    count_in_new_units(world, machine_for(task), kGenerations[technology.generation].units, kGenerations[next].units);
    technology.generation = next;
    told(EventKind::kNewGeneration);
  } else if (missing <= kAhead * learnt && technology.announced < next) {
    technology.announced = next;
    told(EventKind::kGenerationAhead);
  }
}

}  // namespace

void advance_research(World& world) {
  const std::vector<std::int64_t> minds = minds_of_all(world);
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.open[id] != 0) find_out(world, id, points_of(world, id, minds[id.value]));
  for (const Task task : kAllTasks) spread(world, task);
}

}  // namespace tt::rules
