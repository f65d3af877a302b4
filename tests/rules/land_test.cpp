// Land, rents and the commons.
#include <doctest/doctest.h>

#include <utility>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/land.hpp"
#include "rules/state/laurels.hpp"
#include "rules/state/pantry.hpp"
#include "rules/state/roster.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

World hamlet(std::uint64_t seed) {
  return found_world(*find_scenario("hamlet"), seed);
}

Lots all_land(const World& world) {
  return stocks_of_all(world)[index_of(Good::kLand)];
}

/// An open enterprise of this form with several people.
EnterpriseId some(const World& world, Form form) {
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.form[id] == form && world.enterprises.open[id] != 0 && world.enterprises.workers[id] > 2)
      return id;
  return {};
}

/// Nobody has land but one person, and nobody wants any.
HouseholdId gather(World& world) {
  const HouseholdId landlord{0};
  const Lots all = all_land(world);
  for (Site& site : world.enterprises.site.values) site = {};
  world.commons.parcels = 0;
  for (Pantry& pantry : world.pantries) pantry.lots[index_of(Good::kLand)] = 0;
  pantry_of(world, landlord).lots[index_of(Good::kLand)] = all;
  std::erase_if(world.orders, [](const PersonalOrder& o) { return o.good == Good::kLand; });
  return landlord;
}

}  // namespace

TEST_CASE("there is as much land after a thousand ticks as at first") {
  Scenario scenario = *find_scenario("hamlet");
  scenario.final_tick = 0;
  World world = found_world(scenario, 21);
  const Lots before = all_land(world);
  CHECK(before >= 8);
  for (int tick = 0; tick < 1'000; ++tick) close_tick(world);
  CHECK(all_land(world) == before);
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.open[id] == 0) CHECK(world.enterprises.site[id].parcels == 0);
}

TEST_CASE("people without room do half as much, and a parcel gives room to six") {
  World world = hamlet(22);
  const EnterpriseId id = some(world, Form::kProprietary);
  std::vector<HouseholdId> people;
  for (const HouseholdId person : world.households.ids()) {
    world.households.hands[person] = world.households.minds[person] = kOne;
    world.households.effort[person] = kOne;
    world.households.tenure[person] = 1'000;
    if (people.size() < 14) {
      people.push_back(person);
      world.households.employer[person] = id;
    }
  }
  world.enterprises.hours[id] = kOne;
  world.enterprises.research[id] = {};
  world.enterprises.site[id].used = 2;
  CHECK(workforce(world, id, {people, {}}, Training::kAsItIs)[0] == 14 * kOne);
  world.enterprises.site[id].used = 1;
  CHECK(workforce(world, id, {people, {}}, Training::kAsItIs)[0] == 11 * kOne);
  world.enterprises.site[id].used = 0;
  CHECK(workforce(world, id, {people, {}}, Training::kAsItIs)[0] == 8 * kOne);
}

