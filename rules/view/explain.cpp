#include "rules/view/explain.hpp"

#include <algorithm>
#include <utility>

#include "rules/market/curve.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/laurels.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/pantry.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

class Explainer {
 public:
  Explainer(const World& before, const World& now, HouseholdId viewer) : w0_(before), w1_(now), viewer_(viewer) {}

  Explanation of_person(Figure figure) {
    const auto& p0 = w0_.households;
    const auto& p1 = w1_.households;
    const Seat& s0 = w0_.seats[p0.seat[viewer_]];
    const Seat& s1 = w1_.seats[p1.seat[viewer_]];
    switch (figure) {
      case Figure::kCash:
        postings(s1.last_flows, {});
        return done(p0.cash[viewer_], p1.cash[viewer_]);
      case Figure::kWealth:
        wealth(s1);
        return done(wealth_of_all(w0_)[viewer_.value], wealth_of_all(w1_)[viewer_.value]);
      case Figure::kNetPay:
        return net_pay();
      case Figure::kLivelihoodPoints:
        livelihood();
        return done(s0.livelihood_points, s1.livelihood_points);
      case Figure::kStanding:
        standing(s0, s1);
        return done(s0.standing, s1.standing);
      case Figure::kProgressPoints:
        progress();
        return done(s0.progress_points, s1.progress_points);
      case Figure::kEnterpriseCash:
      case Figure::kWorkers:
      case Figure::kOutput:
      case Figure::kSold:
      case Figure::kUnsold:
      case Figure::kRevenue:
      case Figure::kPayPerHead:
      case Figure::kPrice:
      case Figure::kAutomated:
        break;
    }
    return {};
  }

  Explanation of_enterprise(Figure figure, EnterpriseId id) {
    const auto& e0 = w0_.enterprises;
    const auto& e1 = w1_.enterprises;
    switch (figure) {
      case Figure::kEnterpriseCash:
        postings(e1.last_flows[id], id);
        return done(e0.cash[id], e1.cash[id]);
      case Figure::kWorkers:
        return workers(id);
      case Figure::kOutput:
        return output(id);
      case Figure::kSold:
        return sold(id);
      case Figure::kUnsold:
        add(Cause::kMade, e1.output[id]);
        add(Cause::kSold, -e1.sold[id]);
        add(Cause::kPerished, e1.product_stock[id] - e0.product_stock[id] - e1.output[id] + e1.sold[id]);
        return done(e0.product_stock[id], e1.product_stock[id]);
      case Figure::kRevenue: {
        const Mils price = price_of(w0_, e0.product[id]);
        add(Cause::kSold, (e1.sold[id] - e0.sold[id]) * price);
        add(Cause::kPrice, e1.sold[id] * (price_of(w1_, e1.product[id]) - price));
        return done(e0.revenue[id], e1.revenue[id]);
      }
      case Figure::kPayPerHead:
        add(Cause::kWage, e1.wage[id] - e0.wage[id]);
        add(Cause::kExpectedShare, (expected_pay(w1_, id) - e1.wage[id]) - (expected_pay(w0_, id) - e0.wage[id]));
        return done(expected_pay(w0_, id), expected_pay(w1_, id));
      case Figure::kPrice:
        return price(e1.product[id]);
      case Figure::kAutomated:
        return automated(id);
      case Figure::kCash:
      case Figure::kWealth:
      case Figure::kNetPay:
      case Figure::kLivelihoodPoints:
      case Figure::kStanding:
      case Figure::kProgressPoints:
        break;
    }
    return {};
  }

 private:
  const World& w0_;
  const World& w1_;
  HouseholdId viewer_;
  std::vector<Contribution> parts_;

  void add(Cause cause, std::int64_t amount, EnterpriseId enterprise = {}, std::optional<Good> good = {}) {
    if (amount != 0) parts_.push_back({cause, {}, enterprise, good, amount});
  }
  Explanation done(std::int64_t before, std::int64_t now) { return {before, now, std::exchange(parts_, {})}; }

  static Mils price_of(const World& world, Good good) { return world.markets[index_of(good)].price; }

