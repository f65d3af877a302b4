#include "protocol/codec/actions.hpp"

#include <iterator>
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
  void operator()(const rules::Borrow& from) const {
    to.mutable_borrow()->set_enterprise_id(to_wire(from.enterprise));
    to.mutable_borrow()->set_amount_mils(to_wire_mils(from.amount));
  }
  void operator()(const rules::Repay& from) const {
    to.mutable_repay()->set_enterprise_id(to_wire(from.enterprise));
    to.mutable_repay()->set_amount_mils(to_wire_mils(from.amount));
  }
  void operator()(const rules::SupportTakeOver& from) const {
    to.mutable_support_take_over()->set_support(from.support);
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
  void operator()(const rules::ProposeLaw& from) const {
    auto& out = *to.mutable_propose_law();
    out.set_law(to_wire(from.law));
    out.set_value(to_wire_u32(from.value));
  }
  void operator()(const rules::VoteOnLaw& from) const {
    auto& out = *to.mutable_vote_on_law();
    out.set_law(to_wire(from.law));
    out.set_choice(to_wire(from.choice));
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
template <class To, class From>
rules::Action read_at_bank(const From& from, FieldReader& field) {
  return To{from_wire<rules::EnterpriseId>(from.enterprise_id()), field.mils(from.amount_mils(), "amount_mils")};
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
rules::Action read(const v1::SetDualWork& from, FieldReader&) {
  return rules::SetDualWork{from_wire<rules::EnterpriseId>(from.enterprise_id()), from.allowed()};
}
rules::Action read(const v1::OfferBuyOut& from, FieldReader& field) {
  return rules::OfferBuyOut{from_wire<rules::EnterpriseId>(from.enterprise_id()),
                            field.mils(from.price_mils(), "price_mils"), from.by_workers()};
}
rules::Action read(const v1::AgreeToBuyOut& from, FieldReader&) {
  return rules::AgreeToBuyOut{from_wire<rules::EnterpriseId>(from.enterprise_id()), from.agree()};
}

rules::Action read(const v1::ApplyForWork& from, FieldReader&) {
  return rules::ApplyForWork{from_wire<rules::EnterpriseId>(from.enterprise_id())};
}
rules::Action read(const v1::LeaveWork&, FieldReader&) {
  return rules::LeaveWork{};
}
rules::Action read(const v1::SetEffort& from, FieldReader& field) {
  return rules::SetEffort{field.bp(from.effort_bp(), "effort_bp")};
}
rules::Action read(const v1::SetSpending& from, FieldReader& field) {
  return rules::SetSpending{field.bp(from.share_bp(), "share_bp")};
}
rules::Action read(const v1::SetUnionCard& from, FieldReader&) {
  return rules::SetUnionCard{from.member()};
}
rules::Action read(const v1::VoteOnStrike& from, FieldReader& field) {
  return rules::VoteOnStrike{field.kind(from_wire(from.choice()), "choice")};
}
rules::Action read(const v1::OrderShares& from, FieldReader& field) {
  return read_order<rules::OrderShares>(from, field);
}
rules::Action read(const v1::IssueShares& from, FieldReader& field) {
  return read_order<rules::IssueShares>(from, field);
}
rules::Action read(const v1::BackCommons& from, FieldReader& field) {
  return rules::BackCommons{field.mils(from.amount_mils(), "amount_mils")};
}
rules::Action read(const v1::Borrow& from, FieldReader& field) {
  return read_at_bank<rules::Borrow>(from, field);
}
rules::Action read(const v1::Repay& from, FieldReader& field) {
  return read_at_bank<rules::Repay>(from, field);
}
rules::Action read(const v1::SupportTakeOver& from, FieldReader&) {
  return rules::SupportTakeOver{from.support()};
}

rules::Action read(const v1::ProposeLaw& from, FieldReader& field) {
  return rules::ProposeLaw{field.kind(from_wire(from.law()), "law"), from.value()};
}
rules::Action read(const v1::VoteOnLaw& from, FieldReader& field) {
  return rules::VoteOnLaw{field.kind(from_wire(from.law()), "law"), field.kind(from_wire(from.choice()), "choice")};
}

template <auto Chosen>
rules::Action read_as(const v1::Action& action, FieldReader& field) {
  return read((action.*Chosen)(), field);
}

struct Reader {
  v1::Action::ActionCase kind;
  rules::Action (*read)(const v1::Action&, FieldReader&);
};

constexpr Reader kReaders[] = {
    {v1::Action::kFoundEnterprise, read_as<&v1::Action::found_enterprise>},
    {v1::Action::kOfferWork, read_as<&v1::Action::offer_work>},
    {v1::Action::kSetProduction, read_as<&v1::Action::set_production>},
    {v1::Action::kOrderInputs, read_as<&v1::Action::order_inputs>},
    {v1::Action::kDeclareDividend, read_as<&v1::Action::declare_dividend>},
    {v1::Action::kInvest, read_as<&v1::Action::invest>},
    {v1::Action::kApplyForWork, read_as<&v1::Action::apply_for_work>},
    {v1::Action::kLeaveWork, read_as<&v1::Action::leave_work>},
    {v1::Action::kSetEffort, read_as<&v1::Action::set_effort>},
    {v1::Action::kProposeMotion, read_as<&v1::Action::propose_motion>},
    {v1::Action::kCastVote, read_as<&v1::Action::cast_vote>},
    {v1::Action::kPlaceOrder, read_as<&v1::Action::place_order>},
    {v1::Action::kSetSpending, read_as<&v1::Action::set_spending>},
    {v1::Action::kSetHours, read_as<&v1::Action::set_hours>},
    {v1::Action::kOrderMachines, read_as<&v1::Action::order_machines>},
    {v1::Action::kSetResearch, read_as<&v1::Action::set_research>},
    {v1::Action::kSetUnionCard, read_as<&v1::Action::set_union_card>},
    {v1::Action::kVoteOnStrike, read_as<&v1::Action::vote_on_strike>},
    {v1::Action::kAnswerDemand, read_as<&v1::Action::answer_demand>},
    {v1::Action::kOrderShares, read_as<&v1::Action::order_shares>},
    {v1::Action::kIssueShares, read_as<&v1::Action::issue_shares>},
    {v1::Action::kOfferEmployeeShares, read_as<&v1::Action::offer_employee_shares>},
    {v1::Action::kOrderLand, read_as<&v1::Action::order_land>},
    {v1::Action::kUseLand, read_as<&v1::Action::use_land>},
    {v1::Action::kBackCommons, read_as<&v1::Action::back_commons>},
    {v1::Action::kSetSecondJob, read_as<&v1::Action::set_second_job>},
    {v1::Action::kSetDualWork, read_as<&v1::Action::set_dual_work>},
    {v1::Action::kOfferBuyOut, read_as<&v1::Action::offer_buy_out>},
    {v1::Action::kAgreeToBuyOut, read_as<&v1::Action::agree_to_buy_out>},
    {v1::Action::kBorrow, read_as<&v1::Action::borrow>},
    {v1::Action::kRepay, read_as<&v1::Action::repay>},
    {v1::Action::kSupportTakeOver, read_as<&v1::Action::support_take_over>},
    {v1::Action::kProposeLaw, read_as<&v1::Action::propose_law>},
    {v1::Action::kVoteOnLaw, read_as<&v1::Action::vote_on_law>},
};
static_assert(std::size(kReaders) == std::variant_size_v<rules::Action>);

std::optional<rules::Action> read_chosen(const v1::Action& action, FieldReader& field) {
  for (const Reader& reader : kReaders)
    if (reader.kind == action.action_case()) return reader.read(action, field);
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
  std::string_view operator()(const rules::Borrow&) const { return "borrow"; }
  std::string_view operator()(const rules::Repay&) const { return "repay"; }
  std::string_view operator()(const rules::SupportTakeOver&) const { return "support_take_over"; }
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
  std::string_view operator()(const rules::ProposeLaw&) const { return "propose_law"; }
  std::string_view operator()(const rules::VoteOnLaw&) const { return "vote_on_law"; }
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
    return change.mandate.least_hours >= 0 && change.mandate.most_hours >= 0 && change.mandate.machines >= 0 &&
           change.mandate.credit >= 0;
  }
  bool operator()(const rules::Demutualise&) const { return true; }
  bool operator()(const rules::Expel&) const { return true; }
  bool operator()(const rules::OfferCapital& change) const {
    return change.price >= 0 && change.rate >= 0 && fits_lots(change.units);
  }
  bool operator()(const rules::RedeemCapital& change) const { return fits_lots(change.units); }
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
  bool operator()(const rules::Borrow& action) const { return action.amount >= 0; }
  bool operator()(const rules::Repay& action) const { return action.amount >= 0; }
  bool operator()(const rules::SupportTakeOver&) const { return true; }
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
  bool operator()(const rules::ProposeLaw& action) const { return fits_lots(action.value); }
  bool operator()(const rules::VoteOnLaw& action) const { return action.choice != rules::Choice::kNone; }
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
