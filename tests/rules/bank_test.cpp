// The mutual bank: what it lends, what it costs, who bears a loss; and what becomes of those who do not pay.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "rules/actions/perform.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/receivership.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/back_pay.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

/// A seated owner's profitable firm with its people, and a co-operative; a bank without loans.
struct Town {
  World world = tt::test::seated_hamlet(51);
  HouseholdId owner;
  EnterpriseId firm;
  EnterpriseId cooperative;

  Town() {
    auto& firms = world.enterprises;
    for (const Seat& seat : world.seats)
      if (seat.role == Role::kCapitalist && !owner.exists()) owner = seat.household;
    for (const EnterpriseId id : firms.ids()) {
      tt::test::pay_all_debts(world, id);
      if (firms.open[id] == 0 || firms.workers[id] == 0) continue;
      if (firms.head[id] == owner && firms.form[id] == Form::kProprietary) firm = id;
      if (firms.form[id] == Form::kCooperative && firms.head[id].exists()) cooperative = id;
      firms.profit_average[id] = 100'000 * kCrown;
    }
    make_good_all();
    fill_bank(1'000'000 * kCrown);
    for (const HouseholdId id : world.households.ids()) set_second_job(world, id, {}, 0);
    world.households.for_take_over.values.assign(world.households.count(), 0);
  }

  void make_good_all() {
    give(Account::bank(), bank_shortfall(world));
    post(world, Account::bank(), Account::credit(), bank_shortfall(world), Reason::kWriteOff);
  }
  void give(Account to, Mils amount) { post(world, Account::issuer(), to, amount, Reason::kIssue); }
  void fill_bank(Mils capital) {
    post(world, Account::bank(), Account::issuer(), world.bank, Reason::kIssue);
    give(Account::bank(), capital);
  }
  void empty_till(EnterpriseId id) { post(world, id, Account::issuer(), world.enterprises.cash[id], Reason::kIssue); }
  Rejection act(const Action& action) { return act_at_close(world, owner, action); }
  void borrow(Mils amount) {
    REQUIRE(act(Borrow{firm, amount}) == Rejection::kNone);
    settle_credit(world);
    REQUIRE(world.enterprises.loan[firm] == amount);
  }
  [[nodiscard]] std::vector<HouseholdId> people(EnterpriseId id) const {
    const Roster roster(world);
    return {roster.of(id).begin(), roster.of(id).end()};
  }
  void sound() const {
    const auto broken = broken_invariant(world);
    REQUIRE_MESSAGE(!broken, broken.value_or(""));
  }
};

}  // namespace

TEST_CASE("a loan makes money and its repayment destroys it, each when the tick closes and in the ledger") {
  Town t;
  const Mils money = t.world.money();
  const Mils cash = t.world.enterprises.cash[t.firm];
  const Mils amount = lendable(t.world, t.firm) / 2;
  REQUIRE(amount > 0);
  REQUIRE(t.act(Borrow{t.firm, amount}) == Rejection::kNone);
  CHECK(t.world.money() == money);
  CHECK(public_view(t.world).world.bank.loans == 0);
  settle_credit(t.world);
  CHECK(t.world.money() == money + amount);
  CHECK(t.world.enterprises.cash[t.firm] == cash + amount);
  CHECK(t.world.loans == amount);
  t.sound();
  REQUIRE(t.act(Repay{t.firm, amount}) == Rejection::kNone);
  settle_credit(t.world);
  CHECK(t.world.money() == money);
  CHECK(t.world.enterprises.loan[t.firm] == 0);
  CHECK(t.world.loans == 0);
  t.sound();
}

TEST_CASE("an order at the bank is for one tick, the last one counts, and none is taken back by zero") {
  Town t;
  REQUIRE(t.act(Borrow{t.firm, 5 * kCrown}) == Rejection::kNone);
  REQUIRE(t.act(Borrow{t.firm, 3 * kCrown}) == Rejection::kNone);
  settle_credit(t.world);
  settle_credit(t.world);
  CHECK(t.world.enterprises.loan[t.firm] == 3 * kCrown);
  REQUIRE(t.act(Repay{t.firm, kCrown}) == Rejection::kNone);
  REQUIRE(t.act(Repay{t.firm, 0}) == Rejection::kNone);
  settle_credit(t.world);
  CHECK(t.world.enterprises.loan[t.firm] == 3 * kCrown);
}

