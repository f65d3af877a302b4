// Co-operatives that give up their form: who must want it, what becomes of the reserve and the accounts.
#include <doctest/doctest.h>

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

/// A co-operative of seated members who vote as they are told, and a motion of theirs to give the form up.
struct FormVote {
  World world = tt::test::seated_hamlet(43);
  EnterpriseId coop;
  std::vector<HouseholdId> members;

  FormVote() {
    for (const EnterpriseId id : world.enterprises.ids())
      if (world.enterprises.form[id] == Form::kCooperative && world.enterprises.workers[id] >= 6) coop = id;
    for (const HouseholdId id : world.households.ids())
      if (world.households.employer[id] == coop) members.push_back(id);
    tt::test::end_outside_capital(world);
    auto& firms = world.enterprises;
    if (firms.cash[coop] < firms.reserve[coop])
      post(world, Account::issuer(), coop, firms.reserve[coop], Reason::kIssue);
    world.motions.clear();
    REQUIRE(act_at_close(world, members.front(), ProposeMotion{coop, Demutualise{}}) == Rejection::kNone);
    CHECK(world.motions.back().closes_tick == world.running() + 2);  // known two ticks ahead
    world.motions.back().closes_tick = world.running();
    for (const HouseholdId id : members) {
      world.households.tenure[id] = 52;  // past any probation
      if (world.households.seat[id] != kNoSeat) continue;
      world.households.seat[id] = static_cast<std::uint32_t>(world.seats.size());
      world.seats.push_back({.household = id, .controller = Controller::kPlayer});
    }
  }
  void vote(std::size_t yes) {
    auto& ballots = world.motions.back().ballots;
    ballots.clear();
    for (std::size_t i = 0; i < members.size(); ++i)
      ballots.push_back({members[i], i < yes ? Choice::kYes : Choice::kNo});
    decide_motions(world);
  }
};

}  // namespace

TEST_CASE("giving up the form takes two thirds of all members") {
  for (const bool enough : {false, true}) {
    FormVote a;
    const std::size_t two_thirds = (2 * a.members.size() + 2) / 3;
    a.vote(enough ? two_thirds : two_thirds - 1);
    CHECK((a.world.enterprises.form[a.coop] == Form::kProprietary) == enough);
  }
}

TEST_CASE(
    "the indivisible reserve of a co-operative that gives up the form goes to the commons, accounts become shares") {
  FormVote a;
  auto& w = a.world;
  const Mils reserve = w.enterprises.reserve[a.coop];
  const Mils cash = w.enterprises.cash[a.coop];
  const Mils commons = w.commons.cash;
  const Mils accounts = w.enterprises.accounts[a.coop];
  const Mils own = w.households.capital_account[a.members[1]];
  a.vote(a.members.size());
  REQUIRE(w.enterprises.form[a.coop] == Form::kProprietary);
  CHECK(w.commons.cash == commons + reserve);
  CHECK(w.commons.given >= reserve);
  CHECK(w.enterprises.site[a.coop].uses_commons == 0);
  CHECK(w.enterprises.cash[a.coop] == cash - reserve);
  CHECK(w.enterprises.accounts[a.coop] == 0);
  CHECK(w.enterprises.shares_issued[a.coop] == kSharesAtFounding);
  const Lots held = shares_of(w, a.coop, a.members[1]);
  const Lots exact =
      accounts > 0 ? mul_div(kSharesAtFounding, own, accounts) : kSharesAtFounding / std::ssize(a.members);
  CHECK(held >= exact);
  CHECK(held <= exact + 1);
  CHECK(w.households.owner[w.enterprises.head[a.coop]] == 1);
  for (const HouseholdId id : a.members) CHECK(w.households.member[id] == 0);
}