  void postings(const Flows& flows, EnterpriseId enterprise) {
    for (std::size_t i = 0; i < kReasons; ++i)
      if (flows[i] != 0) parts_.push_back({Cause::kPosted, static_cast<Reason>(i), enterprise, {}, flows[i]});
  }

  void held(Good good, Lots before, Lots now, Mils price_before, Mils price_now, EnterpriseId enterprise) {
    add(Cause::kStockQuantity, (now - before) * price_before, enterprise, good);
    add(Cause::kStockPrice, now * (price_now - price_before), enterprise, good);
  }
  void stock(Good good, Lots before, Lots now, EnterpriseId enterprise) {
    held(good, before, now, value_of(w0_, good), value_of(w1_, good), enterprise);
  }
  /// Machines in use are valued at slow prices.
  void machines(EnterpriseId id) {
    for (const Task task : kAllTasks) {
      const Good good = machine_for(task);
      const auto units = [&](const World& w) { return w.enterprises.machines[id][index_of(task)].units; };
      const auto slow = [&](const World& w) { return w.markets[index_of(good)].slow_price; };
      held(good, units(w0_), units(w1_), slow(w0_), slow(w1_), id);
    }
  }

  void standing(const Seat& before, const Seat& now) {
    const Weights weights = laurel_weights(w1_);
    const auto part = [](Bp now_share, Bp share_before, std::int64_t weight) {
      return share_of(now_share, weight) - share_of(share_before, weight);
    };
    add(Cause::kWealthLaurel, part(now.wealth_share, before.wealth_share, weights.wealth));
    add(Cause::kLivelihoodLaurel, part(now.livelihood_share, before.livelihood_share, weights.livelihood));
    add(Cause::kProgressLaurel, part(now.progress_share, before.progress_share, weights.progress));
  }

  void progress() {
    const std::uint32_t seat = w1_.households.seat[viewer_];
    const std::int64_t earned = progress_of(w1_, seat);
    const std::int64_t work = machine_work(seat);
    add(Cause::kMachineWork, work);
    add(Cause::kDisplaced, earned - work);
  }
  /// What machines did in the viewer's enterprises, the displaced not counted.
  [[nodiscard]] std::int64_t machine_work(std::uint32_t seat) const {
    World nobody_displaced = w1_;
    auto& displaced = nobody_displaced.households.displaced_by.values;
    std::fill(displaced.begin(), displaced.end(), EnterpriseId{});
    return progress_of(nobody_displaced, seat);
  }

  Explanation automated(EnterpriseId id) {
    const Bp before = automated_share(w0_, id);
    const Bp now = automated_share(w1_, id);
    const auto done_by_machines = [&](const World& w) {
      const auto& [hands, minds] = w.enterprises.machines[id];
      return hands.done + minds.done;
    };
    const std::int64_t all = tasks_of(w0_.enterprises.output[id]);
    const std::int64_t by_work =
        all > 0 ? mul_div(done_by_machines(w1_) - done_by_machines(w0_), kOne, all) : std::int64_t{now};
    add(Cause::kMachineWork, by_work);
    add(Cause::kMade, now - before - by_work);
    return done(before, now);
  }

  void wealth(const Seat& seat) {
    postings(seat.last_flows, {});
    add(Cause::kCapitalAccount, w1_.households.capital_account[viewer_] - w0_.households.capital_account[viewer_]);
    for (const Good good : kAllGoods) stock(good, stock_of(w0_, viewer_, good), stock_of(w1_, viewer_, good), {});
    for (const EnterpriseId id : w1_.enterprises.ids()) {
      const Lots had = held_of(w0_, id);
      const Lots has = held_of(w1_, id);
      if (had == 0 && has == 0) continue;
      const bool cooperative = w1_.enterprises.form[id] == Form::kCooperative;
      if (cooperative != is_cooperative_before(id)) {
        add(Cause::kEnterpriseLost, -worth_of(w0_, id, had), id);
        add(Cause::kEnterpriseGained, worth_of(w1_, id, has), id);
        continue;
      }
      if (cooperative) {
        units_wealth(id, had, has);
        continue;
      }
      const bool is_new = id.value >= w0_.enterprises.count() || w0_.enterprises.shares_issued[id] == 0;
      if (is_new)
        add(Cause::kEnterpriseGained, worth_of(w1_, id, has), id);
      else if (w1_.enterprises.shares_issued[id] == 0)
        add(Cause::kEnterpriseLost, -worth_of(w0_, id, had), id);
      else
        shares_wealth(id, had, has);
    }
  }

