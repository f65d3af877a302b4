// Demands, strikes, agreements and the strike fund.
#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/offer.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

World world_with(std::uint64_t seed, std::initializer_list<std::pair<Parameter, std::int64_t>> laws = {}) {
  Scenario scenario = *find_scenario("sitting");
  scenario.final_tick = 0;
  scenario.burn_in_ticks = 20;
  for (const auto& [law, value] : laws) scenario.parameters[law] = value;
  return found_world(scenario, seed);
}

EnterpriseId largest_firm(const World& world) {
  EnterpriseId best;
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.form[id] == Form::kProprietary &&
        (!best.exists() || world.enterprises.workers[id] > world.enterprises.workers[best]))
      best = id;
  return best;
}

/// Everybody at the largest firm holds a card and a full grievance, and the firm earns well.
struct Angry {
  World world;
  EnterpriseId firm;

  explicit Angry(World start) : world(std::move(start)), firm(largest_firm(world)) {
    for (const HouseholdId id : world.households.ids()) {
      if (world.households.employer[id] != firm) continue;
      world.households.union_card[id] = 1;
      world.households.grievance[id] = kOne;
    }
    auto& firms = world.enterprises;
    firms.density[firm] = kOne;
    firms.dispute[firm] = Dispute::kNone;
    firms.peace_ticks[firm] = 0;
    firms.profit_average[firm] = firms.workers[firm] * firms.wage[firm] / 4;
  }
};

bool told(const World& world, EventKind kind, EnterpriseId where) {
  return std::any_of(world.events.begin(), world.events.end(),
                     [&](const Event& e) { return e.kind == kind && e.enterprise == where; });
}

/// Nobody at the enterprise is paid by it; card holders are supported while the fund has anything to divide.
void check_struck_payday(const World& world, EnterpriseId firm) {
  CHECK(world.enterprises.output[firm] == 0);
  CHECK(world.enterprises.wage_bill[firm] == 0);
  CHECK(world.enterprises.dismissed[firm] == 0);
  Mils supported = 0;
  for (const HouseholdId id : world.households.ids()) {
    if (world.households.employer[id] != firm) continue;
    CHECK(world.households.last_base[id] == 0);
    CHECK((world.households.last_transfers[id] == 0 || world.households.union_card[id] != 0));
    supported += world.households.last_transfers[id];
  }
  CHECK((supported > 0 || world.strike_fund < world.households.count()));
}

}  // namespace

TEST_CASE("a strike is announced two ticks ahead, and the wage demanded averts it") {
  Angry holds{world_with(1)};
  settle_disputes(holds.world);
  REQUIRE(holds.world.enterprises.dispute[holds.firm] == Dispute::kDemand);
  CHECK(told(holds.world, EventKind::kDemandMade, holds.firm));
  CHECK(holds.world.enterprises.demanded[holds.firm] > holds.world.enterprises.wage[holds.firm]);
  Angry pays = holds;
  settle_disputes(holds.world);
  CHECK(holds.world.enterprises.dispute[holds.firm] == Dispute::kDemand);
  settle_disputes(holds.world);
  CHECK(holds.world.enterprises.dispute[holds.firm] == Dispute::kStrike);
  CHECK(told(holds.world, EventKind::kStrikeBegan, holds.firm));

  const HouseholdId owner = pays.world.enterprises.head[pays.firm];
  REQUIRE(act_at_close(pays.world, owner, AnswerDemand{pays.firm, Answer::kConcede}) == Rejection::kNone);
  settle_disputes(pays.world);
  CHECK(pays.world.enterprises.dispute[pays.firm] == Dispute::kNone);
  CHECK(pays.world.enterprises.wage[pays.firm] == agreed_wage(pays.world, pays.firm));
  CHECK(act_at_close(pays.world, owner, OfferWork{pays.firm, kCrown, 5}) == Rejection::kBelowAgreement);
}

TEST_CASE("on strike nobody works or is paid but from the fund, and money adds up after every stage") {
  Angry angry{world_with(2)};
  World& world = angry.world;
  for (int i = 0; i < 3; ++i) settle_disputes(world);
  REQUIRE(world.enterprises.dispute[angry.firm] == Dispute::kStrike);
  world.enterprises.profit_average[angry.firm] = 0;  // nothing at stake for the owner, who will hold out
  world.scenario.parameters[Parameter::kStrikeAnger] = 40'000;
  int struck = 0;
  for (int tick = 0; tick < 40; ++tick) {
    for (const Stage& stage : stages()) {
      CAPTURE(stage.name);
      stage.run(world);
      const auto broken = broken_invariant(world);
      REQUIRE_MESSAGE(!broken, broken.value_or(""));
      if (std::string_view(stage.name) != "pay" || !on_strike(world, angry.firm)) continue;
      ++struck;
      check_struck_payday(world, angry.firm);
    }
    ++world.clock;
  }
  CHECK(struck > 0);
  CHECK(!on_strike(world, angry.firm));  // nobody strikes for ever
}

TEST_CASE("laws against unions and strikes are kept") {
  World none = world_with(3, {{Parameter::kUnionLaw, 0}});
  World tame = world_with(3, {{Parameter::kStrikeAllowed, 0}});
  World free = world_with(3);
  std::int64_t cards = 0;
  std::int64_t demands = 0;
  std::int64_t strikes = 0;
  for (int tick = 0; tick < 300; ++tick) {
    for (World* world : {&none, &tame, &free}) close_tick(*world);
    cards += none.history.back().unionised;
    strikes += free.history.back().on_strike;
    for (const EnterpriseId id : none.enterprises.ids()) REQUIRE(none.enterprises.dispute[id] == Dispute::kNone);
    for (const EnterpriseId id : tame.enterprises.ids()) {
      REQUIRE(tame.enterprises.dispute[id] != Dispute::kStrike);
      demands += tame.enterprises.dispute[id] == Dispute::kDemand ? 1 : 0;
    }
    for (const EnterpriseId id : free.enterprises.ids())
      if (free.enterprises.form[id] == Form::kCooperative) REQUIRE(free.enterprises.dispute[id] == Dispute::kNone);
  }
  CHECK(cards == 0);
  CHECK(none.strike_fund == 0);
  CHECK(demands > 0);
  CHECK(strikes > 0);
}

TEST_CASE("the strike fund gives back what it does not need") {
  World world = world_with(4);
  const HouseholdId rich{0};
  post(world, rich, Account::strike_fund(), world.households.cash[rich], Reason::kUnionDues);
  const Mils full = world.strike_fund;
  for (int i = 0; i < 40; ++i) {
    pay_unions(world);
    REQUIRE(!broken_invariant(world));
  }
  CHECK(world.strike_fund < full);
}

TEST_CASE("dismissing people costs what the law says, so that hiring and firing in turn does not pay") {
  const auto cost = [](std::int64_t ticks) {
    World world = world_with(5);
    world.scenario.parameters[Parameter::kSeverance] = ticks;
    const EnterpriseId firm = largest_firm(world);
    world.enterprises.places[firm] = world.enterprises.workers[firm] - 3;
    const Mils before = world.enterprises.flows[firm][index_of(Reason::kSeverance)];
    match_labour(world);
    return (before - world.enterprises.flows[firm][index_of(Reason::kSeverance)]) / base_pay(world, firm);
  };
  CHECK(cost(0) == 0);
  CHECK(cost(1) > 0);
  CHECK(cost(2) == 2 * cost(1));
}
