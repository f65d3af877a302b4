// What people hold against the place they work in: what it keeps of what they make, pay below the usual or below what
// it was, wages unpaid, workmates dismissed. Felt at once, forgotten slowly.
#include <algorithm>

#include "rules/stages/stages.hpp"
#include "rules/state/dispute.hpp"

namespace tt::rules {
namespace {

constexpr std::int64_t kSmoothing = 8;  ///< ticks
constexpr Bp kMostOverProfit = 6'000;
constexpr Bp kMostOverPay = 4'000;
constexpr Bp kOverUnpaidWages = 4'000;

/// Profit per worker against the wage: at half the wage this part is full. A co-operative keeps nothing from its own.
std::int64_t over_profit(const World& world, EnterpriseId id) {
  if (world.enterprises.form[id] != Form::kProprietary) return 0;
  const Mils wage = std::max<Mils>(1, world.enterprises.wage[id]);
  return std::clamp<std::int64_t>(mul_div(2 * profit_per_worker(world, id), kMostOverProfit, wage), 0, kMostOverProfit);
}

/// How far what a place pays lies below what is usual elsewhere.
std::int64_t below_usual(const World& world, Mils pay) {
  return std::max<Mils>(0, mul_div(world.mean_pay - pay, 2 * kOne, std::max<Mils>(1, world.mean_pay)));
}

/// How far what somebody has left of their pay lies below what this person was used to.
std::int64_t worse_than(Mils usual, Mils net_of_tax) {
  return usual <= net_of_tax ? 0 : mul_div(usual - net_of_tax, kOne, std::max<Mils>(1, usual));
}

std::int64_t over_place(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  const std::int64_t unpaid = firms.paid_in_full[id] != 0 ? 0 : kOverUnpaidWages;
  return unpaid + mul_div(firms.dismissed[id], 2 * kOne, std::max<std::int64_t>(1, firms.workers[id]));
}

/// What all who work in a place hold against it alike, so that it is found out once.
struct Place {
  std::int64_t alike = 0;
  std::int64_t below_usual = 0;
  Mils net_of_tax = 0;
};

Place place_of(const World& world, EnterpriseId id) {
  const Mils pay = expected_pay(world, id);
  return {over_profit(world, id) + over_place(world, id), below_usual(world, pay),
          share_of(pay, kOne - world.scenario.parameters[Parameter::kIncomeTax])};
}

/// Felt by one who works there and was used to this pay.
std::int64_t felt_in(const Place& place, Mils usual) {
  return place.alike + std::min<std::int64_t>(kMostOverPay, place.below_usual + worse_than(usual, place.net_of_tax));
}

}  // namespace

void feel_grievance(World& world) {
  auto& people = world.households;
  const auto& firms = world.enterprises;
  std::vector<Place> places(firms.count());
  for (const EnterpriseId id : firms.ids()) places[id.value] = place_of(world, id);
  for (const HouseholdId id : people.ids()) {
    const EnterpriseId work = people.employer[id];
    const std::int64_t felt = work.exists() ? felt_in(places[work.value], people.usual_pay[id]) : 0;
    const std::int64_t held = people.grievance[id];
    const std::int64_t step = (std::min<std::int64_t>(felt, kOne) - held) / kSmoothing;
    people.grievance[id] = static_cast<ShortBp>(held + step);
  }
}

}  // namespace tt::rules