  [[nodiscard]] Lots held_of(const World& world, EnterpriseId id) const {
    return id.value < world.enterprises.count() ? shares_of(world, id, viewer_) : 0;
  }
  static Mils worth_of(const World& world, EnterpriseId id, Lots shares) {
    if (shares == 0) return 0;
    return part_of_holding(world, id, capital_worth(world, id), shares);
  }

  [[nodiscard]] bool is_cooperative_before(EnterpriseId id) const {
    if (id.value >= w0_.enterprises.count()) return w1_.enterprises.form[id] == Form::kCooperative;
    return w0_.enterprises.form[id] == Form::kCooperative;
  }
  static Mils unit_worth(const World& world, EnterpriseId id) {
    const bool any = id.value < world.enterprises.count() && world.enterprises.shares_issued[id] > 0;
    return any ? capital_worth(world, id) / world.enterprises.shares_issued[id] : 0;
  }
  /// Units of outside capital: more or fewer at their worth of before, or of now where there were none.
  void units_wealth(EnterpriseId id, Lots had, Lots has) {
    const Mils now = unit_worth(w1_, id);
    const Mils before = had > 0 ? unit_worth(w0_, id) : now;
    add(Cause::kSharesHeld, (has - had) * before, id);
    add(Cause::kSharePrice, has * (now - before), id);
  }

  /// First the part held of the whole, at the worth of before; then that part of what changed in the enterprise, where
  /// book worth counts. What remains is the price of a share.
  void shares_wealth(EnterpriseId id, Lots had, Lots has) {
    const Mils before = worth_of(w0_, id, had);
    const Mils at_old_worth = part_of_holding(w1_, id, capital_worth(w0_, id), has);
    add(Cause::kSharesHeld, at_old_worth - before, id);
    Mils by_book = 0;
    if (has > 0 && counts_at_book(w0_, id) && counts_at_book(w1_, id)) by_book = enterprise_wealth(id, has);
    add(Cause::kSharePrice, worth_of(w1_, id, has) - at_old_worth - by_book, id);
  }

  static bool counts_at_book(const World& world, EnterpriseId id) {
    return capital_worth(world, id) == enterprise_worth(world, id);
  }

  /// Adds a holding's part of each change in the enterprise; returns their sum.
  Mils enterprise_wealth(EnterpriseId id, Lots shares) {
    const auto& e0 = w0_.enterprises;
    const auto& e1 = w1_.enterprises;
    const std::vector<Contribution> others = std::exchange(parts_, {});
    postings(e1.last_flows[id], id);
    stock(e1.product[id], e0.product_stock[id], e1.product_stock[id], id);
    stock(Good::kMaterials, e0.materials_stock[id], e1.materials_stock[id], id);
    stock(Good::kLand, e0.site[id].parcels, e1.site[id].parcels, id);
    machines(id);
    add(Cause::kDebt, debts_of(w0_, id) - debts_of(w1_, id), id);
    std::vector<Contribution> whole = std::exchange(parts_, others);
    Mils sum = 0;
    for (Contribution& part : whole) {
      part.amount = part_of_holding(w1_, id, part.amount, shares);
      sum += part.amount;
      if (part.amount != 0) parts_.push_back(part);
    }
    return sum;
  }

