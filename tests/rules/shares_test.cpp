// Share capital: who leads, who is paid, what a share counts for, and tricks that must not pay.
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

/// A seated owner with a firm of their own, and a bystander who holds nothing; both outside the others' deals.
struct Town {
  World world = tt::test::seated_hamlet(41);
  HouseholdId owner;
  HouseholdId other;
  EnterpriseId firm;

  Town() {
    for (const Seat& seat : world.seats) {
      if (seat.role == Role::kCapitalist && !owner.exists()) owner = seat.household;
      if (seat.role == Role::kWorker) other = seat.household;
    }
    for (const EnterpriseId id : world.enterprises.ids())
      if (world.enterprises.open[id] != 0 && world.enterprises.head[id] == owner) firm = id;
    tt::test::end_outside_capital(world);
    // Everything the owner's again, whatever the burn-in has sold.
    auto& firms = world.enterprises;
    tt::test::pay_all_debts(world, firm);
    firms.shareholders[firm] = {{owner, kSharesAtFounding}};
    firms.shares_issued[firm] = kSharesAtFounding;
    firms.share_market[firm] = {};
    if ((world.clock + firm.value) % 4 == 0) ++world.clock;  // not a tick of simulated orders
    firms.trust_debt[firm] = {};
    firms.dividend_average[firm] = 0;
    give(other, 20'000 * kCrown);
  }

  void give(HouseholdId who, Mils amount) { post(world, Account::issuer(), who, amount, Reason::kIssue); }
  [[nodiscard]] Mils wealth(HouseholdId who) const { return wealth_of_all(world)[who.value]; }
  void act(HouseholdId who, const Action& action) { REQUIRE(act_at_close(world, who, action) == Rejection::kNone); }
  /// Shares change hands between the two at this price.
  void trade(Lots shares, Mils price) {
    act(owner, OrderShares{firm, Side::kSell, shares, price});
    act(other, OrderShares{firm, Side::kBuy, shares, price});
    trade_shares(world);
  }
  [[nodiscard]] Mils book() const { return enterprise_worth(world, firm) / world.enterprises.shares_issued[firm]; }
};

}  // namespace

