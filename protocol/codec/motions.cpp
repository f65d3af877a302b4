#include "protocol/codec/motions.hpp"

#include "protocol/codec/kinds.hpp"
#include "protocol/codec/numbers.hpp"

namespace tt::protocol {

namespace {

struct ChangeWriter {
  v1::MotionChange& to;

  void operator()(const rules::ChangeBaseWage& change) const { to.set_base_wage_mils(to_wire_mils(change.wage)); }
  void operator()(const rules::ChangeSplit& change) const { encode(change.split, *to.mutable_surplus_split()); }
  void operator()(const rules::ChangeMerit& change) const { to.set_merit_bp(to_wire_bp(change.merit)); }
  void operator()(const rules::ChangePlaces& change) const { to.set_places(change.places); }
  void operator()(const rules::ElectManager& change) const { to.set_manager_id(to_wire(change.manager)); }
  void operator()(const rules::ChangeDualWork& change) const { to.set_dual_work(change.allowed); }
  void operator()(const rules::ChangeMandate& change) const { encode(change.mandate, *to.mutable_mandate()); }
  void operator()(const rules::ChangeResearch& change) const { encode(change.research, *to.mutable_research()); }
  void operator()(const rules::Demutualise&) const { to.mutable_demutualise(); }
  void operator()(const rules::OfferCapital& change) const {
    auto& out = *to.mutable_offer_capital();
    out.set_units(to_wire_u32(change.units));
    out.set_price_mils(to_wire_mils(change.price));
    out.set_rate_bp(to_wire_bp(change.rate));
  }
  void operator()(const rules::RedeemCapital& change) const { to.set_redeem_capital(to_wire_u32(change.units)); }
  void operator()(const rules::Expel& change) const { to.set_expel_id(to_wire(change.member)); }
};

}  // namespace

void encode(const rules::MotionChange& change, v1::MotionChange& to) {
  std::visit(ChangeWriter{to}, change);
}

void encode(const rules::SurplusSplit& split, v1::SurplusSplit& to) {
  to.set_distribution_bp(to_wire_bp(split.distribution));
  to.set_accounts_bp(to_wire_bp(split.accounts));
  to.set_reserve_bp(to_wire_bp(split.reserve));
  to.set_commons_bp(to_wire_bp(split.commons));
}

void encode(const rules::Mandate& mandate, v1::Mandate& to) {
  to.set_least_hours_bp(to_wire_bp(mandate.least_hours));
  to.set_most_hours_bp(to_wire_bp(mandate.most_hours));
  to.set_machines_bp(to_wire_bp(mandate.machines));
  to.set_credit_bp(to_wire_bp(mandate.credit));
}

void encode(const rules::Research& research, v1::Research& to) {
  to.set_share_bp(to_wire_bp(research.share));
  to.set_minds_bp(to_wire_bp(research.minds));
}

Decoded<rules::MotionChange> decode(const v1::MotionChange& change, std::string_view path) {
  FieldReader read{std::string(path)};
  rules::MotionChange to;
  switch (change.change_case()) {
    case v1::MotionChange::kBaseWageMils:
      to = rules::ChangeBaseWage{read.mils(change.base_wage_mils(), "base_wage_mils")};
      break;
    case v1::MotionChange::kSurplusSplit: {
      const v1::SurplusSplit& split = change.surplus_split();
      to = rules::ChangeSplit{{read.bp(split.distribution_bp(), "surplus_split.distribution_bp"),
                               read.bp(split.accounts_bp(), "surplus_split.accounts_bp"),
                               read.bp(split.reserve_bp(), "surplus_split.reserve_bp"),
                               read.bp(split.commons_bp(), "surplus_split.commons_bp")}};
      break;
    }
    case v1::MotionChange::kMeritBp:
      to = rules::ChangeMerit{read.bp(change.merit_bp(), "merit_bp")};
      break;
    case v1::MotionChange::kPlaces:
      to = rules::ChangePlaces{change.places()};
      break;
    case v1::MotionChange::kManagerId:
      to = rules::ElectManager{from_wire<rules::HouseholdId>(change.manager_id())};
      break;
    case v1::MotionChange::kMandate:
      to = rules::ChangeMandate{{read.bp(change.mandate().least_hours_bp(), "mandate.least_hours_bp"),
                                 read.bp(change.mandate().most_hours_bp(), "mandate.most_hours_bp"),
                                 read.bp(change.mandate().machines_bp(), "mandate.machines_bp"),
                                 read.bp(change.mandate().credit_bp(), "mandate.credit_bp")}};
      break;
    case v1::MotionChange::kResearch:
      to = rules::ChangeResearch{{read.bp(change.research().share_bp(), "research.share_bp"),
                                  read.bp(change.research().minds_bp(), "research.minds_bp")}};
      break;
    case v1::MotionChange::kDualWork:
      to = rules::ChangeDualWork{change.dual_work()};
      break;
    case v1::MotionChange::kDemutualise:
      to = rules::Demutualise{};
      break;
    case v1::MotionChange::kExpelId:
      to = rules::Expel{from_wire<rules::HouseholdId>(change.expel_id())};
      break;
    case v1::MotionChange::kOfferCapital:
      to = rules::OfferCapital{change.offer_capital().units(),
                               read.mils(change.offer_capital().price_mils(), "offer_capital.price_mils"),
                               read.bp(change.offer_capital().rate_bp(), "offer_capital.rate_bp")};
      break;
    case v1::MotionChange::kRedeemCapital:
      to = rules::RedeemCapital{change.redeem_capital()};
      break;
    case v1::MotionChange::CHANGE_NOT_SET:
      return Problem{v1::ERROR_CODE_MALFORMED, "A motion needs exactly one change; none is set.", std::string(path), 0};
  }
  return std::move(read).finish<rules::MotionChange>(std::move(to));
}

}  // namespace tt::protocol