  Explanation net_pay() {
    const auto& p0 = w0_.households;
    const auto& p1 = w1_.households;
    const auto change = [&](const auto& column) { return column(p1)[viewer_] - column(p0)[viewer_]; };
    add(Cause::kBasePay, change([](const Households& p) -> auto& { return p.last_base; }));
    add(Cause::kSurplusShare, change([](const Households& p) -> auto& { return p.last_share; }));
    add(Cause::kDividend, change([](const Households& p) -> auto& { return p.last_dividend; }));
    const PayLines& before = w0_.seats[p0.seat[viewer_]].pay;
    const PayLines& now = w1_.seats[p1.seat[viewer_]].pay;
    add(Cause::kBenefit, now.benefit - before.benefit);
    add(Cause::kTax, before.tax - now.tax);
    add(Cause::kStrikeSupport, now.strike_pay - before.strike_pay);
    add(Cause::kUnionDues, before.dues - now.dues);
    add(Cause::kBasicIncome, now.basic_income - before.basic_income);
    return done(net_income(p0, viewer_), net_income(p1, viewer_));
  }

  void livelihood() {
    const Livelihood lived = livelihood_of(w1_, w1_.households.seat[viewer_]);
    const std::int64_t employees = lived.employees / kCrown;
    const std::int64_t own = lived.own_work / kCrown;
    const std::int64_t hardship = lived.hardship / kCrown;
    add(Cause::kEmployeesPay, employees);
    add(Cause::kOwnPay, own);
    add(Cause::kHardship, -hardship);
    add(Cause::kRounding, lived.points() - (employees + own - hardship));
  }

  Explanation workers(EnterpriseId id) {
    const auto& e1 = w1_.enterprises;
    const std::int64_t before = w0_.enterprises.workers[id];
    const std::int64_t now = e1.workers[id];
    const std::int64_t hired = e1.hired[id];
    const std::int64_t quit = e1.quit[id];
    add(Cause::kHired, hired);
    add(Cause::kQuit, -quit);
    add(Cause::kDismissed, now - before - hired + quit);
    return done(before, now);
  }

  Explanation output(EnterpriseId id) {
    const Lots before = w0_.enterprises.output[id];
    const Lots now = w1_.enterprises.output[id];
    const std::int64_t n0 = w0_.enterprises.workers[id];
    const std::int64_t n1 = w1_.enterprises.workers[id];
    const std::int64_t people = n0 > 0 ? mul_div(before, n1 - n0, n0) : now - before;
    add(Cause::kMorePeople, people);
    add(Cause::kOutputPerHead, now - before - people);
    return done(before, now);
  }

  Explanation sold(EnterpriseId id) {
    const Lots before = w0_.enterprises.sold[id];
    const Lots now = w1_.enterprises.sold[id];
    const std::size_t good = index_of(w1_.enterprises.product[id]);
    const Lots v0 = w0_.markets[good].volume;
    const std::int64_t market = v0 > 0 ? mul_div(before, w1_.markets[good].volume - v0, v0) : 0;
    add(Cause::kMarketVolume, market);
    add(Cause::kMarketShare, now - before - market);
    return done(before, now);
  }

  Explanation price(Good good) {
    const Market& m0 = w0_.markets[index_of(good)];
    const Market& m1 = w1_.markets[index_of(good)];
    const Mils by_demand = crossing(m1.demand, m0.supply, m0.price) - crossing(m0.demand, m0.supply, m0.price);
    add(Cause::kDemand, by_demand);
    add(Cause::kSupply, m1.price - m0.price - by_demand);
    return done(m0.price, m1.price);
  }
};

bool is_of_person(Figure figure) {
  return figure <= Figure::kStanding || figure == Figure::kProgressPoints;
}

}  // namespace

std::optional<Explanation> explain(const World& before, const World& now, HouseholdId viewer, Figure figure,
                                   EnterpriseId enterprise) {
  if (before.households.seat[viewer] == kNoSeat || now.households.seat[viewer] == kNoSeat) return std::nullopt;
  Explainer explainer(before, now, viewer);
  if (is_of_person(figure)) {
    if (enterprise.exists()) return std::nullopt;
    return explainer.of_person(figure);
  }
  const auto open = books_open_to(now, viewer);
  if (std::find(open.begin(), open.end(), enterprise) == open.end() || enterprise.value >= before.enterprises.count())
    return std::nullopt;
  return explainer.of_enterprise(figure, enterprise);
}

}  // namespace tt::rules
