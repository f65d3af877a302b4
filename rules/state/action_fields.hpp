// The fields of every action, for those that lie sealed in a world: as fields.hpp lists those of the state.
#pragma once

#include "rules/actions/action.hpp"

namespace tt::rules {

template <class V>
void visit_fields(V& v, FoundEnterprise& x) {
  v.all(x.name, x.form, x.product, x.capital);
}
template <class V>
void visit_fields(V& v, OfferWork& x) {
  v.all(x.enterprise, x.wage, x.places);
}
template <class V>
void visit_fields(V& v, SetProduction& x) {
  v.all(x.enterprise, x.ask_price, x.output_target);
}
template <class V>
void visit_fields(V& v, OrderInputs& x) {
  v.all(x.enterprise, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, DeclareDividend& x) {
  v.all(x.enterprise, x.amount);
}
template <class V>
void visit_fields(V& v, Invest& x) {
  v.all(x.enterprise, x.amount);
}
template <class V>
void visit_fields(V& v, ApplyForWork& x) {
  v.all(x.enterprise);
}
template <class V>
void visit_fields(V&, LeaveWork&) {}
template <class V>
void visit_fields(V& v, SetEffort& x) {
  v.all(x.effort);
}
template <class V>
void visit_fields(V& v, ProposeMotion& x) {
  v.all(x.enterprise, x.change);
}
template <class V>
void visit_fields(V& v, CastVote& x) {
  v.all(x.motion, x.choice);
}
template <class V>
void visit_fields(V& v, PlaceOrder& x) {
  v.all(x.good, x.side, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, SetSpending& x) {
  v.all(x.share);
}
template <class V>
void visit_fields(V& v, SetHours& x) {
  v.all(x.enterprise, x.hours);
}
template <class V>
void visit_fields(V& v, OrderMachines& x) {
  v.all(x.enterprise, x.task, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, SetResearch& x) {
  v.all(x.enterprise, x.research);
}
template <class V>
void visit_fields(V& v, SetUnionCard& x) {
  v.all(x.member);
}
template <class V>
void visit_fields(V& v, VoteOnStrike& x) {
  v.all(x.choice);
}
template <class V>
void visit_fields(V& v, AnswerDemand& x) {
  v.all(x.enterprise, x.answer);
}
template <class V>
void visit_fields(V& v, OrderShares& x) {
  v.all(x.enterprise, x.side, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, IssueShares& x) {
  v.all(x.enterprise, x.side, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, OfferEmployeeShares& x) {
  v.all(x.enterprise, x.part, x.price);
}
template <class V>
void visit_fields(V& v, OrderLand& x) {
  v.all(x.enterprise, x.side, x.quantity, x.limit_price);
}
template <class V>
void visit_fields(V& v, UseLand& x) {
  v.all(x.enterprise, x.rented, x.rent_limit, x.commons);
}
template <class V>
void visit_fields(V& v, BackCommons& x) {
  v.all(x.amount);
}
template <class V>
void visit_fields(V& v, SetSecondJob& x) {
  v.all(x.enterprise, x.share);
}
template <class V>
void visit_fields(V& v, SetDualWork& x) {
  v.all(x.enterprise, x.allowed);
}
template <class V>
void visit_fields(V& v, OfferBuyOut& x) {
  v.all(x.enterprise, x.price, x.by_workers);
}
template <class V>
void visit_fields(V& v, AgreeToBuyOut& x) {
  v.all(x.enterprise, x.agree);
}
template <class V>
void visit_fields(V& v, Borrow& x) {
  v.all(x.enterprise, x.amount);
}
template <class V>
void visit_fields(V& v, Repay& x) {
  v.all(x.enterprise, x.amount);
}
template <class V>
void visit_fields(V& v, SupportTakeOver& x) {
  v.all(x.support);
}
template <class V>
void visit_fields(V& v, ProposeLaw& x) {
  v.all(x.law, x.value);
}
template <class V>
void visit_fields(V& v, VoteOnLaw& x) {
  v.all(x.law, x.choice);
}

}  // namespace tt::rules
