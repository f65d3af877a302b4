#include "protocol/codec/actions.hpp"

#include <optional>

#include "protocol/codec/kinds.hpp"
#include "protocol/codec/motions.hpp"
#include "protocol/codec/numbers.hpp"

namespace tt::protocol {

namespace {

// One overload an action: writes it, reads it, names it, weighs it. Kept together so that a new action is one place to
// edit.

template <class From, class To>
void write_order(const From& from, To& to) {
  to.set_enterprise_id(to_wire(from.enterprise));
  to.set_side(to_wire(from.side));
  to.set_quantity(to_wire_u32(from.quantity));
  to.set_limit_price_mils(to_wire_mils(from.limit_price));
}

struct Writer {
  v1::Action& to;

  void operator()(const rules::FoundEnterprise& from) const {
    auto& out = *to.mutable_found_enterprise();
    out.set_name(from.name);
    out.set_form(to_wire(from.form));
    out.set_product(to_wire(from.product));
    out.set_capital_mils(to_wire_mils(from.capital));
  }
  void operator()(const rules::OfferWork& from) const {
    auto& out = *to.mutable_offer_work();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_wage_mils(to_wire_mils(from.wage));
    out.set_places(from.places);
  }
  void operator()(const rules::SetProduction& from) const {
    auto& out = *to.mutable_set_production();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_ask_price_mils(to_wire_mils(from.ask_price));
    out.set_output_target_lots(to_wire_u32(from.output_target));
  }
  void operator()(const rules::OrderInputs& from) const {
    auto& out = *to.mutable_order_inputs();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_quantity_lots(to_wire_u32(from.quantity));
    out.set_limit_price_mils(to_wire_mils(from.limit_price));
  }
  void operator()(const rules::DeclareDividend& from) const {
    auto& out = *to.mutable_declare_dividend();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_amount_mils(to_wire_mils(from.amount));
  }
  void operator()(const rules::Invest& from) const {
    auto& out = *to.mutable_invest();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_amount_mils(to_wire_mils(from.amount));
  }
  void operator()(const rules::ApplyForWork& from) const {
    to.mutable_apply_for_work()->set_enterprise_id(to_wire(from.enterprise));
  }
  void operator()(const rules::LeaveWork&) const { to.mutable_leave_work(); }
  void operator()(const rules::SetEffort& from) const {
    to.mutable_set_effort()->set_effort_bp(to_wire_bp(from.effort));
  }
  void operator()(const rules::ProposeMotion& from) const {
    auto& out = *to.mutable_propose_motion();
    out.set_enterprise_id(to_wire(from.enterprise));
    encode(from.change, *out.mutable_change());
  }
  void operator()(const rules::CastVote& from) const {
    auto& out = *to.mutable_cast_vote();
    out.set_motion_id(to_wire(from.motion));
    out.set_choice(to_wire(from.choice));
  }
  void operator()(const rules::PlaceOrder& from) const {
    auto& out = *to.mutable_place_order();
    out.set_good(to_wire(from.good));
    out.set_side(to_wire(from.side));
    out.set_quantity_lots(to_wire_u32(from.quantity));
    out.set_limit_price_mils(to_wire_mils(from.limit_price));
  }
  void operator()(const rules::SetSpending& from) const {
    to.mutable_set_spending()->set_share_bp(to_wire_bp(from.share));
  }
  void operator()(const rules::SetHours& from) const {
    auto& out = *to.mutable_set_hours();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_hours_bp(to_wire_bp(from.hours));
  }
  void operator()(const rules::OrderMachines& from) const {
    auto& out = *to.mutable_order_machines();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_task(to_wire(from.task));
    out.set_quantity_lots(to_wire_u32(from.quantity));
    out.set_limit_price_mils(to_wire_mils(from.limit_price));
  }
  void operator()(const rules::SetResearch& from) const {
    auto& out = *to.mutable_set_research();
    out.set_enterprise_id(to_wire(from.enterprise));
    encode(from.research, *out.mutable_research());
  }
  void operator()(const rules::OrderLand& from) const {
    auto& out = *to.mutable_order_land();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_side(to_wire(from.side));
    out.set_quantity_lots(to_wire_u32(from.quantity));
    out.set_limit_price_mils(to_wire_mils(from.limit_price));
  }
  void operator()(const rules::UseLand& from) const {
    auto& out = *to.mutable_use_land();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_rented_lots(to_wire_u32(from.rented));
    out.set_limit_price_mils(to_wire_mils(from.rent_limit));
    out.set_commons(from.commons);
  }
  void operator()(const rules::BackCommons& from) const {
    to.mutable_back_commons()->set_amount_mils(to_wire_mils(from.amount));
  }
  void operator()(const rules::SetUnionCard& from) const { to.mutable_set_union_card()->set_member(from.member); }
  void operator()(const rules::VoteOnStrike& from) const {
    to.mutable_vote_on_strike()->set_choice(to_wire(from.choice));
  }
  void operator()(const rules::AnswerDemand& from) const {
    auto& out = *to.mutable_answer_demand();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_answer(to_wire(from.answer));
  }
  void operator()(const rules::OrderShares& from) const { write_order(from, *to.mutable_order_shares()); }
  void operator()(const rules::IssueShares& from) const { write_order(from, *to.mutable_issue_shares()); }
  void operator()(const rules::OfferEmployeeShares& from) const {
    auto& out = *to.mutable_offer_employee_shares();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_part_bp(to_wire_bp(from.part));
    out.set_price_mils(to_wire_mils(from.price));
  }
  void operator()(const rules::SetSecondJob& from) const {
    auto& out = *to.mutable_set_second_job();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_share_bp(to_wire_bp(from.share));
  }
  void operator()(const rules::SetDualWork& from) const {
    auto& out = *to.mutable_set_dual_work();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_allowed(from.allowed);
  }
  void operator()(const rules::OfferBuyOut& from) const {
    auto& out = *to.mutable_offer_buy_out();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_price_mils(to_wire_mils(from.price));
    out.set_by_workers(from.by_workers);
  }
  void operator()(const rules::AgreeToBuyOut& from) const {
    auto& out = *to.mutable_agree_to_buy_out();
    out.set_enterprise_id(to_wire(from.enterprise));
    out.set_agree(from.agree);
  }
};

rules::Action read(const v1::FoundEnterprise& from, FieldReader& field) {
  return rules::FoundEnterprise{from.name(), field.kind(from_wire(from.form()), "form"),
                                field.kind(from_wire(from.product()), "product"),
                                field.mils(from.capital_mils(), "capital_mils")};
}
rules::Action read(const v1::OfferWork& from, FieldReader& field) {
  return rules::OfferWork{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                          field.mils(from.wage_mils(), "wage_mils"), from.places()};
}
rules::Action read(const v1::SetProduction& from, FieldReader& field) {
  return rules::SetProduction{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                              field.mils(from.ask_price_mils(), "ask_price_mils"), from.output_target_lots()};
}
rules::Action read(const v1::OrderInputs& from, FieldReader& field) {
  return rules::OrderInputs{from_wire<rules::EnterpriseId>(from.enterprise_id()), from.quantity_lots(),
                            field.mils(from.limit_price_mils(), "limit_price_mils")};
}
rules::Action read(const v1::DeclareDividend& from, FieldReader& field) {
  return rules::DeclareDividend{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                                field.mils(from.amount_mils(), "amount_mils")};
}
rules::Action read(const v1::Invest& from, FieldReader& field) {
  return rules::Invest{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                       field.mils(from.amount_mils(), "amount_mils")};
}
rules::Action read(const v1::ProposeMotion& from, FieldReader& field) {
  auto change = decode(from.change(), field.path() + ".change");
  if (!change) {
    field.refuse(change.error());
    return rules::ProposeMotion{};
  }
  return rules::ProposeMotion{from_wire<rules::EnterpriseId>(from.enterprise_id()), *change};
}
rules::Action read(const v1::CastVote& from, FieldReader& field) {
  return rules::CastVote{from_wire<rules::MotionId>(from.motion_id()), field.kind(from_wire(from.choice()), "choice")};
}
rules::Action read(const v1::PlaceOrder& from, FieldReader& field) {
  return rules::PlaceOrder{field.kind(from_wire(from.good()), "good"), field.kind(from_wire(from.side()), "side"),
                           from.quantity_lots(), field.mils(from.limit_price_mils(), "limit_price_mils")};
}

rules::Action read(const v1::OrderMachines& from, FieldReader& field) {
  return rules::OrderMachines{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                              field.kind(from_wire(from.task()), "task"), from.quantity_lots(),
                              field.mils(from.limit_price_mils(), "limit_price_mils")};
}
rules::Action read(const v1::OrderLand& from, FieldReader& field) {
  return rules::OrderLand{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                          field.kind(from_wire(from.side()), "side"), from.quantity_lots(),
                          field.mils(from.limit_price_mils(), "limit_price_mils")};
}
rules::Action read(const v1::UseLand& from, FieldReader& field) {
  return rules::UseLand{from_wire<rules::EnterpriseId>(from.enterprise_id()), from.rented_lots(),
                        field.mils(from.limit_price_mils(), "limit_price_mils"), from.commons()};
}
rules::Action read(const v1::SetResearch& from, FieldReader& field) {
  return rules::SetResearch{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                            {field.bp(from.research().share_bp(), "research.share_bp"),
                             field.bp(from.research().minds_bp(), "research.minds_bp")}};
}
template <class To, class From>
rules::Action read_order(const From& from, FieldReader& field) {
  return To{from_wire<rules::EnterpriseId>(from.enterprise_id()), field.kind(from_wire(from.side()), "side"),
            from.quantity(), field.mils(from.limit_price_mils(), "limit_price_mils")};
}
rules::Action read(const v1::OfferEmployeeShares& from, FieldReader& field) {
  return rules::OfferEmployeeShares{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                                    field.bp(from.part_bp(), "part_bp"), field.mils(from.price_mils(), "price_mils")};
}
rules::Action read(const v1::SetHours& from, FieldReader& field) {
  return rules::SetHours{from_wire<rules::EnterpriseId>(from.enterprise_id()), field.bp(from.hours_bp(), "hours_bp")};
}
rules::Action read(const v1::AnswerDemand& from, FieldReader& field) {
  return rules::AnswerDemand{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                             field.kind(from_wire(from.answer()), "answer")};
}
rules::Action read(const v1::SetSecondJob& from, FieldReader& field) {
  return rules::SetSecondJob{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                             field.bp(from.share_bp(), "share_bp")};
}
rules::Action read(const v1::SetDualWork& from) {
  return rules::SetDualWork{from_wire<rules::EnterpriseId>(from.enterprise_id()), from.allowed()};
}
rules::Action read(const v1::OfferBuyOut& from, FieldReader& field) {
  return rules::OfferBuyOut{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                            field.mils(from.price_mils(), "price_mils"), from.by_workers()};
}
rules::Action read(const v1::AgreeToBuyOut& from) {
  return rules::AgreeToBuyOut{from_wire<rules::EnterpriseId>(from.enterprise_id()), from.agree()};
}

std::optional<rules::Action> read_chosen(const v1::Action& action, FieldReader& field) {
  switch (action.action_case()) {
    case v1::Action::kFoundEnterprise:
      return read(action.found_enterprise(), field);
    case v1::Action::kOfferWork:
      return read(action.offer_work(), field);
    case v1::Action::kSetProduction:
      return read(action.set_production(), field);
    case v1::Action::kOrderInputs:
      return read(action.order_inputs(), field);
    case v1::Action::kDeclareDividend:
      return read(action.declare_dividend(), field);
    case v1::Action::kInvest:
      return read(action.invest(), field);
    case v1::Action::kApplyForWork:
      return rules::ApplyForWork{from_wire<rules::EnterpriseId>(action.apply_for_work().enterprise_id())};
    case v1::Action::kLeaveWork:
      return rules::LeaveWork{};
    case v1::Action::kSetEffort:
      return rules::SetEffort{field.bp(action.set_effort().effort_bp(), "effort_bp")};
    case v1::Action::kProposeMotion:
      return read(action.propose_motion(), field);
    case v1::Action::kCastVote:
      return read(action.cast_vote(), field);
    case v1::Action::kPlaceOrder:
      return read(action.place_order(), field);
    case v1::Action::kSetSpending:
      return rules::SetSpending{field.bp(action.set_spending().share_bp(), "share_bp")};
    case v1::Action::kSetHours:
      return read(action.set_hours(), field);
    case v1::Action::kOrderMachines:
      return read(action.order_machines(), field);
    case v1::Action::kSetResearch:
      return read(action.set_research(), field);
    case v1::Action::kSetUnionCard:
      return rules::SetUnionCard{action.set_union_card().member()};
    case v1::Action::kVoteOnStrike:
      return rules::VoteOnStrike{field.kind(from_wire(action.vote_on_strike().choice()), "choice")};
    case v1::Action::kAnswerDemand:
      return read(action.answer_demand(), field);
    case v1::Action::kOrderShares:
      return read_order<rules::OrderShares>(action.order_shares(), field);
    case v1::Action::kIssueShares:
      return read_order<rules::IssueShares>(action.issue_shares(), field);
    case v1::Action::kOfferEmployeeShares:
      return read(action.offer_employee_shares(), field);
    case v1::Action::kOrderLand:
      return read(action.order_land(), field);
    case v1::Action::kUseLand:
      return read(action.use_land(), field);
    case v1::Action::kBackCommons:
      return rules::BackCommons{field.mils(action.back_commons().amount_mils(), "amount_mils")};
    case v1::Action::kSetSecondJob:
      return read(action.set_second_job(), field);
    case v1::Action::kSetDualWork:
      return read(action.set_dual_work());
    case v1::Action::kOfferBuyOut:
      return read(action.offer_buy_out(), field);
    case v1::Action::kAgreeToBuyOut:
      return read(action.agree_to_buy_out());
    case v1::Action::ACTION_NOT_SET:
      break;
  }
  return std::nullopt;
}

struct Namer {
  std::string_view operator()(const rules::FoundEnterprise&) const { return "found_enterprise"; }
  std::string_view operator()(const rules::OfferWork&) const { return "offer_work"; }
  std::string_view operator()(const rules::SetProduction&) const { return "set_production"; }
  std::string_view operator()(const rules::OrderInputs&) const { return "order_inputs"; }
  std::string_view operator()(const rules::DeclareDividend&) const { return "declare_dividend"; }
  std::string_view operator()(const rules::Invest&) const { return "invest"; }
  std::string_view operator()(const rules::ApplyForWork&) const { return "apply_for_work"; }
  std::string_view operator()(const rules::LeaveWork&) const { return "leave_work"; }
  std::string_view operator()(const rules::SetEffort&) const { return "set_effort"; }
  std::string_view operator()(const rules::ProposeMotion&) const { return "propose_motion"; }
  std::string_view operator()(const rules::CastVote&) const { return "cast_vote"; }
  std::string_view operator()(const rules::PlaceOrder&) const { return "place_order"; }
  std::string_view operator()(const rules::SetSpending&) const { return "set_spending"; }
  std::string_view operator()(const rules::SetHours&) const { return "set_hours"; }
  std::string_view operator()(const rules::OrderMachines&) const { return "order_machines"; }
  std::string_view operator()(const rules::SetResearch&) const { return "set_research"; }
  std::string_view operator()(const rules::OrderLand&) const { return "order_land"; }
  std::string_view operator()(const rules::UseLand&) const { return "use_land"; }
  std::string_view operator()(const rules::BackCommons&) const { return "back_commons"; }
  std::string_view operator()(const rules::SetUnionCard&) const { return "set_union_card"; }
  std::string_view operator()(const rules::VoteOnStrike&) const { return "vote_on_strike"; }
  std::string_view operator()(const rules::AnswerDemand&) const { return "answer_demand"; }
  std::string_view operator()(const rules::OrderShares&) const { return "order_shares"; }
  std::string_view operator()(const rules::IssueShares&) const { return "issue_shares"; }
  std::string_view operator()(const rules::OfferEmployeeShares&) const { return "offer_employee_shares"; }
  std::string_view operator()(const rules::SetSecondJob&) const { return "set_second_job"; }
  std::string_view operator()(const rules::SetDualWork&) const { return "set_dual_work"; }
  std::string_view operator()(const rules::OfferBuyOut&) const { return "offer_buy_out"; }
  std::string_view operator()(const rules::AgreeToBuyOut&) const { return "agree_to_buy_out"; }
};

constexpr bool fits_lots(rules::Lots lots) {
  return lots >= 0 && lots <= std::numeric_limits<std::uint32_t>::max();
}

constexpr bool research_fits(const rules::Research& research) {
  return research.share >= 0 && research.minds >= 0;
}

struct ChangeFits {
  bool operator()(const rules::ChangeBaseWage& change) const { return change.wage >= 0; }
  bool operator()(const rules::ChangeSplit& change) const {
    return change.split.distribution >= 0 && change.split.accounts >= 0 && change.split.reserve >= 0 &&
           change.split.commons >= 0;
  }
  bool operator()(const rules::ChangeMerit& change) const { return change.merit >= 0; }
  bool operator()(const rules::ChangePlaces&) const { return true; }
  bool operator()(const rules::ElectManager&) const { return true; }
  bool operator()(const rules::ChangeDualWork&) const { return true; }
  bool operator()(const rules::ChangeMandate& change) const {
    return change.mandate.least_hours >= 0 && change.mandate.most_hours >= 0 && change.mandate.machines >= 0;
  }
  bool operator()(const rules::Demutualise&) const { return true; }
  bool operator()(const rules::ChangeResearch& change) const { return research_fits(change.research); }
};

struct Fits {
  bool operator()(const rules::FoundEnterprise& action) const { return action.capital >= 0; }
  bool operator()(const rules::OfferWork& action) const { return action.wage >= 0; }
  bool operator()(const rules::SetProduction& action) const {
    return action.ask_price >= 0 && fits_lots(action.output_target);
  }
  bool operator()(const rules::OrderInputs& action) const {
    return action.limit_price >= 0 && fits_lots(action.quantity);
  }
  bool operator()(const rules::DeclareDividend& action) const { return action.amount >= 0; }
  bool operator()(const rules::Invest& action) const { return action.amount >= 0; }
  bool operator()(const rules::ApplyForWork&) const { return true; }
  bool operator()(const rules::LeaveWork&) const { return true; }
  bool operator()(const rules::SetEffort& action) const { return action.effort >= 0; }
  bool operator()(const rules::ProposeMotion& action) const { return std::visit(ChangeFits{}, action.change); }
  bool operator()(const rules::CastVote& action) const { return action.choice != rules::Choice::kNone; }
  bool operator()(const rules::PlaceOrder& action) const {
    return action.limit_price >= 0 && fits_lots(action.quantity);
  }
  bool operator()(const rules::SetSpending& action) const { return action.share >= 0; }
  bool operator()(const rules::SetHours& action) const { return action.hours >= 0; }
  bool operator()(const rules::OrderMachines& action) const {
    return action.limit_price >= 0 && fits_lots(action.quantity);
  }
  bool operator()(const rules::SetResearch& action) const { return research_fits(action.research); }
  bool operator()(const rules::OrderLand& action) const {
    return action.limit_price >= 0 && fits_lots(action.quantity);
  }
  bool operator()(const rules::UseLand& action) const { return action.rent_limit >= 0 && fits_lots(action.rented); }
  bool operator()(const rules::BackCommons& action) const { return action.amount >= 0; }
  bool operator()(const rules::SetUnionCard&) const { return true; }
  bool operator()(const rules::VoteOnStrike& action) const { return action.choice != rules::Choice::kNone; }
  bool operator()(const rules::AnswerDemand& action) const { return action.answer != rules::Answer::kNone; }
  bool operator()(const rules::OrderShares& action) const {
    return action.limit_price >= 0 && fits_lots(action.quantity);
  }
  bool operator()(const rules::IssueShares& action) const {
    return action.limit_price >= 0 && fits_lots(action.quantity);
  }
  bool operator()(const rules::OfferEmployeeShares& action) const { return action.part >= 0 && action.price >= 0; }
  bool operator()(const rules::SetSecondJob& action) const { return action.share >= 0; }
  bool operator()(const rules::SetDualWork&) const { return true; }
  bool operator()(const rules::OfferBuyOut& action) const { return action.price >= 0; }
  bool operator()(const rules::AgreeToBuyOut&) const { return true; }
};

}  // namespace

Decoded<rules::Action> decode(const v1::Action& action) {
  std::string path = "act";
  if (const auto* chosen = v1::Action::descriptor()->FindFieldByNumber(action.action_case()))
    path += "." + chosen->name();
  FieldReader field{std::move(path)};
  auto read = read_chosen(action, field);
  if (!read) return Problem{v1::ERROR_CODE_MALFORMED, "No action is chosen; set exactly one.", "act", 0};
  return std::move(field).finish<rules::Action>(std::move(*read));
}

v1::Action encode(const rules::Action& action) {
  v1::Action to;
  std::visit(Writer{to}, action);
  return to;
}

bool representable(const rules::Action& action) {
  return std::visit(Fits{}, action);
}

std::string_view wire_name(const rules::Action& action) {
  return std::visit(Namer{}, action);
}

}  // namespace tt::protocol
