// What everybody gets done, in one pass over people as they stand in memory. Going from each enterprise to its people
// would wait for every one of them; here only a small table by enterprise is looked up, and it stays in the caches.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/state/capacity.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// `exertion` in bp of everybody at work, by rising number: calls take(person, where, exertion), and for a second job
/// take_second alike. Skill, effort and hours are below 2¹⁶ bp, so products of two of them fit 32 bits.
template <class Take, class TakeSecond>
void for_each_exertion(const World& world, Training training, Take&& take, TakeSecond&& take_second) {
  const auto& people = world.households;
  const auto& firms = world.enterprises;
  constexpr auto kWhole = static_cast<std::uint32_t>(kOne);
  std::vector<std::uint32_t> hours(firms.count());  // none on strike
  for (const EnterpriseId id : firms.ids())
    hours[id.value] = firms.dispute[id] == Dispute::kStrike ? 0U : static_cast<std::uint32_t>(firms.hours[id]);
  const std::int64_t training_ticks = world.scenario.parameters[Parameter::kTrainingTicks];
  for (const HouseholdId id : people.ids()) {
    const EnterpriseId work = people.employer[id];
    if (!work.exists()) continue;
    const std::uint32_t second_share = people.second_share[id];
    const bool learns = people.tenure[id] < training_ticks;
    const std::uint32_t trained_part = learns ? static_cast<std::uint32_t>(trained(world, id)) : kWhole;
    const std::uint32_t effort = people.effort[id] * trained_part / kWhole;
    std::uint32_t exerted = effort * hours[work.value] / kWhole * (kWhole - second_share) / kWhole;
    if (learns && training == Training::kCompleted)
      exerted = static_cast<std::uint32_t>(std::uint64_t{exerted} * kWhole / trained_part);
    take(id, work, exerted);
    if (second_share == 0) [[likely]]
      continue;
    const EnterpriseId second = people.second_job[id];
    if (second.exists())
      take_second(id, second, people.effort[id] * hours[second.value] / kWhole * second_share / kWhole);
  }
}

/// `share_of` of a skill: what it gets done.
[[nodiscard]] inline std::int64_t part_of_skill(ShortBp skill, std::uint32_t exerted) {
  return static_cast<std::int64_t>(std::uint64_t{skill} * exerted / static_cast<std::uint32_t>(kOne));
}

}  // namespace tt::rules
