// Every field of the state, named once: saving, loading and hashing are three visitors of this list, so none can forget
// a field. Order is the format; adding a field is one line here and a new kStateFormat.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "rules/state/action_fields.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

inline constexpr std::uint32_t kStateFormat = 18;

// A visitor offers scalar(T&) for integers, enumerations and bool, text(std::string&), size(count) → count to use, and
// choice(index) → index. It may offer numbers(std::span<const T>) to take many plain numbers at once.
template <class V, class T>
requires(std::is_integral_v<T> || std::is_enum_v<T>) [[gnu::always_inline]] inline void visit_fields(V& v, T& x) {
  v.scalar(x);
}
template <class V>
void visit_fields(V& v, std::string& x) {
  v.text(x);
}
template <class V, class Tag>
[[gnu::always_inline]] inline void visit_fields(V& v, Id<Tag>& x) {
  v.scalar(x.value);
}
template <class V>
void visit_fields(V& v, SurplusSplit& x) {
  v.all(x.distribution, x.accounts, x.reserve, x.commons);
}
template <class V>
void visit_fields(V& v, ChangeBaseWage& x) {
  v.all(x.wage);
}
template <class V>
void visit_fields(V& v, ChangeSplit& x) {
  v.all(x.split);
}
template <class V>
void visit_fields(V& v, ChangeMerit& x) {
  v.all(x.merit);
}
template <class V>
void visit_fields(V& v, ChangePlaces& x) {
  v.all(x.places);
}
template <class V>
void visit_fields(V& v, ElectManager& x) {
  v.all(x.manager);
}
template <class V>
void visit_fields(V& v, Mandate& x) {
  v.all(x.least_hours, x.most_hours, x.machines, x.credit);
}
template <class V>
void visit_fields(V& v, ChangeMandate& x) {
  v.all(x.mandate);
}
template <class V>
void visit_fields(V& v, Research& x) {
  v.all(x.share, x.minds);
}
template <class V>
void visit_fields(V& v, ChangeResearch& x) {
  v.all(x.research);
}
template <class V>
void visit_fields(V&, Demutualise&) {}
template <class V>
void visit_fields(V& v, Expel& x) {
  v.all(x.member);
}
template <class V>
void visit_fields(V& v, OfferCapital& x) {
  v.all(x.units, x.price, x.rate);
}
template <class V>
void visit_fields(V& v, RedeemCapital& x) {
  v.all(x.units);
}
template <class V>
void visit_fields(V& v, Machines& x) {
  v.all(x.units, x.worn, x.knowledge, x.order, x.limit, x.done);
}
template <class V>
void visit_fields(V& v, Site& x) {
  v.all(x.parcels, x.used, x.rented, x.common, x.wanted, x.rent_limit, x.buy, x.sell, x.limit, x.uses_commons);
}
template <class V>
void visit_fields(V& v, Commons& x) {
  v.all(x.cash, x.parcels, x.closing_cash, x.given, x.last_given, x.last_paid);
}
template <class V>
void visit_fields(V& v, Maker& x) {
  v.all(x.cash, x.paid_in, x.stock, x.reference);
}
template <class V>
void visit_fields(V& v, Rents& x) {
  v.all(x.price, x.slow_price, x.parcels);
}
template <class V>
void visit_fields(V& v, Technology& x) {
  v.all(x.knowledge, x.generation, x.announced);
}
template <class V>
void visit_fields(V& v, ChangeDualWork& x) {
  v.all(x.allowed);
}
template <class V>
void visit_fields(V& v, CurvePoint& x) {
  v.all(x.price, x.lots);
}
template <class V>
void visit_fields(V& v, Market& x) {
  v.all(x.good, x.price, x.slow_price, x.volume, x.bid_lots, x.ask_lots, x.demand, x.supply);
}
template <class V>
void visit_fields(V& v, HistoryRow& x) {
  v.all(x.tick, x.price, x.volume, x.employed, x.proprietary_pay, x.cooperative_pay, x.cooperative_labour,
        x.wealth_gini, x.velocity, x.technotariat, x.unionised, x.on_strike, x.rent, x.price_index, x.money,
        x.unemployed, x.income_gini, x.pay, x.wealth_curve, x.income_curve);
}
template <class V>
void visit_fields(V& v, Event& x) {
  v.all(x.tick, x.kind, x.subject, x.enterprise, x.other, x.good, x.value, x.motion, x.change, x.law);
}
template <class V>
void visit_fields(V& v, Ballot& x) {
  v.all(x.member, x.choice);
}
template <class V>
void visit_fields(V& v, Motion& x) {
  v.all(x.enterprise, x.proposer, x.change, x.opened_tick, x.closes_tick, x.open, x.carried, x.electorate,
        x.leaning_yes, x.leaning_no, x.near_the_line, x.yes, x.no, x.ballots);
}
template <class V>
void visit_fields(V& v, LawVote& x) {
  v.all(x.law, x.proposer, x.before, x.value, x.opened_tick, x.closes_tick, x.in_force_tick, x.state, x.electorate,
        x.leaning_yes, x.leaning_no, x.near_the_line, x.yes, x.no, x.ballots);
}
template <class V>
void visit_fields(V& v, PersonalOrder& x) {
  v.all(x.household, x.good, x.side, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, Holding& x) {
  v.all(x.holder, x.shares);
}
template <class V>
void visit_fields(V& v, ShareMarket& x) {
  v.all(x.price, x.volume, x.bid, x.ask, x.paid);
}
template <class V>
void visit_fields(V& v, BoardOrder& x) {
  v.all(x.side, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, TrustDebt& x) {
  v.all(x.creditor, x.owed);
}
template <class V>
void visit_fields(V& v, WageClaim& x) {
  v.all(x.enterprise, x.person, x.owed);
}
template <class V>
void visit_fields(V& v, ShareOrder& x) {
  v.all(x.household, x.enterprise, x.side, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, BuyOut& x) {
  v.all(x.enterprise, x.bidder, x.by_workers, x.price, x.opened_tick, x.closes_tick, x.agreed);
}
template <class V>
void visit_fields(V& v, Instalment& x) {
  v.all(x.enterprise, x.creditor, x.owed);
}
template <class V>
void visit_fields(V& v, OutsideCapital& x) {
  v.all(x.enterprise, x.price, x.rate, x.owed, x.carry, x.sold, x.unpaid_ticks);
}
template <class V>
void visit_fields(V& v, Sealed& x) {
  v.all(x.actor, x.action);
}
template <class V>
void visit_fields(V& v, Pantry& x) {
  v.all(x.household, x.lots);
}
template <class V>
void visit_fields(V& v, GoodsFlow& x) {
  v.all(x.opening, x.produced, x.used, x.consumed, x.perished);
}
template <class V>
void visit_fields(V& v, Record& x) {
  v.all(x.history, x.forgotten, x.events);
}
template <class V>
void visit_fields(V& v, PayLines& x) {
  v.all(x.benefit, x.strike_pay, x.basic_income, x.tax, x.dues, x.to_account, x.second);
}
template <class V>
void visit_fields(V& v, Seat& x) {
  v.all(x.household, x.role, x.controller, x.player, x.name, x.actions_used, x.livelihood_points, x.wealth_share,
        x.livelihood_share, x.progress_points, x.progress_share, x.standing, x.opening_cash, x.flows,
        x.last_opening_cash, x.last_flows, x.pay);
}
template <class V>
void visit_fields(V& v, PublicAccount& x) {
  v.all(x.opening, x.flows, x.last_opening, x.last_flows);
}
template <class V>
void visit_fields(V& v, Parameters& x) {
  v.all(x.values);
}
template <class V>
void visit_fields(V& v, Scenario& x) {
  v.all(x.name, x.title, x.households, x.enterprises, x.cooperative_share, x.capitalist_seats, x.member_seats,
        x.worker_seats, x.burn_in_ticks, x.final_tick, x.end_window, x.tick_seconds, x.parameters);
}
template <class V>
void visit_fields(V& v, Households& x) {
  Households::columns(x, [&](auto&... each) { v.all(each...); });
}
template <class V>
void visit_fields(V& v, Enterprises& x) {
  Enterprises::columns(x, [&](auto&... each) { v.all(each...); });
}
/// Whether this visitor takes many of them at once: plain numbers without gaps between them.
template <class V, class T>
concept TakesAtOnce = std::has_unique_object_representations_v<T> && requires(V v, std::span<const T> x) {
  v.numbers(x);
};
template <class V, class T, std::size_t N>
void visit_fields(V& v, std::array<T, N>& x) {
  if constexpr (TakesAtOnce<V, T>) {
    v.numbers(std::span<const T>(x));
  } else {
    for (T& item : x) visit_fields(v, item);
  }
}
template <class V, class T>
void visit_fields(V& v, std::vector<T>& x) {
  x.resize(v.size(x.size()));
  if constexpr (TakesAtOnce<V, T>) {
    v.numbers(std::span<const T>(x));
  } else {
    for (T& item : x) visit_fields(v, item);
  }
}
/// Puts the alternative of this index into the variant.
template <class Variant, std::size_t... I>
void emplace_index(Variant& x, std::size_t index, std::index_sequence<I...>) {
  static_cast<void>(((I == index && (x.template emplace<I>(), true)) || ...));
}
template <class V, class... T>
void visit_fields(V& v, std::variant<T...>& x) {
  const std::size_t index = v.choice(x.index(), sizeof...(T));
  if (index != x.index()) emplace_index(x, index, std::index_sequence_for<T...>{});
  std::visit([&](auto& item) { visit_fields(v, item); }, x);
}
template <class V, class T>
void visit_fields(V& v, std::optional<T>& x) {
  if (v.choice(x.has_value() ? 1 : 0, 2) == 1 && !x) x.emplace();
  if (x) visit_fields(v, *x);
}
template <class V, class IdType, class T>
void visit_fields(V& v, Column<IdType, T>& x) {
  visit_fields(v, x.values);
}
/// What grows with time; `World::record` proves it.
template <class V>
void visit_record(V& v, World& x) {
  v.all(x.history, x.events);
}
/// Everything else but `last_hash`, which is the hash of this.
template <class V>
void visit_world(V& v, World& x) {
  v.all(x.scenario, x.seed, x.clock, x.tick, x.finished, x.issued, x.treasury, x.bank, x.credit, x.loans,
        x.bank_account, x.treasury_account, x.maker, x.maker_account, x.base_price, x.basket, x.strike_fund, x.exchange,
        x.mean_pay, x.unemployment, x.technotariat, x.technostism_ticks, x.technology, x.commons, x.rents, x.households,
        x.enterprises, x.seats, x.first_motion, x.motions, x.law_votes, x.orders, x.share_orders, x.buy_outs,
        x.instalments, x.outside_capital, x.wage_claims, x.pantries, x.sealed, x.markets, x.goods, x.record);
}

}  // namespace tt::rules
