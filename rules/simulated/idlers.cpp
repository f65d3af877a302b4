#include "rules/simulated/idlers.hpp"

#include "rules/actions/perform.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

constexpr Bp kIdle = 6'000;      ///< effort below this
constexpr Tick kRhythm = 6;      ///< ticks between such motions of one co-operative
constexpr Tick kSettlingIn = 8;  ///< ticks in which newcomers are left alone

}  // namespace

void consider_idlers(World& world, EnterpriseId id, std::span<const HouseholdId> members) {
  const auto& people = world.households;
  if ((world.clock + id.value) % kRhythm != 0) return;
  HouseholdId idlest;
  for (const HouseholdId person : members)
    if (people.effort[person] < kIdle && people.tenure[person] >= kSettlingIn &&
        (!idlest.exists() || people.effort[person] < people.effort[idlest]))
      idlest = person;
  if (idlest.exists())
    static_cast<void>(act_at_close(world, world.enterprises.head[id], ProposeMotion{id, Expel{idlest}}));
}

}  // namespace tt::rules
