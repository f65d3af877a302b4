// What work pays, as people expect it.
#pragma once

#include <algorithm>

#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// All that a person got in the last tick, taxes and dues off.
[[nodiscard]] inline Mils net_income(const Households& people, HouseholdId id) {
  return people.last_base[id] + people.last_share[id] + people.last_dividend[id] + people.last_transfers[id];
}

/// Wage or base wage of a tick at the hours worked.
[[nodiscard]] inline Mils base_pay(const World& world, EnterpriseId id) {
  return share_of(world.enterprises.wage[id], world.enterprises.hours[id]);
}

/// Wage, or base wage plus the smoothed share of surplus; capped at three wages so that one lucky week does not draw
/// everybody.
[[nodiscard]] inline Mils expected_pay(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  return base_pay(world, id) + std::min(firms.share_average[id], 2 * firms.wage[id]);
}

/// Ticks of better pay elsewhere before the people of an enterprise have heard of it.
inline constexpr std::uint16_t kTicksToHear = 2;

/// Whether its people may leave for better pay: word of it is out, or they were not paid and look for themselves.
[[nodiscard]] inline bool has_heard_of_better(const World& world, EnterpriseId id) {
  return world.enterprises.pull_ticks[id] >= kTicksToHear || world.enterprises.paid_in_full[id] == 0;
}

/// What a person's work pays in all: the main job for the time worked there, the second for the rest.
[[nodiscard]] inline Mils expected_pay_of(const World& world, HouseholdId id) {
  const EnterpriseId second = world.households.second_job[id];
  const Bp share = world.households.second_share[id];
  const Mils first = expected_pay(world, world.households.employer[id]);
  return second.exists() ? share_of(first, kOne - share) + share_of(base_pay(world, second), share) : first;
}

/// Benefit paid per tick to one without work, while the treasury lasts.
[[nodiscard]] inline Mils benefit(const World& world) {
  return share_of(world.mean_pay, world.scenario.parameters[Parameter::kBenefit]);
}

/// Paid per tick to everybody, while the treasury lasts.
[[nodiscard]] inline Mils basic_income(const World& world) {
  return share_of(world.mean_pay, world.scenario.parameters[Parameter::kBasicIncome]);
}

/// The least an owner may offer for a normal week. Members set their own base wage.
[[nodiscard]] inline Mils minimum_wage(const World& world) {
  return share_of(world.mean_pay, world.scenario.parameters[Parameter::kMinimumWage]);
}

/// The least an unemployed person takes: nearly the usual pay at first, 2 % less each tick, never less than the
/// benefit; a basic income, which work does not cost, lets them hold out for half of it more.
[[nodiscard]] inline Mils reservation_pay(const World& world, HouseholdId id) {
  const std::int64_t patience = std::max<std::int64_t>(3'500, 9'500 - 200 * world.households.ticks_without_work[id]);
  return std::max(share_of(world.mean_pay, patience), benefit(world) + basic_income(world) / 2);
}

/// What training has made of a person so far, in bp: newcomers know the trade but not the place.
[[nodiscard]] inline std::int64_t trained(const World& world, HouseholdId id) {
  const std::int64_t ticks = world.scenario.parameters[Parameter::kTrainingTicks];
  const std::int64_t done = world.households.tenure[id];
  return done >= ticks ? kOne : kNewcomers + (kOne - kNewcomers) * done / ticks;
}

/// What turns a person's skill into tasks done: effort × training × hours × the share of time worked here, 10 000 for a
/// trained normal week, nothing on strike.
[[nodiscard]] inline std::int64_t exertion(const World& world, HouseholdId id, EnterpriseId work) {
  if (work.exists() && world.enterprises.dispute[work] == Dispute::kStrike) return 0;
  const Bp hours = work.exists() ? world.enterprises.hours[work] : kOne;
  const std::int64_t here = kOne - world.households.second_share[id];
  return share_of(mul_div(share_of(world.households.effort[id], trained(world, id)), hours, kOne), here);
}
[[nodiscard]] inline std::int64_t exertion(const World& world, HouseholdId id) {
  return exertion(world, id, world.households.employer[id]);
}

/// A person's skill in the tasks of this product, as much of each kind as it takes.
[[nodiscard]] inline Bp skill_in(const World& world, HouseholdId id, Good product) {
  const Bp hands = industry_of(product).hands;
  const auto& people = world.households;
  return static_cast<Bp>(share_of(people.hands[id], hands) + share_of(people.minds[id], kOne - hands));
}

/// One person's skill where they work; without work, both kinds alike.
[[nodiscard]] inline Bp skill_of(const World& world, HouseholdId id) {
  const auto& people = world.households;
  const EnterpriseId work = people.employer[id];
  return work.exists() ? skill_in(world, id, world.enterprises.product[work])
                       : (people.hands[id] + people.minds[id]) / 2;
}

/// One person's contribution: skill × exertion, 10 000 for a standard worker.
[[nodiscard]] inline std::int64_t contribution(const World& world, HouseholdId id) {
  return mul_div(skill_of(world, id), exertion(world, id), kOne);
}
/// The same of one who works there.
[[nodiscard]] inline std::int64_t contribution(const World& world, HouseholdId id, EnterpriseId work) {
  return mul_div(skill_in(world, id, world.enterprises.product[work]), exertion(world, id, work), kOne);
}

/// As `exertion`, in the second job if there is one.
[[nodiscard]] inline std::int64_t second_exertion(const World& world, HouseholdId id) {
  const EnterpriseId work = world.households.second_job[id];
  if (!work.exists() || world.enterprises.dispute[work] == Dispute::kStrike) return 0;
  return share_of(share_of(world.households.effort[id], world.enterprises.hours[work]),
                  world.households.second_share[id]);
}

}  // namespace tt::rules