TEST_CASE("land that its owner does not work is let by auction, and the rent is theirs") {
  World world = hamlet(23);
  const HouseholdId landlord = gather(world);
  const EnterpriseId id = some(world, Form::kProprietary);
  world.rents.price = world.rents.slow_price = 10 * kCrown;
  post(world, Account::issuer(), id, 1'000 * kCrown, Reason::kIssue);  // it can pay what it bids
  REQUIRE(act_at_close(world, world.enterprises.head[id], UseLand{id, 3, 40 * kCrown, false}) == Rejection::kNone);
  const Mils before = world.households.cash[landlord];
  use_land(world);
  CHECK(world.enterprises.site[id].rented == 3);
  CHECK(world.enterprises.site[id].used == 3);
  CHECK(world.rents.parcels == 3);
  CHECK(world.households.cash[landlord] - before == 3 * world.rents.price);
  CHECK(world.rents.price <= 40 * kCrown);
  CHECK(world.enterprises.flows[id][index_of(Reason::kRent)] == -3 * world.rents.price);
  CHECK_FALSE(broken_invariant(world).has_value());
}

TEST_CASE("an owner who asks more than is bid lets nothing") {
  World world = hamlet(23);
  gather(world);
  const EnterpriseId id = some(world, Form::kProprietary);
  world.rents.price = world.rents.slow_price = 100 * kCrown;
  REQUIRE(act_at_close(world, world.enterprises.head[id], UseLand{id, 3, kCrown, false}) == Rejection::kNone);
  use_land(world);
  CHECK(world.enterprises.site[id].used == 0);
  CHECK(world.rents.parcels == 0);
}

TEST_CASE("the commons' land goes to those who use it, as far as they lack room, and costs nothing") {
  World world = hamlet(24);
  gather(world);
  const Lots all = std::exchange(pantry_of(world, HouseholdId{0}).lots[index_of(Good::kLand)], Lots{0});
  world.commons.parcels = all;
  const EnterpriseId user = some(world, Form::kCooperative);
  const EnterpriseId other = some(world, Form::kProprietary);
  world.enterprises.workers[user] = 2 + 7;  // lacks room for seven: two parcels
  world.enterprises.workers[other] = 20;
  world.enterprises.site[user].uses_commons = 1;
  const Mils before = world.enterprises.cash[user];
  use_land(world);
  CHECK(world.enterprises.site[user].common == 2);
  CHECK(world.enterprises.site[other].common == 0);
  CHECK(world.enterprises.cash[user] == before);
  world.enterprises.site[other].uses_commons = 1;
  world.commons.parcels = 2;
  use_land(world);
  CHECK(world.enterprises.site[user].common + world.enterprises.site[other].common == 2);
}

TEST_CASE("the commons buy with what they are given, never sell, and pay out what they do not need") {
  World world = hamlet(25);
  const HouseholdId giver{1};
  const HouseholdId landlord = gather(world);
  for (Site& site : world.enterprises.site.values) site.buy = site.sell = 0;
  const Mils slow = world.markets[index_of(Good::kLand)].slow_price = 100 * kCrown;
  const Mils gift = std::min(world.households.cash[giver], 4 * slow);
  REQUIRE(gift > 2 * slow);
  world.commons.given = 0;
  REQUIRE(act_at_close(world, giver, BackCommons{gift}) == Rejection::kNone);
  CHECK(world.commons.given == gift);
  REQUIRE(act_at_close(world, landlord, PlaceOrder{Good::kLand, Side::kSell, 2, slow / 2}) == Rejection::kNone);
  trade_goods(world);
  CHECK(world.commons.parcels == 2);
  CHECK_FALSE(broken_invariant(world).has_value());
  const Mils cash = world.commons.cash;
  const auto people = static_cast<Mils>(world.households.count());
  keep_commons(world);
  CHECK(world.commons.last_paid == std::max<Mils>(0, cash - people * world.mean_pay / 20) / 8 / people * people);
  CHECK(world.commons.cash == cash - world.commons.last_paid);
}

TEST_CASE("a co-operative's split may give a part to the commons, and the parts add up") {
  World world = tt::test::seated_hamlet(26);
  const EnterpriseId coop = some(world, Form::kCooperative);
  HouseholdId member;
  for (const HouseholdId id : world.households.ids())
    if (world.households.member[id] != 0 && world.households.employer[id] == coop) member = id;
  CHECK(act_at_close(world, member, ProposeMotion{coop, ChangeSplit{{5'000, 2'000, 2'000, 0}}}) ==
        Rejection::kSplitNotWhole);
  CHECK(act_at_close(world, member, ProposeMotion{coop, ChangeSplit{{5'000, 2'000, 2'000, 1'000}}}) ==
        Rejection::kNone);
}

TEST_CASE("an enterprise buys and sells parcels at the land auction") {
  World world = hamlet(27);
  const HouseholdId landlord = gather(world);
  world.commons.cash = 0;
  world.issued = 0;
  for (const Mils cash : world.households.cash.values) world.issued += cash;
  for (const Mils cash : world.enterprises.cash.values) world.issued += cash;
  world.issued += world.treasury + world.bank + world.strike_fund + world.maker.cash - world.credit;
  const EnterpriseId id = some(world, Form::kProprietary);
  const Mils price = 50 * kCrown;
  REQUIRE(act_at_close(world, world.enterprises.head[id], OrderLand{id, Side::kBuy, 2, price}) == Rejection::kNone);
  REQUIRE(act_at_close(world, landlord, PlaceOrder{Good::kLand, Side::kSell, 5, price / 2}) == Rejection::kNone);
  trade_goods(world);
  CHECK(world.enterprises.site[id].parcels == 2);
  CHECK(world.enterprises.site[id].buy == 0);
  CHECK(act_at_close(world, world.enterprises.head[id], OrderLand{id, Side::kSell, 3, price}) ==
        Rejection::kNotEnoughStock);
  REQUIRE(act_at_close(world, world.enterprises.head[id], OrderLand{id, Side::kSell, 1, 1}) == Rejection::kNone);
  REQUIRE(act_at_close(world, landlord, PlaceOrder{Good::kLand, Side::kBuy, 1, price}) == Rejection::kNone);
  REQUIRE(act_at_close(world, landlord, PlaceOrder{Good::kLand, Side::kSell, 0, 0}) == Rejection::kNone);
  trade_goods(world);
  CHECK(world.enterprises.site[id].parcels == 1);
  CHECK_FALSE(broken_invariant(world).has_value());
}
