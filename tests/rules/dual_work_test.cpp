// One person, two enterprises: paid by both, counted once.
#include <doctest/doctest.h>

#include "rules/actions/perform.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

/// An employee of the largest firm, a co-operative with open places, both allowing dual work.
struct Pair {
  World world;
  EnterpriseId firm;
  EnterpriseId coop;
  HouseholdId person;

  Pair() : world(found_world(*find_scenario("hamlet"), 3)) {
    auto& firms = world.enterprises;
    for (const EnterpriseId id : firms.ids()) {
      EnterpriseId& best = firms.form[id] == Form::kProprietary ? firm : coop;
      if (!best.exists() || firms.workers[id] > firms.workers[best]) best = id;
    }
    for (const HouseholdId id : world.households.ids())
      if (world.households.employer[id] == firm) person = id;
    firms.places[coop] = firms.workers[coop] + 5;
    firms.dual_work[firm] = firms.dual_work[coop] = 1;
    world.households.tenure[person] = 100;
    for (const EnterpriseId id : {firm, coop}) firms.hours[id] = kOne;
  }
};

}  // namespace

TEST_CASE("a person with two jobs is paid by both, splits the contribution and is counted once") {
  Pair p;
  World& world = p.world;
  const std::int64_t whole = exertion(world, p.person);
  const auto workers = world.enterprises.workers;
  REQUIRE(act_at_close(world, p.person, SetSecondJob{p.coop, 4'000}) == Rejection::kNone);
  CHECK(world.enterprises.workers.values == workers.values);
  CHECK(world.enterprises.second_hands[p.coop] == 1);
  const std::int64_t parts = exertion(world, p.person) + second_exertion(world, p.person);
  CHECK(parts <= whole);
  CHECK(parts >= whole - 3);
  CHECK(!broken_invariant(world));

  const Mils cash = world.households.cash[p.person];
  pay_wages(world);
  REQUIRE(world.enterprises.paid_in_full[p.firm] != 0);
  REQUIRE(world.enterprises.paid_in_full[p.coop] != 0);
  CHECK(world.households.last_base[p.person] ==
        share_of(base_pay(world, p.firm), 6'000) + share_of(base_pay(world, p.coop), 4'000));
  CHECK(world.households.cash[p.person] > cash);
  CHECK(!broken_invariant(world));
}

TEST_CASE("dual work needs the leave of both, an open place and the law, and ends with any of them or the main job") {
  const auto tried = [](void (*prepare)(Pair&)) {
    Pair p;
    prepare(p);
    return act_at_close(p.world, p.person, SetSecondJob{p.coop, 4'000});
  };
  CHECK(tried([](Pair& p) { p.world.enterprises.dual_work[p.firm] = 0; }) == Rejection::kDualWorkNotAllowed);
  CHECK(tried([](Pair& p) { p.world.enterprises.dual_work[p.coop] = 0; }) == Rejection::kDualWorkNotAllowed);
  CHECK(tried([](Pair& p) { p.world.enterprises.places[p.coop] = 0; }) == Rejection::kNoOpenPlace);
  CHECK(tried([](Pair& p) { p.world.scenario.parameters[Parameter::kDualWork] = 0; }) == Rejection::kLawForbids);

  Pair p;
  REQUIRE(act_at_close(p.world, p.person, SetSecondJob{p.coop, 4'000}) == Rejection::kNone);
  Pair left = p;
  leave_enterprise(left.world, left.person);
  CHECK(!left.world.households.second_job[left.person].exists());
  CHECK(!broken_invariant(left.world));
  p.world.enterprises.dual_work[p.coop] = 0;
  match_labour(p.world);
  CHECK(!p.world.households.second_job[p.person].exists());
  CHECK(p.world.enterprises.second_hands[p.coop] == 0);
}

TEST_CASE("with dual work better paid elsewhere, a person has less reason to leave") {
  Pair p;
  p.world.enterprises.wage[p.coop] = 2 * p.world.enterprises.wage[p.firm];
  const Mils before = expected_pay_of(p.world, p.person);
  REQUIRE(act_at_close(p.world, p.person, SetSecondJob{p.coop, 4'000}) == Rejection::kNone);
  CHECK(expected_pay_of(p.world, p.person) > before);
}

TEST_CASE("a vote cannot be packed: newcomers have none until their probation is over") {
  Pair p;
  World& world = p.world;
  const HouseholdId old = [&] {
    for (const HouseholdId id : world.households.ids())
      if (is_member(world, id, p.coop) && has_vote(world, id)) return id;
    return HouseholdId{};
  }();
  REQUIRE(old.exists());
  const auto electorate = [&] {
    std::vector<HouseholdId> members;
    for (const HouseholdId id : world.households.ids())
      if (is_member(world, id, p.coop)) members.push_back(id);
    return electorate_of(world, members);
  };
  const std::uint32_t before = electorate();
  for (const HouseholdId id : world.households.ids()) {
    if (world.households.employer[id].exists() || world.households.owner[id] != 0) continue;
    join_enterprise(world, id, p.coop);
    CHECK(!has_vote(world, id));
  }
  CHECK(electorate() == before);
}
