// Outside capital of co-operatives: who buys it, what it is paid, where it ranks, and tricks that must not pay.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/simulated/leaning.hpp"
#include "rules/simulated/outside_capital.hpp"
#include "rules/stages/receivership.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

constexpr Mils kUnit = 100 * kCrown;

/// A seated member of a co-operative without debts, its other members, and a seated bystander with savings.
struct Town {
  World world = tt::test::seated_hamlet(41);
  EnterpriseId coop;
  HouseholdId member;
  HouseholdId saver;
  std::vector<HouseholdId> members;

  Town() {
    for (const Seat& seat : world.seats) {
      if (seat.role == Role::kMember && !member.exists()) member = seat.household;
      if (seat.role == Role::kWorker) saver = seat.household;
    }
    coop = world.households.employer[member];
    for (const HouseholdId id : world.households.ids())
      if (world.households.employer[id] == coop) members.push_back(id);
    tt::test::pay_all_debts(world, coop);
    tt::test::end_outside_capital(world);
    // Nobody but those here looks at the offers.
    for (const HouseholdId id : world.households.ids())
      if (!is_seat(world, id)) post(world, id, Account::treasury(), world.households.cash[id], Reason::kIncomeTax);
    world.motions.clear();
    std::fill(world.enterprises.open_motions.values.begin(), world.enterprises.open_motions.values.end(), 0);
    world.scenario.parameters[Parameter::kIncomeTax] = 0;
    give(saver, 50'000 * kCrown);
    give_coop(500'000 * kCrown);
  }

  void give(HouseholdId who, Mils amount) { post(world, Account::issuer(), who, amount, Reason::kIssue); }
  void give_coop(Mils amount) { post(world, Account::issuer(), coop, amount, Reason::kIssue); }
  void spend(Mils amount) { post(world, coop, Account::treasury(), amount, Reason::kPurchases); }
  [[nodiscard]] Mils cash() const { return world.enterprises.cash[coop]; }
  [[nodiscard]] Mils cash_of(HouseholdId who) const { return world.households.cash[who]; }
  [[nodiscard]] Lots units_of(HouseholdId who) const { return shares_of(world, coop, who); }
  [[nodiscard]] Mils wealth(HouseholdId who) const { return wealth_of_all(world)[who.value]; }
  [[nodiscard]] Mils owed() const { return outside_capital(world, coop)->owed; }

  /// These many units at a hundred crowns, all bought by the saver.
  void sell(Lots units, Bp rate) {
    offer_units(world, coop, units, kUnit, rate);
    REQUIRE(act_at_close(world, saver, OrderShares{coop, Side::kBuy, units, kUnit}) == Rejection::kNone);
    trade_shares(world);
    REQUIRE(units_of(saver) + others() == units);
  }
  /// Units that simulated savers took.
  [[nodiscard]] Lots others() const { return world.enterprises.shares_issued[coop] - units_of(saver); }
  Rejection propose(const MotionChange& change) { return act_at_close(world, member, ProposeMotion{coop, change}); }
};

Mils sum_of_accounts(const World& world, std::span<const HouseholdId> members) {
  return std::accumulate(members.begin(), members.end(), Mils{0},
                         [&](Mils sum, HouseholdId id) { return sum + world.households.capital_account[id]; });
}

}  // namespace

TEST_CASE("units are offered by motion, sold in the auction, and give no vote and no lead") {
  Town t;
  const HouseholdId head = t.world.enterprises.head[t.coop];
  const std::uint32_t electorate = electorate_of(t.world, t.members);
  const Mils before = t.cash();
  CHECK(act_at_close(t.world, t.saver, OrderShares{t.coop, Side::kBuy, 1, kUnit}) == Rejection::kNoOutsideCapital);
  REQUIRE(t.propose(OfferCapital{100, kUnit, 500}) == Rejection::kNone);
  t.world.motions.back().closes_tick = t.world.running();
  t.world.motions.back().ballots.clear();
  for (const HouseholdId id : t.members) {
    t.world.households.tenure[id] = 52;
    if (id != t.member) t.world.motions.back().ballots.push_back({id, Choice::kYes});
  }
  t.sell(100, 500);  // as the motion would
  CHECK(t.cash() == before + 100 * kUnit);
  CHECK(t.world.enterprises.board_order[t.coop].quantity == 0);
  CHECK(t.world.enterprises.head[t.coop] == head);
  CHECK(electorate_of(t.world, t.members) >= electorate);
  CHECK(t.propose(OfferCapital{1, kUnit, 500}) == Rejection::kMotionAlreadyOpen);
  CHECK(act_at_close(t.world, t.saver, ProposeMotion{t.coop, ChangeMerit{1'000}}) == Rejection::kNotMember);
  CHECK(act_at_close(t.world, t.saver, IssueShares{t.coop, Side::kSell, 1, kUnit}) == Rejection::kNotOwner);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("a motion that is carried puts units on offer; one that takes what is not there any more is lost") {
  for (const bool covered : {true, false}) {
    Town t;
    REQUIRE(t.propose(OfferCapital{100, kUnit, 500}) == Rejection::kNone);
    Motion& motion = t.world.motions.back();
    motion.closes_tick = t.world.running();
    motion.ballots.clear();
    for (const HouseholdId id : t.members) {
      t.world.households.tenure[id] = 52;
      if (t.world.households.seat[id] == kNoSeat) {
        t.world.households.seat[id] = static_cast<std::uint32_t>(t.world.seats.size());
        t.world.seats.push_back({.household = id, .opening_cash = t.world.households.cash[id]});
      }
      t.world.seats[t.world.households.seat[id]].controller = Controller::kPlayer;
      motion.ballots.push_back({id, Choice::kYes});
    }
    if (!covered) t.world.enterprises.wages_owed[t.coop] = 1'000'000 * kCrown;  // in debt over its head
    decide_motions(t.world);
    CHECK(t.world.motions.back().carried == covered);
    CHECK(t.world.enterprises.board_order[t.coop].quantity == (covered ? 100 : 0));
    CHECK((outside_capital(t.world, t.coop) != nullptr) == covered);
  }
}

TEST_CASE("what is offered has bounds: the law, the co-operative's own capital, and terms already promised") {
  Town t;
  const Mils own = own_capital(t.world, t.coop);
  CHECK(t.propose(OfferCapital{own / kUnit + 1, kUnit, 500}) == Rejection::kBeyondOwnCapital);
  CHECK(t.propose(OfferCapital{10, kUnit, kMostReturn + 1}) == Rejection::kShareOutOfRange);
  CHECK(t.propose(OfferCapital{10, 0, 500}) == Rejection::kPriceOutOfRange);
  CHECK(t.propose(OfferCapital{}) == Rejection::kNoOutsideCapital);
  CHECK(t.propose(RedeemCapital{1}) == Rejection::kNoOutsideCapital);
  t.sell(10, 500);
  CHECK(t.propose(OfferCapital{10, kUnit, 499}) == Rejection::kTermsOfUnits);
  CHECK(t.propose(OfferCapital{10, kUnit + 1, 500}) == Rejection::kTermsOfUnits);
  CHECK(t.propose(RedeemCapital{11}) == Rejection::kNoOutsideCapital);
  t.world.scenario.parameters[Parameter::kOutsideCapital] = 0;
  CHECK(t.propose(OfferCapital{10, kUnit, 500}) == Rejection::kLawForbids);
  CHECK(t.propose(RedeemCapital{10}) == Rejection::kNone);
}

TEST_CASE("a return of a year falls due in 52 parts to the mil, and comes before the members' surplus") {
  Town t;
  t.sell(100, 777);
  std::int64_t paid = 0;
  for (int tick = 0; tick < 52; ++tick) {
    t.world.households.last_dividend[t.saver] = 0;
    const Mils had = t.cash();
    pay_return(t.world, t.coop);
    CHECK(t.owed() == 0);
    paid += had - t.cash();
  }
  CHECK(paid == 100 * kUnit * 777 / kOne);
}

TEST_CASE("what cannot be paid stays owed, is told once, and holds the members' surplus up") {
  Town t;
  t.sell(100, 1'000);
  const Mils all = t.cash();
  t.spend(all);
  pay_return(t.world, t.coop);
  pay_return(t.world, t.coop);
  const Mils owed = t.owed();
  CHECK(owed > 0);
  CHECK(outside_capital(t.world, t.coop)->unpaid_ticks == 2);
  CHECK(std::count_if(t.world.events.begin(), t.world.events.end(),
                      [](const Event& e) { return e.kind == EventKind::kReturnOwed; }) == 1);
  CHECK_FALSE(members_may_share(t.world, t.coop));
  t.give_coop(all + 100'000 * kCrown);
  pay_return(t.world, t.coop);
  CHECK(t.owed() == 0);
  CHECK(members_may_share(t.world, t.coop));
}

TEST_CASE("capital raised is never shared out: the surplus is what it would have been without it") {
  Town with, without;
  with.sell(100, 0);
  for (Town* t : {&with, &without}) share_surplus(t->world);
  CHECK(with.world.enterprises.last_surplus[with.coop] == without.world.enterprises.last_surplus[without.coop]);
  CHECK(without.world.enterprises.last_surplus[without.coop] > 0);
  for (const HouseholdId id : with.members)
    CHECK(with.world.households.last_share[id] == without.world.households.last_share[id]);
}

TEST_CASE("capital raised is not paid out as wages, nor taken along by those who leave") {
  Town t;
  t.world.enterprises.profit_average[t.coop] = 0;
  const Mils wage = t.world.enterprises.wage[t.coop];
  CHECK(t.propose(ChangeBaseWage{2 * wage}) == Rejection::kNone);
  t.world.motions.clear();
  t.world.enterprises.open_motions[t.coop] = 0;
  t.sell(100, 0);
  CHECK(t.propose(ChangeBaseWage{2 * wage}) == Rejection::kUnitsFirst);
  CHECK(t.propose(ChangeBaseWage{wage}) == Rejection::kNone);
  // The members put everything on their accounts, and all but the last go.
  auto& people = t.world.households;
  for (const HouseholdId id : t.members) {
    people.capital_account[id] += 100'000 * kCrown;
    t.world.enterprises.accounts[t.coop] += 100'000 * kCrown;
  }
  for (const HouseholdId id : t.members) leave_enterprise(t.world, id);
  CHECK(enterprise_worth(t.world, t.coop) >= outside_claim(t.world, t.coop));
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("units are taken back at their price, from all in proportion, with what is owed") {
  Town t;
  t.sell(90, 520);
  REQUIRE(act_at_close(t.world, t.saver, OrderShares{t.coop, Side::kSell, 30, kUnit}) == Rejection::kNone);
  t.give(t.member, 10'000 * kCrown);
  REQUIRE(act_at_close(t.world, t.member, OrderShares{t.coop, Side::kBuy, 30, kUnit}) == Rejection::kNone);
  trade_shares(t.world);
  REQUIRE(t.units_of(t.member) == 30);
  const Mils saver = t.cash_of(t.saver);
  const Mils member = t.cash_of(t.member);
  const Mils all = t.cash();
  REQUIRE(may_redeem(t.world, t.coop, 45));
  redeem_units(t.world, t.coop, 45);
  CHECK(t.cash() == all - 45 * kUnit);
  CHECK(t.cash_of(t.member) == member + 15 * kUnit);
  CHECK(t.cash_of(t.saver) == saver + 30 * kUnit);
  redeem_units(t.world, t.coop, 45);
  CHECK(outside_capital(t.world, t.coop) == nullptr);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("when it fails, units come after creditors and before members") {
  Town t;
  t.sell(100, 0);
  const Mils loan = 30 * kUnit;
  post(t.world, Account::credit(), t.coop, loan, Reason::kLoan);
  t.world.enterprises.loan[t.coop] = loan;
  t.world.loans += loan;
  auto& people = t.world.households;
  for (const HouseholdId id : t.members) people.capital_account[id] = 50 * kUnit;
  t.world.enterprises.accounts[t.coop] = 50 * kUnit * std::ssize(t.members);
  const Mils left = loan + 120 * kUnit;
  t.spend(t.cash() - left);
  const Mils saver = t.cash_of(t.saver);
  Mils members = 0;
  for (const HouseholdId id : t.members) members -= t.cash_of(id);
  const auto roster = t.members;
  wind_up(t.world, t.coop, roster);
  CHECK(t.world.enterprises.loan[t.coop] == 0);
  for (const HouseholdId id : t.members) members += t.cash_of(id);
  CHECK(members == 20 * kUnit);
  CHECK(sum_of_accounts(t.world, t.members) == 0);
  CHECK(outside_claim(t.world, t.coop) == 100 * kUnit);
  t.world.enterprises.winding_up[t.coop] = 1;
  go_on_winding_up(t.world, t.coop);
  CHECK(t.cash_of(t.saver) == saver + 100 * kUnit);
  CHECK(outside_capital(t.world, t.coop) == nullptr);
  CHECK(t.cash() == 0);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("a co-operative that gives up its form pays its units back first") {
  Town t;
  const Mils locked = locked_reserve(t.world, t.coop);
  t.sell(100, 0);
  const Mils all = t.cash();
  t.world.enterprises.reserve[t.coop] = locked;
  t.spend(all - locked - 100 * kUnit + 1);
  CHECK_FALSE(may_demutualise(t.world, t.coop));
  t.give_coop(1);
  REQUIRE(may_demutualise(t.world, t.coop));
  demutualise(t.world, t.coop, t.members);
  CHECK(t.cash() == 0);
  CHECK(outside_capital(t.world, t.coop) == nullptr);
  CHECK(t.units_of(t.saver) == 0);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("a unit counts for the least of its promise, its price and what stands behind it") {
  Town t;
  t.sell(100, 500);
  const Lots mine = t.units_of(t.saver);
  CHECK(outside_worth(t.world, t.coop) == 100 * kUnit);
  // Friends who trade at a silly price add nothing to what they own together.
  t.give(t.member, 40'000 * kCrown);
  const Mils together = t.wealth(t.saver) + t.wealth(t.member);
  for (int i = 0; i < 12; ++i) {
    const bool back = i % 2 == 1;
    const HouseholdId seller = back ? t.member : t.saver;
    const HouseholdId buyer = back ? t.saver : t.member;
    REQUIRE(act_at_close(t.world, seller, OrderShares{t.coop, Side::kSell, 10, 5 * kUnit}) == Rejection::kNone);
    REQUIRE(act_at_close(t.world, buyer, OrderShares{t.coop, Side::kBuy, 10, 5 * kUnit}) == Rejection::kNone);
    trade_shares(t.world);
  }
  CHECK(t.wealth(t.saver) + t.wealth(t.member) <= together);
  CHECK(t.units_of(t.saver) == mine);
  t.spend(t.cash());
  t.world.enterprises.wages_owed[t.coop] = 1'000'000 * kCrown;
  CHECK(outside_worth(t.world, t.coop) == 0);
}

TEST_CASE("members who buy from themselves above the price only fill the reserve") {
  Town t;
  const Mils reserve = t.world.enterprises.reserve[t.coop];
  offer_units(t.world, t.coop, 10, kUnit, 500);
  t.give(t.member, 10'000 * kCrown);
  const Mils before = t.wealth(t.member);
  REQUIRE(act_at_close(t.world, t.member, OrderShares{t.coop, Side::kBuy, 10, 3 * kUnit}) == Rejection::kNone);
  trade_shares(t.world);
  CHECK(t.wealth(t.member) <= before);
  CHECK(t.world.enterprises.reserve[t.coop] >= reserve);
  CHECK(!broken_invariant(t.world));
}

TEST_CASE("savers ask more than the bank pays, and more the less stands behind the units") {
  Town t;
  offer_units(t.world, t.coop, 100, kUnit, 500);
  const std::int64_t asked = asked_return(t.world, t.coop, 100 * kUnit);
  CHECK(asked > deposit_yield(t.world));
  CHECK(asked_return(t.world, t.coop, 1'000 * kUnit) > asked);
  t.world.outside_capital.front().owed = 1;
  CHECK(asked_return(t.world, t.coop, 100 * kUnit) > asked);
}

TEST_CASE("members lean by what capital brings and costs: dear capital is voted down") {
  Town t;
  t.world.enterprises.wage[t.coop] = t.world.mean_pay;
  const auto effect = [&](Bp rate) {
    const Motion motion{.enterprise = t.coop, .proposer = t.member, .change = OfferCapital{40, kUnit, rate}};
    const auto effects = expected_effects(t.world, motion, t.members);
    return std::accumulate(effects.begin(), effects.end(), Mils{0});
  };
  CHECK(effect(0) > effect(500));
  CHECK(effect(500) > effect(2'000));
}

TEST_CASE("simulated assemblies raise capital, savers buy it, and nothing of it is lost") {
  World world = found_world(*find_scenario("hamlet"), 7);
  bool offered = false;
  bool sold = false;
  for (int tick = 0; tick < 300 && !sold; ++tick) {
    close_tick(world);
    offered = offered || !world.outside_capital.empty();
    for (const OutsideCapital& c : world.outside_capital)
      sold = sold || world.enterprises.shares_issued[c.enterprise] > 0;
  }
  CHECK(offered);
  CHECK(sold);
}
