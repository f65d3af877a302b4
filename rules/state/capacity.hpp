// What people and machines can make together.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;
struct Crew;

/// Standard workers in bp: how much of each kind the people would do if all their time went into it.
using Workforce = std::array<std::int64_t, kTasks>;

enum class Training : std::uint8_t {
  kAsItIs,
  kCompleted,  ///< as if everybody were fully trained: what a plan counts on
};

/// What these people bring, research time taken off, a crowded site's loss as well.
[[nodiscard]] Workforce workforce(const World& world, EnterpriseId id, const Crew& crew, Training training);

/// The same of every enterprise, found in one pass over all people as they stand in memory: going from an enterprise to
/// its people would wait for each of them.
[[nodiscard]] std::vector<Workforce> workforce_of_all(const World& world, Training training);

/// What the minds of each enterprise's own people would do, in the unit of a workforce, wherever their time goes.
[[nodiscard]] std::vector<std::int64_t> minds_of_all(const World& world);

/// What makes an enterprise's goods, materials for the product aside.
struct Means {
  Industry industry;
  Workforce people;
  std::array<std::int64_t, kTasks> machines{};  ///< tasks they can do in a tick, in 1/10 000 of a lot's
  std::array<Bp, kTasks> reach{};               ///< part of the tasks that may be handed to them
};

[[nodiscard]] Means means_of(const World& world, EnterpriseId id, const Workforce& people);

/// Tasks of this kind that machines do when so many lots are made, in 1/10 000 of a lot's.
[[nodiscard]] std::int64_t by_machines(const Means& means, Task task, Lots lots);

/// The most lots of a tick. People divide their time between the two kinds of task as the product needs.
[[nodiscard]] Lots capacity_of(const Means& means);

/// All tasks of so many lots, of both kinds, in the same unit.
[[nodiscard]] constexpr std::int64_t tasks_of(Lots lots) {
  return lots * kOne;
}

/// Part of an enterprise's tasks that machines did last tick.
[[nodiscard]] Bp automated_share(const World& world, EnterpriseId id);

/// Materials that machines use for so many tasks; a started lot is used up whole.
[[nodiscard]] Lots materials_to_run(std::int64_t tasks);

/// Materials that an enterprise's machines use for so many lots, if they have enough: what a plan counts on.
[[nodiscard]] Lots materials_to_run(const World& world, EnterpriseId id, Lots lots);

/// What all knowledge open to an enterprise lets it hand to machines.
[[nodiscard]] Bp reach_of(const World& world, EnterpriseId id, Task task);

/// What a tick's wear of its machines costs at their slow prices.
[[nodiscard]] Mils upkeep_of(const World& world, EnterpriseId id);

}  // namespace tt::rules
