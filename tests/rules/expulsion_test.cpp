// Parting with a member: what it takes, what becomes of the person, and how the others lean.
#include <doctest/doctest.h>

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/simulated/leaning.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/motion_rules.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

/// A co-operative of at least six and one of its members, whom nobody plays.
struct Parting {
  World world;
  EnterpriseId coop;
  std::vector<HouseholdId> members;
  HouseholdId person;

  explicit Parting(std::uint64_t seed) : world(found_world(*find_scenario("hamlet"), seed)) {
    for (const EnterpriseId id : world.enterprises.ids())
      if (world.enterprises.form[id] == Form::kCooperative && world.enterprises.workers[id] >= 6) coop = id;
    REQUIRE(coop.exists());
    for (const HouseholdId id : world.households.ids()) {
      if (world.households.employer[id] != coop) continue;
      world.households.tenure[id] = 52;  // past any probation
      members.push_back(id);
    }
    person = *std::find_if(members.begin(), members.end(), [&](HouseholdId id) {
      return world.households.seat[id] == kNoSeat && id != world.enterprises.head[coop];
    });
    world.motions.clear();
    world.enterprises.open_motions[coop] = 0;
  }

  void propose() {
    REQUIRE(act_at_close(world, members.front(), ProposeMotion{coop, Expel{person}}) == Rejection::kNone);
    world.motions.back().closes_tick = world.running();
  }

  /// All are seated, and so many of them vote for it.
  void vote(std::size_t yes) {
    propose();
    auto& ballots = world.motions.back().ballots;
    ballots.clear();
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (world.households.seat[members[i]] == kNoSeat) {
        world.households.seat[members[i]] = static_cast<std::uint32_t>(world.seats.size());
        world.seats.push_back({.household = members[i], .opening_cash = world.households.cash[members[i]]});
      }
      world.seats[world.households.seat[members[i]]].controller = Controller::kPlayer;
      ballots.push_back({members[i], i < yes ? Choice::kYes : Choice::kNo});
    }
    decide_motions(world);
  }

  /// What the motion is felt to change for the person and, on average, for the others.
  [[nodiscard]] std::pair<Mils, Mils> effects() {
    propose();
    const auto felt = felt_effects(world, world.motions.back(), members);
    Mils own = 0;
    Mils others = 0;
    for (std::size_t i = 0; i < members.size(); ++i) (members[i] == person ? own : others) += felt[i];
    return {own, others / (std::ssize(members) - 1)};
  }
};

}  // namespace

TEST_CASE("parting with a member takes two thirds of all members and is known two ticks ahead") {
  for (const bool enough : {false, true}) {
    Parting a(71);
    CHECK(ticks_to_decide(Expel{}) == 2);
    const std::size_t two_thirds = (2 * a.members.size() + 2) / 3;
    a.vote(enough ? two_thirds : two_thirds - 1);
    CHECK(a.world.motions.back().carried == enough);
    CHECK(a.world.households.employer[a.person].exists() == !enough);
  }
}

TEST_CASE("who is expelled is paid out as one who leaves, and hears of it") {
  Parting a(72);
  const Mils account = a.world.households.capital_account[a.person];
  const Mils cash = a.world.households.cash[a.person];
  const Mils paid = std::min(account, a.world.enterprises.cash[a.coop]);
  a.vote(a.members.size());
  CHECK(a.world.households.member[a.person] == 0);
  CHECK(a.world.households.capital_account[a.person] == 0);
  CHECK(a.world.households.cash[a.person] >= cash + paid);
  CHECK(std::any_of(a.world.events.begin(), a.world.events.end(), [&](const Event& e) {
    return e.kind == EventKind::kDismissed && e.subject == a.person && e.enterprise == a.coop;
  }));
  const auto broken = broken_invariant(a.world);
  CHECK_MESSAGE(!broken, broken.value_or(""));
}

TEST_CASE("an expelled manager leaves the office, and who has left before the count is not expelled twice") {
  Parting a(73);
  a.person = a.world.enterprises.head[a.coop];
  REQUIRE(a.person.exists());
  a.vote(a.members.size());
  CHECK_FALSE(a.world.enterprises.head[a.coop].exists());
  Parting b(73);
  b.propose();
  REQUIRE(act_at_close(b.world, b.person, LeaveWork{}) == Rejection::kNone);
  const MotionId moved{b.world.first_motion + static_cast<std::uint32_t>(b.world.motions.size()) - 1};
  b.world.motion(moved).yes = 0;
  while (b.world.motion(moved).open) close_tick(b.world);
  const auto broken = broken_invariant(b.world);
  CHECK_MESSAGE(!broken, broken.value_or(""));
}

TEST_CASE("only members are expelled, and only one motion of the kind is open") {
  Parting a(74);
  HouseholdId stranger{0};
  while (a.world.households.employer[stranger] == a.coop) ++stranger.value;
  const HouseholdId by = a.members.front();
  CHECK(act_at_close(a.world, by, ProposeMotion{a.coop, Expel{stranger}}) == Rejection::kNotMember);
  CHECK(act_at_close(a.world, by, ProposeMotion{a.coop, Expel{HouseholdId{1'000'000}}}) == Rejection::kUnknownPerson);
  CHECK(act_at_close(a.world, stranger, ProposeMotion{a.coop, Expel{by}}) == Rejection::kNotMember);
  a.propose();
  CHECK(act_at_close(a.world, by, ProposeMotion{a.coop, Expel{a.members[1]}}) == Rejection::kMotionAlreadyOpen);
}

TEST_CASE("nobody wants to be expelled, and members part more lightly with one who does less") {
  for (std::uint64_t seed = 75; seed < 80; ++seed) {
    CAPTURE(seed);
    Parting diligent(seed);
    diligent.world.households.effort[diligent.person] = 10'000;
    Parting idle(seed);
    idle.world.households.effort[idle.person] = kMinEffort;
    const auto [own, others] = diligent.effects();
    const auto [own_idle, others_idle] = idle.effects();
    CHECK(own <= 0);
    CHECK(own_idle <= 0);
    CHECK(others_idle > others);
  }
}

TEST_CASE("a simulated manager moves to part with an idler and leaves everybody else alone") {
  Parting a(81);
  const auto moved = [&] {
    for (int tick = 0; tick < 12; ++tick) {
      plan_enterprises(a.world);
      for (const Motion& motion : a.world.motions)
        if (const auto* expel = std::get_if<Expel>(&motion.change)) return expel->member;
      ++a.world.clock;
    }
    return HouseholdId{};
  };
  CHECK_FALSE(moved().exists());
  a.world.households.effort[a.person] = kMinEffort;
  CHECK(moved() == a.person);
}