TEST_CASE("a trade moves shares and money at one price, and an order is filled once") {
  Town t;
  const Mils cash = t.world.households.cash[t.owner];
  t.trade(500, kCrown);
  CHECK(shares_of(t.world, t.firm, t.other) == 500);
  CHECK(shares_of(t.world, t.firm, t.owner) == kSharesAtFounding - 500);
  CHECK(t.world.households.cash[t.owner] == cash + 500 * kCrown);
  CHECK(t.world.share_orders.empty());
  CHECK(t.world.enterprises.share_market[t.firm].price == kCrown);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("the largest holder leads; among equals whoever leads already") {
  Town t;
  t.trade(5'000, kCrown);
  CHECK(t.world.enterprises.head[t.firm] == t.owner);
  t.trade(1, kCrown);
  CHECK(t.world.enterprises.head[t.firm] == t.other);
  CHECK(t.world.households.owner[t.other] == 1);
  CHECK(act_at_close(t.world, t.owner, DeclareDividend{t.firm, 1}) == Rejection::kNotOwner);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("dividends go by holding and the remainder stays in the enterprise") {
  Town t;
  t.trade(3'333, kCrown);
  const Mils cash = t.world.enterprises.cash[t.firm];
  const Mils declared = std::min<Mils>(cash, 1'000'003);
  t.act(t.owner, DeclareDividend{t.firm, declared});
  t.world.households.last_dividend[t.owner] = t.world.households.last_dividend[t.other] = 0;
  share_surplus(t.world);
  const Mils owners = mul_div(declared, 6'667, 10'000);
  const Mils others = mul_div(declared, 3'333, 10'000);
  CHECK(t.world.households.last_dividend[t.owner] == owners);
  CHECK(t.world.households.last_dividend[t.other] == others);
  CHECK(t.world.enterprises.cash[t.firm] == cash - owners - others);
}

TEST_CASE("a trust pays half of its dividends for its shares until they are paid, the rest to who works there") {
  Town t;
  t.act(t.owner, OfferEmployeeShares{t.firm, 2'000, 1});
  CHECK(trust_part(t.world, t.firm) == 2'000);
  CHECK(t.world.enterprises.trust_debt[t.firm].owed == 2'000);
  std::vector<HouseholdId> people;
  for (const HouseholdId id : t.world.households.ids()) {
    t.world.households.last_dividend[id] = 0;
    if (t.world.households.employer[id] == t.firm) people.push_back(id);
  }
  REQUIRE(!people.empty());
  const Mils cash = t.world.households.cash[t.owner];
  t.world.scenario.parameters[Parameter::kIncomeTax] = 0;
  t.act(t.owner, DeclareDividend{t.firm, 1'000'000});
  share_surplus(t.world);
  Mils paid = 0;
  for (const HouseholdId id : people) paid += t.world.households.last_dividend[id];
  CHECK(paid == 200'000 - 2'000);
  CHECK(t.world.enterprises.trust_debt[t.firm].owed == 0);
  CHECK(t.world.households.cash[t.owner] == cash + 800'000 + 2'000);
}

TEST_CASE("an issue dilutes; a buy-back cancels; neither may move property to friends") {
  Town t;
  const Mils price = t.book() + 1;
  CHECK(act_at_close(t.world, t.owner, IssueShares{t.firm, Side::kSell, 100, t.book() - 1}) ==
        Rejection::kPriceOutOfRange);
  CHECK(act_at_close(t.world, t.owner, IssueShares{t.firm, Side::kBuy, 1, t.book() + 1}) ==
        Rejection::kPriceOutOfRange);
  const Mils cash = t.world.enterprises.cash[t.firm];
  t.act(t.owner, IssueShares{t.firm, Side::kSell, 1'000, price});
  t.act(t.other, OrderShares{t.firm, Side::kBuy, 1'000, price});
  trade_shares(t.world);
  const Lots sold = shares_of(t.world, t.firm, t.other);
  CHECK(sold > 0);
  CHECK(t.world.enterprises.shares_issued[t.firm] == kSharesAtFounding + 1'000);
  CHECK(t.world.enterprises.cash[t.firm] == cash + 1'000 * price);
  const Mils back = t.book();
  t.act(t.owner, IssueShares{t.firm, Side::kBuy, 200, back});
  t.act(t.other, OrderShares{t.firm, Side::kSell, 200, back});
  trade_shares(t.world);
  CHECK(t.world.enterprises.shares_issued[t.firm] == kSharesAtFounding + 800);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("money a head puts in where others own a part buys shares at book worth") {
  Town t;
  t.trade(2'000, kCrown);
  const Mils others = t.wealth(t.other);
  t.give(t.owner, 4'000 * kCrown);
  const Mils mine = t.wealth(t.owner);
  t.world.enterprises.share_market[t.firm] = {};
  const Mils before = t.wealth(t.other);
  const Mils a_share = t.book() + 1;  // what rounding to whole shares may give away
  t.act(t.owner, Invest{t.firm, 4'000 * kCrown});
  CHECK(t.wealth(t.other) - before < a_share);
  CHECK(t.wealth(t.other) - before > -a_share);
  CHECK(t.wealth(t.owner) + t.wealth(t.other) >= mine + others - kCrown);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("what an owner keeps in the till counts for what buyers would pay, at most book worth") {
  Town t;
  CHECK(capital_worth(t.world, t.firm) == enterprise_worth(t.world, t.firm));  // no market yet
  const Mils half = t.book() / 2;
  t.world.enterprises.share_market[t.firm].paid.fill(half);
  CHECK(capital_worth(t.world, t.firm) == half * kSharesAtFounding);
  t.world.enterprises.share_market[t.firm].paid.fill(10 * t.book());
  CHECK(capital_worth(t.world, t.firm) == enterprise_worth(t.world, t.firm));
}

TEST_CASE("holders of more than half sell all to a bidder at the price offered") {
  Town t;
  t.trade(4'000, kCrown);
  t.world.buy_outs.clear();
  t.give(t.other, 6'000 * 2 * kCrown);
  const Mils cash = t.world.households.cash[t.owner];
  t.act(t.other, OfferBuyOut{t.firm, 2 * kCrown});
  t.world.buy_outs.front().closes_tick = t.world.running();
  World refused = t.world;
  decide_buy_outs(refused);
  CHECK(refused.enterprises.head[t.firm] == t.owner);
  CHECK(refused.households.cash[t.owner] == cash);
  t.act(t.owner, AgreeToBuyOut{t.firm});
  decide_buy_outs(t.world);
  CHECK(t.world.enterprises.head[t.firm] == t.other);
  CHECK(shares_of(t.world, t.firm, t.other) == kSharesAtFounding);
  CHECK(t.world.households.cash[t.owner] == cash + 12'000 * kCrown);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("a bid for the whole lapses when the bidder's cash is gone by then") {
  Town t;
  t.world.buy_outs.clear();
  CHECK(act_at_close(t.world, t.other, OfferBuyOut{t.firm, 1'000 * kCrown}) == Rejection::kNotEnoughCash);
  t.act(t.other, OfferBuyOut{t.firm, kCrown});
  t.act(t.owner, AgreeToBuyOut{t.firm});
  post(t.world, t.other, Account::treasury(), t.world.households.cash[t.other] - kCrown, Reason::kWealthTax);
  t.world.buy_outs.front().closes_tick = t.world.running();
  decide_buy_outs(t.world);
  CHECK(t.world.enterprises.head[t.firm] == t.owner);
  CHECK(shares_of(t.world, t.firm, t.owner) == kSharesAtFounding);
}

TEST_CASE("an offer for the whole is sealed until the close, then public for two ticks before it is decided") {
  Town t;
  t.world.buy_outs.clear();
  REQUIRE(apply(t.world, t.other, OfferBuyOut{t.firm, kCrown}) == Rejection::kNone);
  CHECK(apply(t.world, t.owner, AgreeToBuyOut{t.firm}) == Rejection::kNoBuyOut);
  CHECK(public_view(t.world).enterprises[t.firm.value].buy_out_price == 0);
  close_tick(t.world);
  t.act(t.owner, AgreeToBuyOut{t.firm});
  for (int notice = 0; notice < 2; ++notice) {
    CHECK(t.world.enterprises.head[t.firm] == t.owner);
    CHECK(public_view(t.world).enterprises[t.firm.value].buy_out_price == kCrown);
    CHECK(public_view(t.world).enterprises[t.firm.value].buy_out_bidder == t.other);
    close_tick(t.world);
  }
  CHECK(t.world.enterprises.head[t.firm] == t.other);
  CHECK(public_view(t.world).enterprises[t.firm.value].buy_out_price == 0);
}

TEST_CASE("what a take-over makes of the former owner's wealth is explained to the mil") {
  Town t;
  t.world.buy_outs.clear();
  t.act(t.owner, OfferBuyOut{t.firm, t.book(), true});
  t.world.enterprises.dividend_average[t.firm] = t.book() * kSharesAtFounding / 100;
  t.world.buy_outs.front().closes_tick = t.world.running();
  const World before = t.world;
  close_tick(t.world);
  REQUIRE(t.world.enterprises.form[t.firm] == Form::kCooperative);
  const auto why = explain(before, t.world, t.owner, Figure::kWealth, {});
  REQUIRE(why.has_value());
  Mils sum = why->before;
  Mils lost = 0;
  for (const Contribution& part : why->parts) {
    sum += part.amount;
    lost += part.cause == Cause::kEnterpriseLost && part.enterprise == t.firm ? part.amount : 0;
  }
  CHECK(sum == why->now);
  CHECK(why->now == t.wealth(t.owner));
  CHECK(lost < 0);
}

TEST_CASE("workers who take over become members, and half of each surplus pays the former owner") {
  Town t;
  t.world.buy_outs.clear();
  std::vector<HouseholdId> people;
  for (const HouseholdId id : t.world.households.ids())
    if (t.world.households.employer[id] == t.firm) people.push_back(id);
  REQUIRE(!people.empty());
  t.world.enterprises.dividend_average[t.firm] = kCrown;  // the price is soon paid off
  t.act(t.owner, OfferEmployeeShares{t.firm, 2'500, 0});
  t.act(people.front(), OfferBuyOut{t.firm, 1, true});
  t.act(t.owner, AgreeToBuyOut{t.firm});
  t.world.buy_outs.front().closes_tick = t.world.running();
  decide_buy_outs(t.world);
  const auto& firms = t.world.enterprises;
  REQUIRE(firms.form[t.firm] == Form::kCooperative);
  CHECK(firms.accounts[t.firm] == firms.cash[t.firm] / 4);
  CHECK(firms.accounts[t.firm] + firms.reserve[t.firm] == firms.cash[t.firm]);
  CHECK(owed_to_former_owners(t.world, t.firm) == 7'500);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("a head offers the enterprise to its people, and a majority of them takes it") {
  Town t;
  const Mils price = std::max<Mils>(1, t.book() / 2);
  t.world.enterprises.dividend_average[t.firm] = price * kSharesAtFounding / 200;  // 1.3 times the price in ten years
  t.act(t.owner, OfferBuyOut{t.firm, price, true});
  t.world.buy_outs.front().closes_tick = t.world.running();
  World dear = t.world;
  dear.buy_outs.front().price = 10 * t.book();
  decide_buy_outs(dear);
  CHECK(dear.enterprises.form[t.firm] == Form::kProprietary);
  World frugal = t.world;
  frugal.enterprises.dividend_average[t.firm] = price * kSharesAtFounding / 400;  // it would take twenty
  decide_buy_outs(frugal);
  CHECK(frugal.enterprises.form[t.firm] == Form::kProprietary);
  decide_buy_outs(t.world);
  REQUIRE(t.world.enterprises.form[t.firm] == Form::kCooperative);
  CHECK(owed_to_former_owners(t.world, t.firm) == price * kSharesAtFounding);
  CHECK(act_at_close(t.world, t.other, OfferBuyOut{t.firm, 1}) == Rejection::kWrongForm);
  close_tick(t.world);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("a co-operative pays its former owners out of half its surplus, to the last mil") {
  Town t;
  t.world.enterprises.dividend_average[t.firm] = kCrown;
  t.act(t.owner, OfferBuyOut{t.firm, 1, true});
  t.world.buy_outs.front().closes_tick = t.world.running();
  decide_buy_outs(t.world);
  REQUIRE(owed_to_former_owners(t.world, t.firm) == kSharesAtFounding);
  auto& firms = t.world.enterprises;
  t.world.treasury += firms.reserve[t.firm];  // a reserve that binds nothing leaves a surplus
  firms.cash[t.firm] -= firms.reserve[t.firm];
  firms.reserve[t.firm] = 0;
  post(t.world, Account::issuer(), t.firm, 100'000 * kCrown, Reason::kIssue);
  const Mils cash = t.world.households.cash[t.owner];
  share_surplus(t.world);
  CHECK(owed_to_former_owners(t.world, t.firm) == 0);
  CHECK(t.world.households.cash[t.owner] == cash + kSharesAtFounding);
}

TEST_CASE("one of the workers alone takes nothing over") {
  Town t;
  t.world.buy_outs.clear();
  HouseholdId spokesperson;
  int people = 0;
  for (const HouseholdId id : t.world.households.ids()) {
    if (t.world.households.employer[id] != t.firm) continue;
    if (!spokesperson.exists()) spokesperson = id;
    ++people;
  }
  REQUIRE(people > 2);
  t.act(spokesperson, OfferBuyOut{t.firm, 10 * t.book(), true});
  t.act(t.owner, AgreeToBuyOut{t.firm});
  t.world.buy_outs.front().closes_tick = t.world.running();
  decide_buy_outs(t.world);
  CHECK(t.world.enterprises.form[t.firm] == Form::kProprietary);
  CHECK(t.world.instalments.empty());
}

TEST_CASE("half of a surplus goes to former owners, and what is left at the end before the commons") {
  Town t;
  auto& firms = t.world.enterprises;
  t.world.instalments.clear();
  firms.dividend_average[t.firm] = t.book() * kSharesAtFounding;
  t.act(t.owner, OfferBuyOut{t.firm, 100 * t.book(), true});
  t.world.buy_outs.front().closes_tick = t.world.running();
  decide_buy_outs(t.world);
  REQUIRE(firms.form[t.firm] == Form::kCooperative);
  t.world.treasury += std::exchange(firms.cash[t.firm], firms.accounts[t.firm]) - firms.accounts[t.firm];
  firms.reserve[t.firm] = 0;
  post(t.world, Account::issuer(), t.firm, 100'000 * kCrown, Reason::kIssue);
  const Mils cash = t.world.households.cash[t.owner];
  share_surplus(t.world);
  const Mils paid = t.world.households.cash[t.owner] - cash;
  CHECK(paid > 0);
  CHECK(firms.last_surplus[t.firm] - paid >= 0);
  CHECK(firms.last_surplus[t.firm] - paid <= 1);
  for (const HouseholdId id : t.world.households.ids())
    if (t.world.households.employer[id] == t.firm) leave_enterprise(t.world, id);
  REQUIRE(firms.workers[t.firm] == 0);
  firms.ticks_empty[t.firm] = 100;
  const Mils left = firms.cash[t.firm];
  const Mils commons = t.world.commons.cash;
  const Mils before = t.world.households.cash[t.owner];
  REQUIRE(owed_to_former_owners(t.world, t.firm) > left);
  found_and_close(t.world);
  CHECK(firms.open[t.firm] == 0);
  CHECK(t.world.households.cash[t.owner] == before + left);
  CHECK(t.world.commons.cash == commons);
  CHECK(owed_to_former_owners(t.world, t.firm) == 0);
}

TEST_CASE("a trust that owns everything makes a co-operative") {
  Town t;
  t.act(t.owner, OfferEmployeeShares{t.firm, 4'000, 1});
  CHECK(t.world.enterprises.form[t.firm] == Form::kProprietary);
  World alone = t.world;
  for (const HouseholdId id : alone.households.ids())
    if (alone.households.employer[id] == t.firm) alone.households.employer[id] = {};
  alone.enterprises.workers[t.firm] = 0;
  CHECK(act_at_close(alone, t.owner, OfferEmployeeShares{t.firm, 6'000, 1}) == Rejection::kNotEnoughShares);
  t.act(t.owner, OfferEmployeeShares{t.firm, 6'000, 1});
  const auto& firms = t.world.enterprises;
  REQUIRE(firms.form[t.firm] == Form::kCooperative);
  CHECK(firms.accounts[t.firm] == firms.cash[t.firm]);
  CHECK(firms.reserve[t.firm] == 0);
  CHECK(owed_to_former_owners(t.world, t.firm) == kSharesAtFounding);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("no enterprise takes a form that the law forbids") {
  Town t;
  World no_coops = t.world;
  no_coops.scenario.parameters[Parameter::kCooperativesAllowed] = 0;
  CHECK(act_at_close(no_coops, t.owner, OfferBuyOut{t.firm, 1, true}) == Rejection::kFormNotAllowed);
  CHECK(act_at_close(no_coops, t.owner, OfferEmployeeShares{t.firm, kOne, 0}) == Rejection::kFormNotAllowed);
  CHECK(act_at_close(no_coops, t.owner, OfferEmployeeShares{t.firm, 9'999, 0}) == Rejection::kNone);
  World fixed = t.world;
  fixed.scenario.parameters[Parameter::kChangeOfForm] = 0;
  CHECK(act_at_close(fixed, t.owner, OfferBuyOut{t.firm, 1, true}) == Rejection::kFormNotAllowed);
  CHECK(act_at_close(fixed, t.owner, OfferEmployeeShares{t.firm, kOne, 0}) == Rejection::kFormNotAllowed);
  CHECK(act_at_close(fixed, t.other, OfferBuyOut{t.firm, 1}) == Rejection::kNone);
}

// Tricks.

TEST_CASE("wash trades and a pump among friends add nothing to what they own together") {
  Town t;
  const Mils honest = t.wealth(t.owner) + t.wealth(t.other);
  for (int round = 0; round < 8; ++round) {
    const Mils price = t.book() * (round + 2);
    const Lots shares = std::min<Lots>(50, t.world.households.cash[t.other] / price);
    if (shares > 0) t.trade(shares, price);
  }
  CHECK(t.wealth(t.owner) + t.wealth(t.other) <= honest);
}

TEST_CASE("a dividend at the last moment changes nobody's wealth but by the tax on it") {
  Town t;
  const Mils before = t.wealth(t.owner);
  const Mils paid = t.world.enterprises.cash[t.firm];
  t.act(t.owner, DeclareDividend{t.firm, paid});
  share_surplus(t.world);
  const Mils tax = paid * t.world.scenario.parameters[Parameter::kIncomeTax] / kOne;
  CHECK(t.wealth(t.owner) <= before);
  CHECK(t.wealth(t.owner) >= before - tax - 1);
}

TEST_CASE("a head does not sell to the enterprise whose money it spends") {
  Town t;
  t.trade(4'000, kCrown);
  const Lots held = shares_of(t.world, t.firm, t.owner);
  t.act(t.owner, IssueShares{t.firm, Side::kBuy, 100, t.book()});
  t.act(t.owner, OrderShares{t.firm, Side::kSell, 100, 1});
  trade_shares(t.world);
  CHECK(shares_of(t.world, t.firm, t.owner) == held);
}

TEST_CASE("together people never own more than there is") {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    World world = tt::test::seated_hamlet(seed);
    tt::test::Draws draws(900 + seed);
    for (int tick = 0; tick < 20; ++tick) {
      tt::test::play_tick(world, 6, draws);
      Mils owned = 0;
      for (const Mils one : wealth_of_all(world)) owned += one;
      Mils real = 0;
      for (const Mils cash : world.households.cash.values) real += cash;
      for (const EnterpriseId id : world.enterprises.ids()) real += enterprise_worth(world, id);
      for (const Pantry& pantry : world.pantries)
        for (const Good good : kAllGoods) real += pantry.lots[index_of(good)] * world.markets[index_of(good)].price;
      REQUIRE(owned <= real);
    }
  }
}
