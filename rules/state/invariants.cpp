// The laws of conservation as executable sentences.
#include <algorithm>
#include <numeric>
#include <vector>

#include "rules/rules.hpp"
#include "rules/state/laurels.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

using Broken = std::optional<std::string>;

Mils sum(const std::vector<Mils>& values) {
  return std::accumulate(values.begin(), values.end(), Mils{0});
}
bool any_negative(const std::vector<std::int64_t>& values) {
  return std::any_of(values.begin(), values.end(), [](std::int64_t v) { return v < 0; });
}

Broken money(const World& w) {
  const Mils held = w.treasury + w.bank + w.strike_fund + w.commons.cash + w.maker.cash + w.exchange +
                    sum(w.households.cash.values) + sum(w.enterprises.cash.values);
  if (held != w.money())
    return "money held " + std::to_string(held) + " is not money issued and lent " + std::to_string(w.money());
  if (w.treasury < 0 || w.bank < 0 || w.strike_fund < 0 || w.commons.cash < 0 || w.maker.cash < 0 ||
      any_negative(w.households.cash.values) || any_negative(w.enterprises.cash.values))
    return "an account is overdrawn";
  if (sum(w.enterprises.loan.values) != w.loans || any_negative(w.enterprises.loan.values) || w.credit < w.loans)
    return "what enterprises owe is not what the bank has lent";
  return std::nullopt;
}

Broken goods(const World& w) {
  if (any_negative(w.enterprises.product_stock.values) || any_negative(w.enterprises.materials_stock.values))
    return "a stock is negative";
  if (std::any_of(w.maker.stock.begin(), w.maker.stock.end(), [](Lots lots) { return lots < 0; }))
    return "the market maker has sold what it does not have";
  for (const auto& machines : w.enterprises.machines.values)
    if (std::any_of(machines.begin(), machines.end(), [](const Machines& m) { return m.units < 0 || m.order < 0; }))
      return "there are fewer machines than none";
  for (const Site& site : w.enterprises.site.values)
    if (site.parcels < 0 || site.used < site.rented + site.common || site.buy < 0 || site.sell < 0)
      return "a site is not what it is made of";
  const auto stocks = stocks_of_all(w);
  for (const Good good : kAllGoods) {
    const GoodsFlow& f = w.goods[index_of(good)];
    if (f.opening + f.produced - f.used - f.consumed - f.perished != stocks[index_of(good)])
      return "stocks of good " + std::to_string(index_of(good)) + " are not what became of them";
  }
  return std::nullopt;
}

Broken work(const World& w) {
  std::vector<std::uint32_t> workers(w.enterprises.count(), 0);
  std::vector<Mils> accounts(w.enterprises.count(), 0);
  std::vector<std::uint32_t> second_hands(w.enterprises.count(), 0);
  std::vector<Mils> owed(w.enterprises.count(), 0);
  for (const HouseholdId id : w.households.ids()) {
    const EnterpriseId job = w.households.employer[id];
    const EnterpriseId second = w.households.second_job[id];
    if (second.exists() != (w.households.second_share[id] > 0) || (second.exists() && (!job.exists() || second == job)))
      return "a second job is not one";
    if (second.exists()) ++second_hands[second.value];
    if (!job.exists()) {
      if (w.households.member[id] != 0 || w.households.capital_account[id] != 0) return "a member works nowhere";
      if (w.households.wages_owed[id] != 0) return "wages are owed by nobody";
      continue;
    }
    if ((w.enterprises.form[job] == Form::kCooperative) != (w.households.member[id] != 0))
      return "membership does not follow the form of the enterprise";
    ++workers[job.value];
    if (w.households.wages_owed[id] < 0) return "wages are owed by nobody";
    // Most have neither: their places of work are not asked for.
    if (const Mils account = w.households.capital_account[id]; account != 0) accounts[job.value] += account;
    if (const Mils wages = w.households.wages_owed[id]; wages > 0) owed[job.value] += wages;
  }
  for (const WageClaim& claim : w.wage_claims) owed[claim.enterprise.value] += claim.owed;
  if (owed != w.enterprises.wages_owed.values) return "wages owed do not add up to what an enterprise owes";
  if (workers != w.enterprises.workers.values) return "an enterprise miscounts its people";
  if (second_hands != w.enterprises.second_hands.values) return "an enterprise miscounts its second hands";
  if (accounts != w.enterprises.accounts.values)
    return "capital accounts do not add up to what a co-operative owes its members";
  return std::nullopt;
}