TEST_CASE("nobody borrows more than assets, profit and the bank's own money bear") {
  Town t;
  const auto limit = [&] { return credit_limit(t.world, t.firm); };
  const Mils by_assets = share_of(collateral(t.world, t.firm), 3'000);
  CHECK(limit() == by_assets);
  SUBCASE("a boom in the last price lifts nothing; a slump counts at once") {
    for (Market& market : t.world.markets) market.slow_price = market.price;
    const Mils calm = limit();
    for (Market& market : t.world.markets) market.price *= 100;
    CHECK(limit() == calm);
    for (Market& market : t.world.markets) market.price = 1;
    CHECK(limit() < calm / 1'000);
  }
  SUBCASE("profit") {
    t.world.enterprises.profit_average[t.firm] = kCrown;
    CHECK(limit() == 40 * kCrown);
    t.world.enterprises.profit_average[t.firm] = -kCrown;
    CHECK(limit() == 0);
  }
  SUBCASE("the bank: twenty times its own money in all, as much as that to one") {
    t.fill_bank(100 * kCrown);
    CHECK(lending_limit(t.world) == 2'000 * kCrown);
    CHECK(limit() == 100 * kCrown);
    t.borrow(100 * kCrown);
    CHECK(lendable(t.world, t.firm) == 0);
    CHECK(t.act(Borrow{t.firm, 1}) == Rejection::kBeyondCredit);
  }
  SUBCASE("arrears") {
    t.world.enterprises.arrears[t.firm] = 1;
    CHECK(lendable(t.world, t.firm) == 0);
  }
  SUBCASE("the law") {
    t.world.scenario.parameters[Parameter::kLoanToValue] = 1'000;
    CHECK(limit() == share_of(collateral(t.world, t.firm), 1'000));
    t.world.scenario.parameters[Parameter::kLending] = 0;
    CHECK(t.act(Borrow{t.firm, 1}) == Rejection::kBeyondCredit);
  }
}

TEST_CASE("when more is asked than the bank may lend, everybody gets their part and who asked first gets no more") {
  Town t;
  auto& firms = t.world.enterprises;
  t.fill_bank(1'000 * kCrown);
  for (const EnterpriseId id : firms.ids())
    if (firms.open[id] != 0) firms.loan_order[id] = kMaxAmount;
  std::vector<Mils> asked;
  for (const EnterpriseId id : firms.ids()) asked.push_back(firms.open[id] != 0 ? lendable(t.world, id) : 0);
  const Mils sum = std::accumulate(asked.begin(), asked.end(), Mils{0});
  t.world.loans = 0;
  const Mils limit = lending_limit(t.world);
  // Half of the room is taken already by somebody else's loan.
  const Mils taken = limit - sum / 2;
  REQUIRE(taken > 0);
  const EnterpriseId big{0};
  firms.loan_order[big] = 0;
  post(t.world, Account::credit(), big, taken, Reason::kLoan);
  firms.loan[big] = t.world.loans = taken;
  settle_credit(t.world);
  CHECK(t.world.loans == limit);
  const Mils rest = sum - asked[0];
  for (const EnterpriseId id : firms.ids()) {
    if (id == big) continue;
    const Mils exact = mul_div(asked[id.value], sum / 2 + sum % 2, rest);
    CHECK(firms.loan[id] >= exact - 1);
    CHECK(firms.loan[id] <= exact + 2);
  }
  t.sound();
}

TEST_CASE("the rate is the law's while half of the limit is lent and three times that when all is") {
  Town t;
  const Mils limit = lending_limit(t.world);
  const auto rate_at = [&](Mils lent) {
    t.world.loans = t.world.credit = lent;
    return loan_rate(t.world);
  };
  CHECK(rate_at(0) == 800);
  CHECK(rate_at(limit / 2) == 800);
  CHECK(rate_at(limit / 4 * 3) == 1'600);
  CHECK(rate_at(limit) == 2'400);
  CHECK(rate_at(2 * limit) == 2'400);
}

TEST_CASE("a year of interest is the year's rate to the mil, and goes to the bank") {
  Town t;
  const Mils loan = 123'456'789;
  t.borrow(loan);
  t.world.scenario.parameters[Parameter::kLoanRate] = 777;
  Mils paid = 0;
  for (int tick = 0; tick < 52; ++tick) {
    t.give(t.firm, kCrown * 1'000);
    const Mils before = t.world.enterprises.flows[t.firm][index_of(Reason::kInterest)];
    run_bank(t.world);
    paid += before - t.world.enterprises.flows[t.firm][index_of(Reason::kInterest)];
    t.sound();
  }
  CHECK(paid == loan * 777 / kOne);
}

TEST_CASE("what the bank does not need goes to depositors by what they have, to the last mil of it") {
  Town t;
  t.fill_bank(kCrown * 50'000'000);
  const auto before = t.world;
  run_bank(t.world);
  const Mils paid = -t.world.bank_account.flows[index_of(Reason::kDepositInterest)] +
                    before.bank_account.flows[index_of(Reason::kDepositInterest)];
  CHECK(paid > 0);
  CHECK(t.world.bank == before.bank - paid);
  const Mils cash =
      std::accumulate(before.households.cash.values.begin(), before.households.cash.values.end(), Mils{0}) +
      std::accumulate(before.enterprises.cash.values.begin(), before.enterprises.cash.values.end(), Mils{0});
  const HouseholdId rich = *std::max_element(
      before.households.ids().begin(), before.households.ids().end(),
      [&](HouseholdId a, HouseholdId b) { return before.households.cash[a] < before.households.cash[b]; });
  const Mils got = t.world.households.cash[rich] - before.households.cash[rich];
  const Mils exact = mul_div(paid, before.households.cash[rich], cash);
  CHECK(got >= exact);
  CHECK(got <= exact + 1);
  t.sound();
}

TEST_CASE("a loss is the bank's; what it cannot cover its next income does, before depositors get any") {
  Town t;
  t.borrow(200 * kCrown);
  t.fill_bank(100 * kCrown);
  const Mils money = t.world.money();
  write_off(t.world, t.firm, 200 * kCrown);
  CHECK(t.world.bank == 0);
  CHECK(bank_shortfall(t.world) == 100 * kCrown);
  CHECK(t.world.money() == money - 100 * kCrown);
  CHECK(lending_limit(t.world) == 0);
  t.sound();
  t.give(Account::bank(), 60 * kCrown);
  run_bank(t.world);
  CHECK(bank_shortfall(t.world) == 40 * kCrown);
  CHECK(t.world.bank == 0);
  CHECK(t.world.bank_account.flows[index_of(Reason::kWriteOff)] < 0);
  t.sound();
}

TEST_CASE("nothing is paid out while wages or interest are owed, soon after a loan, or under much debt") {
  Town t;
  auto& firms = t.world.enterprises;
  CHECK(may_pay_out(t.world, t.firm));
  t.borrow(kCrown);
  t.give(t.firm, 1'000 * kCrown);
  CHECK_FALSE(may_pay_out(t.world, t.firm));
  CHECK(t.act(DeclareDividend{t.firm, kCrown}) == Rejection::kDebtFirst);
  CHECK(t.act(IssueShares{t.firm, Side::kBuy, 1, 1}) == Rejection::kDebtFirst);
  firms.borrowed[t.firm] = 0;
  CHECK(may_pay_out(t.world, t.firm));
  firms.arrears[t.firm] = 1;
  CHECK_FALSE(may_pay_out(t.world, t.firm));
  firms.arrears[t.firm] = 0;
  firms.loan[t.firm] = enterprise_worth(t.world, t.firm);  // half of the assets
  CHECK_FALSE(may_pay_out(t.world, t.firm));
  // Declared before the loan came: not paid either.
  firms.declared_dividend[t.firm] = kCrown;
  const Mils cash = firms.cash[t.firm];
  share_surplus(t.world);
  CHECK(firms.cash[t.firm] == cash);
}

TEST_CASE("a co-operative's manager borrows alone up to what the mandate says of the limit") {
  Town t;
  auto& firms = t.world.enterprises;
  const HouseholdId manager = firms.head[t.cooperative];
  const Mils limit = credit_limit(t.world, t.cooperative);
  REQUIRE(limit > 0);
  CHECK(act_at_close(t.world, manager, Borrow{t.cooperative, limit}) == Rejection::kBeyondMandate);
  CHECK(act_at_close(t.world, manager, Borrow{t.cooperative, limit / 2}) == Rejection::kNone);
  CHECK(act_at_close(t.world, manager, ProposeMotion{t.cooperative, ChangeMandate{{7'000, 11'000, 2'000, 10'001}}}) ==
        Rejection::kShareOutOfRange);
  firms.mandate[t.cooperative].credit = kOne;
  CHECK(act_at_close(t.world, manager, Borrow{t.cooperative, limit}) == Rejection::kNone);
  CHECK(act_at_close(t.world, manager, Borrow{t.cooperative, limit + 1}) == Rejection::kBeyondCredit);
}

TEST_CASE("wages not paid are owed to employees, and paid before anything but the next pay") {
  Town t;
  auto& firms = t.world.enterprises;
  const auto people = t.people(t.firm);
  const Mils promised = base_pay(t.world, t.firm);
  firms.input_quantity[t.firm] = 0;
  t.empty_till(t.firm);
  pay_wages(t.world);
  CHECK(firms.wages_owed[t.firm] == promised * static_cast<Mils>(people.size()));
  CHECK(t.world.households.wages_owed[people[0]] == promised);
  t.sound();
  t.give(t.firm, 3 * promised * static_cast<Mils>(people.size()));
  pay_wages(t.world);
  CHECK(firms.wages_owed[t.firm] == 0);
  CHECK(firms.cash[t.firm] == promised * static_cast<Mils>(people.size()));
  t.sound();
}

TEST_CASE("who leaves keeps the claim and shares in proportion with those who stay") {
  Town t;
  auto& firms = t.world.enterprises;
  const auto people = t.people(t.firm);
  REQUIRE(people.size() >= 2);
  t.empty_till(t.firm);
  for (const HouseholdId person : people) t.world.households.wages_owed[person] = 900;
  firms.wages_owed[t.firm] = 900 * static_cast<Mils>(people.size());
  leave_enterprise(t.world, people[0]);
  CHECK(wages_owed_to(t.world, people[0]) == 900);
  t.sound();
  t.give(t.firm, 300 * static_cast<Mils>(people.size()));
  const auto left = t.people(t.firm);
  pay_wages_owed(t.world, t.firm, left, firms.cash[t.firm]);
  CHECK(wages_owed_to(t.world, people[0]) == 600);
  CHECK(wages_owed_to(t.world, people[1]) == 600);
  t.sound();
}

TEST_CASE("members share what there is and are owed nothing beyond it") {
  Town t;
  t.empty_till(t.cooperative);
  pay_wages(t.world);
  CHECK(t.world.enterprises.wages_owed[t.cooperative] == 0);
}

TEST_CASE("a receiver is told of two ticks ahead, and does not come to who pays in between") {
  Town t;
  auto& firms = t.world.enterprises;
  const auto told = [&] {
    return std::count_if(t.world.events.begin(), t.world.events.end(),
                         [&](const Event& e) { return e.kind == EventKind::kReceiverNear && e.enterprise == t.firm; });
  };
  firms.arrears[t.firm] = kCrown;
  CHECK_FALSE(watch_payment(t.world, t.firm));
  CHECK(told() == 1);
  CHECK(ticks_to_receiver(t.world, t.firm) == 2);
  SUBCASE("paid in time") {
    CHECK_FALSE(watch_payment(t.world, t.firm));
    firms.arrears[t.firm] = 0;
    CHECK_FALSE(watch_payment(t.world, t.firm));
    CHECK(firms.distress_ticks[t.firm] == 0);
  }
  SUBCASE("not paid") {
    CHECK_FALSE(watch_payment(t.world, t.firm));
    CHECK(ticks_to_receiver(t.world, t.firm) == 1);
    CHECK(watch_payment(t.world, t.firm));
    CHECK(told() == 1);
  }
  SUBCASE("two weeks of wages owed are a failure to pay, less is not") {
    firms.arrears[t.firm] = 0;
    firms.distress_ticks[t.firm] = 0;
    firms.wages_owed[t.firm] = 2 * base_pay(t.world, t.firm) * firms.workers[t.firm];
    CHECK_FALSE(watch_payment(t.world, t.firm));
    CHECK(firms.distress_ticks[t.firm] == 0);
    firms.wages_owed[t.firm] += 1;
    CHECK_FALSE(watch_payment(t.world, t.firm));
    CHECK(firms.distress_ticks[t.firm] == 1);
  }
}

TEST_CASE("the people of an enterprise that fails may take it over: wages owed become accounts, the bank keeps half") {
  Town t;
  auto& firms = t.world.enterprises;
  t.borrow(1'001);
  const auto people = t.people(t.firm);
  for (const HouseholdId person : people) t.world.households.wages_owed[person] = 70;
  firms.wages_owed[t.firm] = 70 * static_cast<Mils>(people.size());
  firms.arrears[t.firm] = 9;
  t.empty_till(t.firm);
  firms.profit_average[t.firm] = 100'000 * kCrown;  // work that pays: simulated people want it
  const Mils bank = t.world.bank;
  SUBCASE("they do") {
    receive(t.world, t.firm, people);
    CHECK(firms.form[t.firm] == Form::kCooperative);
    CHECK(firms.open[t.firm] != 0);
    CHECK(firms.loan[t.firm] == 500);
    CHECK(t.world.bank == bank - 501);
    CHECK(firms.wages_owed[t.firm] == 0);
    CHECK(firms.arrears[t.firm] == 0);
    CHECK(t.world.households.capital_account[people[0]] == 70);
    CHECK(firms.shareholders[t.firm].empty());
    CHECK(t.world.households.owner[t.owner] == 0);
  }
  SUBCASE("not where the law has no first refusal") {
    t.world.scenario.parameters[Parameter::kFirstRefusal] = 0;
    receive(t.world, t.firm, people);
    CHECK(firms.open[t.firm] == 0);
  }
  SUBCASE("not what does not earn a living") {
    firms.profit_average[t.firm] = -100'000 * kCrown;
    receive(t.world, t.firm, people);
    CHECK(firms.open[t.firm] == 0);
  }
  t.sound();
}

TEST_CASE("a seated employee's wish counts, and silence is not a no") {
  Town t;
  const auto people = t.people(t.firm);
  const HouseholdId person = people[0];
  CHECK(act_at_close(t.world, t.owner, SupportTakeOver{true}) == Rejection::kNotEmployed);
  t.world.enterprises.profit_average[t.firm] = -100'000 * kCrown;
  // Only two are there, both seated, and one never says anything.
  REQUIRE(people.size() >= 2);
  for (std::size_t i = 2; i < people.size(); ++i) leave_enterprise(t.world, people[i]);
  for (std::size_t i = 0; i < 2; ++i) {
    if (t.world.households.seat[people[i]] != kNoSeat) continue;
    t.world.households.seat[people[i]] = static_cast<std::uint32_t>(t.world.seats.size());
    t.world.seats.push_back({.household = people[i],
                             .controller = Controller::kPlayer,
                             .opening_cash = t.world.households.cash[people[i]]});
  }
  World other = t.world;
  receive(other, t.firm, t.people(t.firm));
  CHECK(other.enterprises.form[t.firm] == Form::kProprietary);
  REQUIRE(act_at_close(t.world, person, SupportTakeOver{true}) == Rejection::kNone);
  receive(t.world, t.firm, t.people(t.firm));
  CHECK(t.world.enterprises.form[t.firm] == Form::kCooperative);
}

TEST_CASE("a winding-up pays wages first, then the bank, and the holders what is left") {
  Town t;
  auto& firms = t.world.enterprises;
  t.world.scenario.parameters[Parameter::kFirstRefusal] = 0;
  t.world.scenario.parameters[Parameter::kIncomeTax] = 0;
  t.borrow(1'000);
  const auto people = t.people(t.firm);
  for (const HouseholdId person : people) t.world.households.wages_owed[person] = 100;
  const Mils wages = 100 * static_cast<Mils>(people.size());
  firms.wages_owed[t.firm] = wages;
  firms.arrears[t.firm] = 10;
  firms.product_stock[t.firm] = 0;  // nothing to sell
  firms.site[t.firm] = {};
  const auto leaves = [&](Mils cash) {
    t.empty_till(t.firm);
    t.give(t.firm, cash);
    const Mils first = t.world.households.cash[people[0]];
    const Mils owners = t.world.households.cash[t.owner];
    const Mils bank = t.world.bank;
    receive(t.world, t.firm, people);
    go_on_winding_up(t.world, t.firm);
    CHECK(firms.winding_up[t.firm] == 0);
    CHECK(firms.cash[t.firm] == 0);
    CHECK(firms.loan[t.firm] == 0);
    CHECK(firms.wages_owed[t.firm] == 0);
    CHECK(std::none_of(t.world.wage_claims.begin(), t.world.wage_claims.end(),
                       [&](const WageClaim& claim) { return claim.enterprise == t.firm; }));
    struct Got {
      Mils worker, bank, owner;
    };
    return Got{t.world.households.cash[people[0]] - first, t.world.bank - bank,
               t.world.households.cash[t.owner] - owners};
  };
  SUBCASE("half of the wages and no more") {
    const auto got = leaves(wages / 2);
    CHECK(got.worker == 50);
    CHECK(got.bank == -1'000);
    CHECK(got.owner == 0);
  }
  SUBCASE("the wages, and part of the loan") {
    const auto got = leaves(wages + 400);
    CHECK(got.worker == 100);
    CHECK(got.bank == -600);
    CHECK(got.owner == 0);
  }
  SUBCASE("all debts, and the rest to the holders") {
    const auto got = leaves(wages + 1'000 + 10 + 77);
    CHECK(got.worker == 100);
    CHECK(got.bank == 10);
    CHECK(got.owner > 0);
    CHECK(got.owner <= 77);
  }
}

TEST_CASE("a receiver sells what the enterprise made, and creditors get the proceeds") {
  Town t;
  auto& firms = t.world.enterprises;
  t.world.scenario.parameters[Parameter::kFirstRefusal] = 0;
  t.borrow(lendable(t.world, t.firm));
  t.empty_till(t.firm);
  firms.arrears[t.firm] = kCrown;
  firms.distress_ticks[t.firm] = 2;
  const Mils owed = firms.loan[t.firm];
  REQUIRE(firms.product_stock[t.firm] > 0);
  found_and_close(t.world);
  REQUIRE(firms.winding_up[t.firm] > 0);
  CHECK(firms.workers[t.firm] == 0);
  CHECK(t.world.households.owner[t.owner] == 0);
  trade_goods(t.world);
  CHECK(firms.cash[t.firm] > 0);
  found_and_close(t.world);
  CHECK(firms.loan[t.firm] < owed);
  for (int tick = 0; tick < kTicksOfSale; ++tick) found_and_close(t.world);
  CHECK(firms.winding_up[t.firm] == 0);
  CHECK(firms.loan[t.firm] == 0);
  CHECK(firms.product_stock[t.firm] == 0);
  t.sound();
}

TEST_CASE("to borrow, pay it out and fail does not pay") {
  Town t;
  auto& firms = t.world.enterprises;
  const auto wealth = [&] { return wealth_of_all(t.world)[t.owner.value]; };
  t.world.scenario.parameters[Parameter::kShareMarket] = 0;
  const Mils honest = wealth();
  t.borrow(lendable(t.world, t.firm));
  CHECK(t.act(DeclareDividend{t.firm, firms.cash[t.firm]}) == Rejection::kDebtFirst);
  // Pay as much as there is, to everybody who works there, and fail.
  t.empty_till(t.firm);
  receive(t.world, t.firm, t.people(t.firm));
  if (firms.winding_up[t.firm] > 0)
    while (firms.winding_up[t.firm] > 0) go_on_winding_up(t.world, t.firm);
  CHECK(wealth() < honest);
  t.sound();
}

TEST_CASE("a debt makes its enterprise worth as much less, and wealth says so to the mil") {
  Town t;
  t.world.scenario.parameters[Parameter::kShareMarket] = 0;
  const Mils worth = enterprise_worth(t.world, t.firm);
  t.borrow(50 * kCrown);
  CHECK(enterprise_worth(t.world, t.firm) == worth);
  const Mils money = t.world.enterprises.cash[t.firm];
  t.empty_till(t.firm);
  CHECK(enterprise_worth(t.world, t.firm) == worth - money);
}
