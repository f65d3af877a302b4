// What is found for all in one pass is what asking one after the other finds.
#include <doctest/doctest.h>

#include "rules/state/capacity.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/names.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

void check_work(World& world) {
  const Roster roster = roster_of(world);
  const auto minds = minds_of_all(world);
  for (const Training training : {Training::kAsItIs, Training::kCompleted}) {
    const auto all = workforce_of_all(world, training);
    for (const EnterpriseId id : world.enterprises.ids())
      CHECK(all[id.value] == workforce(world, id, roster.crew(id), training));
  }
  for (const EnterpriseId id : world.enterprises.ids()) {
    std::int64_t sum = 0;
    for (const HouseholdId person : roster.of(id))
      sum += share_of(world.households.minds[person], exertion(world, person, id));
    CHECK(minds[id.value] == sum);
  }
}

}  // namespace

TEST_CASE("the work of all enterprises is the work of each, second jobs, newcomers and strikes included") {
  World world = tt::test::seated_hamlet(21);
  tt::test::Draws draws(77);
  for (int tick = 0; tick < 20 && !world.finished; ++tick) {
    check_work(world);
    tt::test::play_tick(world, 5, draws);
  }
  world.enterprises.dispute.values[0] = Dispute::kStrike;
  for (std::uint32_t i = 0; i < world.households.count(); i += 3) {
    world.households.tenure.values[i] = 1;
    if (world.households.employer.values[i].exists() && world.households.employer.values[i].value != 1) {
      world.households.second_job.values[i] = EnterpriseId{1};
      world.households.second_share.values[i] = 3'333;
    }
  }
  ++world.staff.changes;
  check_work(world);
}

TEST_CASE("a proportion is the quotient of the product, whatever the numbers") {
  tt::test::Draws draws(78);
  const auto number = [&](std::int64_t most_bits) {
    return static_cast<std::int64_t>(draws.next() >> (64 - draws.between(1, most_bits)));
  };
  for (int i = 0; i < 200'000; ++i) {
    const std::int64_t total = 1 + number(61);
    const std::int64_t whole = number(61);
    const std::int64_t weight = number(62) % total;
    CAPTURE(whole);
    CAPTURE(weight);
    CAPTURE(total);
    REQUIRE(Proportion(whole, total).part(weight) == mul_div(whole, weight, total));
  }
}

TEST_CASE("names asked for together are the names asked for one by one") {
  const World world = tt::test::seated_hamlet(22);
  const TakenNames taken(world);
  for (std::uint32_t number = 0; number < 300; ++number)
    CHECK(enterprise_name(world, number, taken) == enterprise_name(world, number));
  for (const std::string& name : world.enterprises.name.values) CHECK(taken.has(name));
}