Broken assemblies(const World& w) {
  std::vector<std::uint8_t> open(w.enterprises.count(), 0);
  for (const Motion& motion : w.motions)
    if (motion.open) ++open[motion.enterprise.value];
  if (open != w.enterprises.open_motions.values) return "an assembly miscounts its open motions";
  return std::nullopt;
}

Broken shares(const World& w) {
  const auto& e = w.enterprises;
  for (const EnterpriseId id : e.ids()) {
    const bool has_capital = (e.open[id] != 0 || e.winding_up[id] > 0) && e.form[id] == Form::kProprietary;
    Lots sum = 0;
    Lots most = 0;
    const Holding* before = nullptr;
    for (const Holding& h : e.shareholders[id]) {
      if (h.shares <= 0 || (before != nullptr && !(before->holder < h.holder))) return "a register is out of order";
      sum += h.shares;
      if (h.holder.exists()) most = std::max(most, h.shares);
      before = &h;
    }
    if (sum != e.shares_issued[id]) return "shares of an enterprise are not the number issued";
    const bool has_units = e.form[id] == Form::kCooperative && sum > 0;
    if (has_capital != (sum > 0 && !has_units)) return "share capital does not follow the form of the enterprise";
    if (has_units && (outside_capital(w, id) == nullptr || shares_of(w, id, kTrust) > 0))
      return "units of outside capital are out that nobody has promised anything for";
    if (has_capital && shares_of(w, id, e.head[id]) != most) return "an enterprise is not led by its largest holder";
    if (e.trust_debt[id].owed < 0) return "a trust owes less than nothing";
  }
  return std::nullopt;
}

/// One promise a co-operative, and only where units are out or on offer.
Broken outside(const World& w) {
  const OutsideCapital* before = nullptr;
  for (const OutsideCapital& c : w.outside_capital) {
    if (before != nullptr && !(before->enterprise < c.enterprise))
      return "promises to outside capital are out of order";
    const auto& e = w.enterprises;
    if (e.form[c.enterprise] != Form::kCooperative) return "an enterprise with shares has outside capital";
    if (e.shares_issued[c.enterprise] == 0 && (e.board_order[c.enterprise].quantity == 0 || c.owed > 0))
      return "outside capital is promised to nobody";
    if (c.price <= 0 || c.rate < 0 || c.owed < 0) return "a return on outside capital is less than nothing";
    before = &c;
  }
  return std::nullopt;
}

/// Opening cash and the postings of the running tick are the cash there is, for every enterprise and seat.
Broken statements(const World& w) {
  const auto total = [](Mils opening, const Flows& flows) {
    return std::accumulate(flows.begin(), flows.end(), opening);
  };
  for (const EnterpriseId id : w.enterprises.ids())
    if (total(w.enterprises.opening_cash[id], w.enterprises.flows[id]) != w.enterprises.cash[id])
      return "the statement of enterprise " + std::to_string(id.value) + " does not add up";
  if (total(w.treasury_account.opening, w.treasury_account.flows) != w.treasury)
    return "the statement of the treasury does not add up";
  if (total(w.bank_account.opening, w.bank_account.flows) != w.bank) return "the statement of the bank does not add up";
  if (total(w.maker_account.opening, w.maker_account.flows) != w.maker.cash)
    return "the statement of the market maker does not add up";
  for (const Seat& seat : w.seats)
    if (total(seat.opening_cash, seat.flows) != w.households.cash[seat.household])
      return "the statement of seat " + std::to_string(seat.household.value) + " does not add up";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> broken_invariant(const World& world) {
  for (const auto law : {money, goods, work, assemblies, shares, outside, statements})
    if (Broken broken = law(world)) return broken;
  return std::nullopt;
}

}  // namespace tt::rules