TEST_CASE("a co-operative keeps its form while it owes wages or former owners, or holds its reserve in machines") {
  FormVote a;
  a.world.motions.clear();
  World forbidden = a.world;
  forbidden.scenario.parameters[Parameter::kProprietaryAllowed] = 0;
  CHECK(act_at_close(forbidden, a.members.front(), ProposeMotion{a.coop, Demutualise{}}) == Rejection::kFormNotAllowed);
  World owes = a.world;
  owe(owes, {a.coop, a.members.front(), 1});
  CHECK(act_at_close(owes, a.members.front(), ProposeMotion{a.coop, Demutualise{}}) == Rejection::kOwesFormerOwners);
  World indebted = a.world;
  indebted.enterprises.wages_owed[a.coop] = 1;
  CHECK(act_at_close(indebted, a.members.front(), ProposeMotion{a.coop, Demutualise{}}) == Rejection::kDebtFirst);
  a.world.enterprises.reserve[a.coop] = a.world.enterprises.cash[a.coop] + 1;
  CHECK(act_at_close(a.world, a.members.front(), ProposeMotion{a.coop, Demutualise{}}) == Rejection::kNotEnoughCash);
}

TEST_CASE("the law says how much of the reserve stays locked") {
  FormVote a;
  auto& w = a.world;
  w.scenario.parameters[Parameter::kAssetLock] = 4'000;
  const Mils reserve = w.enterprises.reserve[a.coop];
  const Mils commons = w.commons.cash;
  REQUIRE(reserve > 0);
  a.vote(a.members.size());
  CHECK(w.commons.cash == commons + share_of(reserve, 4'000));
}

TEST_CASE("members on probation have no say in giving up the form, and still get the shares of their accounts") {
  FormVote a;
  auto& w = a.world;
  for (std::size_t i = 1; i < a.members.size(); ++i) w.households.tenure[a.members[i]] = 0;
  a.vote(1);
  REQUIRE(w.enterprises.form[a.coop] == Form::kProprietary);
  CHECK(shares_of(w, a.coop, a.members.front()) < kSharesAtFounding);
}

TEST_CASE("what giving up the form makes of a member's wealth is explained to the mil") {
  FormVote a;
  for (const HouseholdId id : a.members) a.world.motions.back().ballots.push_back({id, Choice::kYes});
  const World before = a.world;
  close_tick(a.world);
  REQUIRE(a.world.enterprises.form[a.coop] == Form::kProprietary);
  for (const HouseholdId id : a.members) {
    const auto why = explain(before, a.world, id, Figure::kWealth, {});
    REQUIRE(why.has_value());
    Mils sum = why->before;
    bool gained = false;
    for (const Contribution& part : why->parts) {
      sum += part.amount;
      gained = gained || (part.cause == Cause::kEnterpriseGained && part.enterprise == a.coop);
    }
    CHECK(sum == why->now);
    CHECK(gained == (shares_of(a.world, a.coop, id) > 0));
  }
  CHECK(!broken_invariant(a.world));
}

TEST_CASE("left to themselves, simulated people buy enterprises, take them over and give up the form") {
  int bought = 0;
  int taken_over = 0;
  int given_up = 0;
  const auto all_seen = [&] { return bought > 0 && taken_over > 0 && given_up > 0; };
  for (std::uint64_t seed = 3; seed <= 9 && !all_seen(); ++seed) {
    World world = found_world(*find_scenario("lab-baseline"), seed);
    for (int tick = 0; tick < 1'000 && !all_seen(); ++tick) {
      close_tick(world);
      for (const Event& event : world.events) {
        if (event.tick != world.tick) continue;
        const bool owned = event.enterprise.exists() && world.enterprises.form[event.enterprise] == Form::kProprietary;
        bought += event.kind == EventKind::kBuyOutDone && owned ? 1 : 0;
        taken_over += event.kind == EventKind::kBuyOutDone && !owned ? 1 : 0;
        given_up += event.kind == EventKind::kDemutualised ? 1 : 0;
      }
    }
    CHECK(!broken_invariant(world));
  }
  CHECK(bought > 0);
  CHECK(taken_over > 0);
  CHECK(given_up > 0);
}
