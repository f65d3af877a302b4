#include "rules/simulated/dual_work.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"

namespace tt::rules {
namespace {

constexpr Mils kTicksCounted = 13;   ///< of gain against what moving costs
constexpr Bp kLeavingToAllow = 200;  ///< people lost in a tick, of all
constexpr Tick kAssemblyRhythm = 8;  ///< ticks between proposals of one co-operative

/// Pay forgone while learning the ropes, where merit pay follows contribution, and the stake to be paid in.
Mils cost_of_moving(const World& world, HouseholdId person, EnterpriseId offer) {
  const Mils training = world.scenario.parameters[Parameter::kTrainingTicks] * (kOne - kNewcomers) / 2;
  const Mils shared = std::min(world.enterprises.share_average[offer], 2 * world.enterprises.wage[offer]);
  return entry_stake(world, person, offer) + share_of(share_of(shared, world.enterprises.merit[offer]), training);
}

}  // namespace

bool prefers_dual_work(const World& world, HouseholdId person, EnterpriseId offer) {
  const auto& firms = world.enterprises;
  const EnterpriseId job = world.households.employer[person];
  if (world.scenario.parameters[Parameter::kDualWork] == 0 || world.households.second_job[person].exists())
    return false;
  if (firms.dual_work[job] == 0 || firms.dual_work[offer] == 0) return false;
  const Mils now = expected_pay(world, job);
  const Mils extra = share_of(base_pay(world, offer) - now, kUsualSecondShare);
  const Mils gain_of_moving = expected_pay(world, offer) - now;
  return extra > 0 && extra * kTicksCounted > gain_of_moving * kTicksCounted - cost_of_moving(world, person, offer);
}

bool no_longer_pays(const World& world, HouseholdId person) {
  return base_pay(world, world.households.second_job[person]) < expected_pay(world, world.households.employer[person]);
}

void consider_dual_work(World& world, EnterpriseId enterprise) {
  const auto& firms = world.enterprises;
  if (world.scenario.parameters[Parameter::kDualWork] == 0 || firms.dual_work[enterprise] != 0) return;
  const HouseholdId head = firms.head[enterprise];
  if (firms.form[enterprise] == Form::kProprietary) {
    const std::int64_t people = std::max<std::int64_t>(1, firms.workers[enterprise]);
    if (mul_div(firms.quit[enterprise], kOne, people) >= kLeavingToAllow)
      static_cast<void>(act_at_close(world, head, SetDualWork{enterprise, true}));
    return;
  }
  if ((world.clock + enterprise.value) % kAssemblyRhythm != 0 || firms.vacancies[enterprise] == 0) return;
  static_cast<void>(act_at_close(world, head, ProposeMotion{enterprise, ChangeDualWork{true}}));
}

}  // namespace tt::rules
