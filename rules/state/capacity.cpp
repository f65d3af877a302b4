#include "rules/state/capacity.hpp"

#include <algorithm>

#include "rules/state/constants.hpp"
#include "rules/state/exertion.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

/// Past the room there is, further people do half as much each.
std::int64_t on_site(std::int64_t workers, std::int64_t all, std::int64_t room) {
  return all <= room ? workers : mul_div(workers, room + (all - room) / 2, all);
}

std::int64_t left_to_people(const Means& means, Task task, Lots lots) {
  return lots * means.industry.tasks(task) - by_machines(means, task, lots);
}

/// Whether the people's time suffices for what machines leave to them: the parts of it that the two kinds take, each
/// tasks ÷ (100 lots a standard worker), add up to at most one.
bool suffices(const Means& means, Lots lots) {
  const auto [hands, minds] = means.people;
  const std::int64_t by_hand = left_to_people(means, Task::kHands, lots);
  const std::int64_t by_mind = left_to_people(means, Task::kMinds, lots);
  // At most 1e10 tasks × 1e7 bp of workers: within 64 bits.
  return by_hand * minds + by_mind * hands <= kLotsPerWorker * hands * minds;
}

/// The same without rounding: what machines leave of a kind of tasks is the greater of what their number and of what
/// their reach leave, so the time is the greatest of four straight lines, and the lots are the least that any of them
/// allows.
Lots about_possible(const Means& means) {
  __extension__ using Wide = __int128;
  const auto [hands, minds] = means.people;
  const std::array<std::int64_t, kTasks> weight{minds, hands};  // a task of each kind takes as much
  const Wide time = Wide{kLotsPerWorker} * hands * minds * kOne;
  Lots least = kMaxQuantity;
  for (const unsigned by_number : {0U, 1U, 2U, 3U}) {  // a bit a kind of tasks: of its number, else of its reach
    Wide a_lot = 0;
    Wide in_all = time;
    for (const Task task : kAllTasks) {
      const std::size_t t = index_of(task);
      const bool number = ((by_number >> t) & 1U) != 0;
      a_lot += Wide{weight[t]} * means.industry.tasks(task) * (number ? kOne : kOne - means.reach[t]);
      if (number) in_all += Wide{weight[t]} * means.machines[t] * kOne;
    }
    if (a_lot > 0 && in_all < a_lot * least) least = static_cast<Lots>(in_all / a_lot);
  }
  return least;
}

/// What is left of people's work when research has its part and the site has no room.
Workforce producing(const World& world, EnterpriseId id, Workforce force) {
  const std::int64_t all = (force[0] + force[1]) / 2;
  const Bp part = kOne - world.enterprises.research[id].share;
  const std::int64_t room = room_on(world.enterprises.site[id]) * kOne;
  for (std::int64_t& workers : force) workers = share_of(on_site(workers, all, room), part);
  return force;
}

}  // namespace

Workforce workforce(const World& world, EnterpriseId id, const Crew& crew, Training training) {
  const auto& households = world.households;
  Workforce force{};
  const auto add = [&](HouseholdId person, std::int64_t exerted) {
    force[index_of(Task::kHands)] += share_of(households.hands[person], exerted);
    force[index_of(Task::kMinds)] += share_of(households.minds[person], exerted);
  };
  for (const HouseholdId person : crew.people) {
    const std::int64_t exerted = exertion(world, person, id);
    add(person, training == Training::kCompleted ? mul_div(exerted, kOne, trained(world, person)) : exerted);
  }
  for (const HouseholdId person : crew.second_hands) add(person, second_exertion(world, person));
  return producing(world, id, force);
}

std::vector<Workforce> workforce_of_all(const World& world, Training training) {
  const auto& people = world.households;
  std::vector<Workforce> all(world.enterprises.count(), Workforce{});
  const auto add = [&](HouseholdId person, EnterpriseId work, std::uint32_t exerted) {
    Workforce& force = all[work.value];
    force[index_of(Task::kHands)] += part_of_skill(people.hands[person], exerted);
    force[index_of(Task::kMinds)] += part_of_skill(people.minds[person], exerted);
  };
  for_each_exertion(world, training, add, add);
  for (const EnterpriseId id : world.enterprises.ids()) all[id.value] = producing(world, id, all[id.value]);
  return all;
}

std::vector<std::int64_t> minds_of_all(const World& world) {
  std::vector<std::int64_t> all(world.enterprises.count(), 0);
  for_each_exertion(
      world, Training::kAsItIs,
      [&](HouseholdId person, EnterpriseId work, std::uint32_t exerted) {
        all[work.value] += part_of_skill(world.households.minds[person], exerted);
      },
      [](HouseholdId, EnterpriseId, std::uint32_t) {});
  return all;
}

Bp reach_of(const World& world, EnterpriseId id, Task task) {
  const std::size_t t = index_of(task);
  return reach_of(std::max(world.enterprises.machines[id][t].knowledge, world.technology[t].knowledge));
}

Means means_of(const World& world, EnterpriseId id, const Workforce& people) {
  Means means{.industry = industry_of(world.enterprises.product[id]), .people = people};
  for (const Task task : kAllTasks) {
    const std::size_t t = index_of(task);
    means.machines[t] = world.enterprises.machines[id][t].units * kOne / units_a_lot(world.technology[t]);
    means.reach[t] = reach_of(world, id, task);
  }
  return means;
}

std::int64_t by_machines(const Means& means, Task task, Lots lots) {
  const std::size_t t = index_of(task);
  return std::min(means.machines[t], share_of(lots * means.industry.tasks(task), means.reach[t]));
}

Lots capacity_of(const Means& means) {
  if (means.people[0] == 0 || means.people[1] == 0) return 0;
  // More lots never take less time. Rounding moves the greatest number that can be made a little: it is looked for in
  // growing steps from there, then by halving.
  Lots possible = about_possible(means);
  Lots too_many = possible + 1;
  if (suffices(means, possible)) {
    for (Lots step = 1; too_many <= kMaxQuantity && suffices(means, too_many); step *= 2) {
      possible = too_many;
      too_many = std::min<Lots>(too_many + step, kMaxQuantity + 1);
    }
  } else {
    for (Lots step = 1; possible > 0 && !suffices(means, possible); step *= 2) {
      too_many = possible;
      possible = std::max<Lots>(0, possible - step);
    }
  }
  while (too_many - possible > 1) {
    const Lots middle = possible + (too_many - possible) / 2;
    (suffices(means, middle) ? possible : too_many) = middle;
  }
  return possible;
}

Bp automated_share(const World& world, EnterpriseId id) {
  const auto& [hands, minds] = world.enterprises.machines[id];
  const std::int64_t all = tasks_of(world.enterprises.output[id]);
  return all > 0 ? static_cast<Bp>(mul_div(hands.done + minds.done, kOne, all)) : 0;
}

Lots materials_to_run(std::int64_t tasks) {
  constexpr std::int64_t kTasksALot = 100 * kOne / kRunningMaterials;
  return (tasks + kTasksALot - 1) / kTasksALot;
}

Lots materials_to_run(const World& world, EnterpriseId id, Lots lots) {
  const Means means = means_of(world, id, {});
  return materials_to_run(by_machines(means, Task::kHands, lots) + by_machines(means, Task::kMinds, lots));
}

Mils upkeep_of(const World& world, EnterpriseId id) {
  Mils cost = 0;
  for (const Task task : kAllTasks)
    cost += share_of(
        world.enterprises.machines[id][index_of(task)].units * world.markets[index_of(machine_for(task))].slow_price,
        kWear);
  return cost;
}

}  // namespace tt::rules
