#include "rules/state/consistent.hpp"

#include <algorithm>

#include "rules/state/constants.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

/// Whether all columns of a table have the same length.
template <class Table>
bool equally_long(const Table& table) {
  return Table::columns(table, [&](const auto&... each) { return ((each.size() == table.count()) && ...); });
}

template <class IdType>
bool names_one_of(IdType id, std::size_t count) {
  return !id.exists() || id.value < count;
}

bool households_hang_together(const World& w) {
  const auto& h = w.households;
  if (!equally_long(h)) return false;
  for (const HouseholdId id : h.ids()) {
    if (!names_one_of(h.employer[id], w.enterprises.count()) ||
        !names_one_of(h.applied_to[id], w.enterprises.count()) ||
        !names_one_of(h.displaced_by[id], w.enterprises.count()))
      return false;
    if (!names_one_of(h.second_job[id], w.enterprises.count())) return false;
    if (h.second_share[id] > kOne) return false;
    if (h.strike_vote[id] > Choice::kAbstain) return false;
    if (h.seat[id] != kNoSeat && (h.seat[id] >= w.seats.size() || w.seats[h.seat[id]].household != id)) return false;
  }
  return true;
}

bool enterprises_hang_together(const World& w) {
  const auto& e = w.enterprises;
  if (!equally_long(e)) return false;
  for (const EnterpriseId id : e.ids()) {
    if (!names_one_of(e.head[id], w.households.count()) || index_of(e.product[id]) >= kGoods) return false;
    if (e.research[id].share < 0 || e.research[id].share > kMostResearch) return false;
    if (e.dispute[id] > Dispute::kStrike || e.answer[id] > Answer::kHoldOut) return false;
    if (e.hours[id] < kMinHours || e.hours[id] > kMaxHours) return false;
    if (e.form[id] > Form::kCooperative || e.board_order[id].side > Side::kSell) return false;
    if (!names_one_of(e.trust_debt[id].creditor, w.households.count())) return false;
    for (const Holding& h : e.shareholders[id])
      if (!names_one_of(h.holder, w.households.count())) return false;
  }
  return true;
}

bool rows_hang_together(const World& w) {
  const auto is_person = [&](HouseholdId id) { return id.value < w.households.count(); };
  const auto is_good = [](Good good) { return index_of(good) < kGoods; };
  const auto sound_seat = [&](const Seat& s) {
    return is_person(s.household) && s.role <= Role::kWorker && s.controller <= Controller::kAutopilot;
  };
  const auto sound_motion = [&](const Motion& m) {
    const auto* elects = std::get_if<ElectManager>(&m.change);
    const auto* expels = std::get_if<Expel>(&m.change);
    return m.enterprise.value < w.enterprises.count() && is_person(m.proposer) &&
           (elects == nullptr || is_person(elects->manager)) && (expels == nullptr || is_person(expels->member)) &&
           std::all_of(m.ballots.begin(), m.ballots.end(),
                       [&](const Ballot& b) { return is_person(b.member) && b.choice <= Choice::kAbstain; });
  };
  const auto sound_law_vote = [&](const LawVote& v) {
    return static_cast<std::size_t>(v.law) < kLaws && v.state <= LawVote::State::kLost && is_person(v.proposer) &&
           std::all_of(v.ballots.begin(), v.ballots.end(),
                       [&](const Ballot& b) { return is_person(b.member) && b.choice <= Choice::kAbstain; });
  };
  const auto sound_order = [&](const PersonalOrder& o) { return is_person(o.household) && is_good(o.good); };
  const auto sound_share_order = [&](const ShareOrder& o) {
    return is_person(o.household) && o.enterprise.value < w.enterprises.count() && o.side <= Side::kSell;
  };
  const auto sound_buy_out = [&](const BuyOut& b) {
    return is_person(b.bidder) && b.enterprise.value < w.enterprises.count() &&
           std::all_of(b.agreed.begin(), b.agreed.end(), is_person);
  };
  const auto sound_instalment = [&](const Instalment& i) {
    return is_person(i.creditor) && i.enterprise.value < w.enterprises.count() && i.owed >= 0;
  };
  const auto by_enterprise = [](const Instalment& a, const Instalment& b) {
    return a.enterprise.value < b.enterprise.value;
  };
  const auto sound_capital = [&](const OutsideCapital& c) {
    return c.enterprise.value < w.enterprises.count() && c.price > 0 && c.price <= kMaxPrice && c.rate >= 0 &&
           c.rate <= kMostReturn && c.owed >= 0;
  };
  const auto capital_before = [](const OutsideCapital& a, const OutsideCapital& b) {
    return a.enterprise < b.enterprise;
  };
  const auto sound_claim = [&](const WageClaim& c) {
    return is_person(c.person) && c.enterprise.value < w.enterprises.count();
  };
  const auto sound_pantry = [&](const Pantry& p) { return is_person(p.household); };
  const auto by_household = [](const Pantry& a, const Pantry& b) { return a.household < b.household; };
  const auto sound_event = [&](const Event& e) {
    return is_good(e.good) && (!e.law || static_cast<std::size_t>(*e.law) < kLaws) &&
           names_one_of(e.subject, w.households.count()) && names_one_of(e.enterprise, w.enterprises.count()) &&
           names_one_of(e.other, w.enterprises.count());
  };
  return std::all_of(w.seats.begin(), w.seats.end(), sound_seat) &&
         std::all_of(w.motions.begin(), w.motions.end(), sound_motion) &&
         std::all_of(w.law_votes.begin(), w.law_votes.end(), sound_law_vote) &&
         std::all_of(w.orders.begin(), w.orders.end(), sound_order) &&
         std::all_of(w.share_orders.begin(), w.share_orders.end(), sound_share_order) &&
         std::all_of(w.buy_outs.begin(), w.buy_outs.end(), sound_buy_out) &&
         std::all_of(w.instalments.begin(), w.instalments.end(), sound_instalment) &&
         std::is_sorted(w.instalments.begin(), w.instalments.end(), by_enterprise) &&
         std::all_of(w.outside_capital.begin(), w.outside_capital.end(), sound_capital) &&
         std::is_sorted(w.outside_capital.begin(), w.outside_capital.end(), capital_before) &&
         std::all_of(w.wage_claims.begin(), w.wage_claims.end(), sound_claim) &&
         std::all_of(w.pantries.begin(), w.pantries.end(), sound_pantry) &&
         std::is_sorted(w.pantries.begin(), w.pantries.end(), by_household) &&
         std::is_sorted(w.orders.begin(), w.orders.end(), orders_before) &&
         std::all_of(w.sealed.begin(), w.sealed.end(), [&](const Sealed& s) { return is_person(s.actor); }) &&
         std::all_of(w.events.begin(), w.events.end(), sound_event);
}

}  // namespace

bool is_consistent(const World& w) {
  const auto is_known = [](const Technology& t) { return t.generation < kGenerations.size() && t.knowledge >= 0; };
  return std::all_of(w.technology.begin(), w.technology.end(), is_known) && within_bounds(w.scenario.parameters) &&
         households_hang_together(w) && enterprises_hang_together(w) && rows_hang_together(w);
}

}  // namespace tt::rules
