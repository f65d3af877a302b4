// Training, hours, mandates and the price of labour flight.
#include <doctest/doctest.h>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

/// The largest open enterprise of a form.
EnterpriseId largest(const World& world, Form form) {
  EnterpriseId best;
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.form[id] == form &&
        (!best.exists() || world.enterprises.workers[id] > world.enterprises.workers[best]))
      best = id;
  return best;
}

HouseholdId someone_at(const World& world, EnterpriseId work) {
  for (const HouseholdId id : world.households.ids())
    if (world.households.employer[id] == work) return id;
  return {};
}

World hamlet(std::uint64_t seed) {
  return found_world(*find_scenario("hamlet"), seed);
}

World unending(std::uint64_t seed, Parameter parameter, std::int64_t value) {
  Scenario scenario = *find_scenario("sitting");
  scenario.final_tick = 0;
  scenario.burn_in_ticks = 20;
  scenario.parameters[parameter] = value;
  return found_world(scenario, seed);
}

}  // namespace

TEST_CASE("a newcomer works at 70 % and is fully trained after the training ticks") {
  World world = hamlet(2);
  const EnterpriseId firm = largest(world, Form::kProprietary);
  const HouseholdId person = someone_at(world, firm);
  world.households.tenure[person] = 10;
  const std::int64_t full = contribution(world, person);
  leave_enterprise(world, person);
  join_enterprise(world, person, firm);
  CHECK(trained(world, person) == kNewcomers);
  CHECK(contribution(world, person) < share_of(full, kNewcomers) + 2);
  world.households.tenure[person] = 5;
  CHECK(trained(world, person) == 8'500);
  world.households.tenure[person] = 10;
  CHECK(contribution(world, person) == full);
  world.scenario.parameters[Parameter::kTrainingTicks] = 0;
  world.households.tenure[person] = 0;
  CHECK(contribution(world, person) == full);
}

TEST_CASE("replacing everybody every tick makes less than keeping them") {
  World kept = hamlet(3);
  World churned = kept;
  const EnterpriseId firm = largest(kept, Form::kProprietary);
  const auto capacity = [&](const World& world) {
    std::int64_t sum = 0;
    for (const HouseholdId id : world.households.ids())
      if (world.households.employer[id] == firm) sum += contribution(world, id);
    return sum;
  };
  for (const HouseholdId id : churned.households.ids()) {
    if (churned.households.employer[id] != firm) continue;
    leave_enterprise(churned, id);
    join_enterprise(churned, id, firm);
  }
  CHECK(churned.enterprises.workers[firm] == kept.enterprises.workers[firm]);
  CHECK(capacity(churned) < share_of(capacity(kept), 8'000));
}

TEST_CASE("pay and output follow the hours") {
  World full = hamlet(4);
  const EnterpriseId firm = largest(full, Form::kProprietary);
  full.enterprises.hours[firm] = kOne;
  World part = full;
  const HouseholdId person = someone_at(full, firm);
  const std::int64_t before = contribution(part, person);
  REQUIRE(act_at_close(part, part.enterprises.head[firm], SetHours{firm, 8'000}) == Rejection::kNone);
  CHECK(base_pay(part, firm) == share_of(full.enterprises.wage[firm], 8'000));
  CHECK(contribution(part, person) <= share_of(before, 8'000) + 1);  // each factor is rounded down on its way
  CHECK(contribution(part, person) >= share_of(before, 8'000) - 1);
  CHECK(expected_pay(part, firm) < expected_pay(full, firm));
}

TEST_CASE("a mandate moves hours to its nearest bound, and binds the manager but not an owner") {
  World world = tt::test::seated_hamlet(5);
  const EnterpriseId coop = largest(world, Form::kCooperative);
  const HouseholdId manager = someone_at(world, coop);
  world.enterprises.head[coop] = manager;
  REQUIRE(act_at_close(world, manager, SetHours{coop, 8'000}) == Rejection::kNone);
  CHECK(act_at_close(world, manager, SetHours{coop, 6'500}) == Rejection::kBeyondMandate);
  const EnterpriseId firm = largest(world, Form::kProprietary);
  CHECK(act_at_close(world, world.enterprises.head[firm], SetHours{firm, 6'500}) == Rejection::kNone);
  world.motions.clear();
  REQUIRE(act_at_close(world, manager, ProposeMotion{coop, ChangeMandate{{9'000, 10'000}}}) == Rejection::kNone);
  const MotionId asked{world.first_motion + static_cast<std::uint32_t>(world.motions.size()) - 1};
  close_tick(world);
  close_tick(world);
  REQUIRE(world.has_motion(asked));
  CHECK((world.enterprises.mandate[coop] == Mandate{9'000, 10'000}) == world.motion(asked).carried);
  if (world.motion(asked).carried) CHECK(world.enterprises.hours[coop] >= 9'000);
}

TEST_CASE("people look around for better pay as much as the parameter says, and leave for it") {
  const auto left_for_better = [](std::int64_t search) {
    std::int64_t left = 0;
    for (std::uint64_t seed = 6; seed < 18; ++seed) {
      World world = unending(seed, Parameter::kFlightSearch, search);
      auto& firms = world.enterprises;
      const EnterpriseId poor = largest(world, Form::kProprietary);
      for (const EnterpriseId id : firms.ids())
        if (firms.form[id] == Form::kProprietary && id != poor) firms.places[id] += 4;
      firms.wage[poor] = share_of(firms.wage[poor], 6'000);
      firms.agreement[poor] = firms.wage[poor];
      firms.pull_ticks[poor] = kTicksToHear;
      const auto before = world.households.employer.values;
      close_tick(world);
      for (const HouseholdId id : world.households.ids()) {
        const EnterpriseId now = world.households.employer[id];
        left += before[id.value] == poor && now.exists() && now != poor ? 1 : 0;
      }
    }
    return left;
  };
  CHECK(left_for_better(300) > 3 * (1 + left_for_better(0)));
}
