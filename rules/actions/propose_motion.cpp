#include <algorithm>
#include "rules/actions/perform.hpp"

#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/motion_rules.hpp"
#include "rules/state/note.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {

namespace {

/// Whether the assembly has such a change before it. Open motions stand near the end: of many assemblies' motions few
/// are looked at.
bool has_open(const World& world, EnterpriseId id, std::size_t change) {
  std::size_t open = world.enterprises.open_motions[id];
  for (auto motion = world.motions.rbegin(); open > 0 && motion != world.motions.rend(); ++motion) {
    if (!motion->open || motion->enterprise != id) continue;
    if (motion->change.index() == change) return true;
    --open;
  }
  return false;
}

struct Guard {
  const World& world;
  EnterpriseId enterprise;

  Rejection operator()(const ChangeBaseWage& c) const {
    if (!within(c.wage, Mils{1}, kMaxWage)) return Rejection::kWageOutOfRange;
    return c.wage <= most_base_wage(world, enterprise) ? Rejection::kNone : Rejection::kUnitsFirst;
  }
  Rejection operator()(const ChangeSplit& c) const {
    const auto& s = c.split;
    for (const Bp part : {s.distribution, s.accounts, s.reserve, s.commons})
      if (!within(part, Bp{0}, kOne)) return Rejection::kShareOutOfRange;
    return s.distribution + s.accounts + s.reserve + s.commons == kOne ? Rejection::kNone : Rejection::kSplitNotWhole;
  }
  Rejection operator()(const ChangeMerit& c) const {
    return within(c.merit, Bp{0}, kOne) ? Rejection::kNone : Rejection::kShareOutOfRange;
  }
  Rejection operator()(const ChangePlaces& c) const {
    return c.places <= kWorkersPerEnterprise ? Rejection::kNone : Rejection::kPlacesOutOfRange;
  }
  Rejection operator()(const ElectManager& c) const {
    if (c.manager.value >= world.households.count()) return Rejection::kUnknownPerson;
    return is_member(world, c.manager, enterprise) ? Rejection::kNone : Rejection::kNotMember;
  }
  Rejection operator()(const Expel& c) const {
    if (c.member.value >= world.households.count()) return Rejection::kUnknownPerson;
    return is_member(world, c.member, enterprise) ? Rejection::kNone : Rejection::kNotMember;
  }
  Rejection operator()(const OfferCapital& c) const {
    const OutsideCapital* const promise = outside_capital(world, enterprise);
    const Lots out = world.enterprises.shares_issued[enterprise];
    if (c.units == 0)  // the offer is withdrawn
      return world.enterprises.board_order[enterprise].quantity > 0 ? Rejection::kNone : Rejection::kNoOutsideCapital;
    if (!outside_capital_allowed(world)) return Rejection::kLawForbids;
    if (!within(c.price, Mils{1}, kMaxPrice)) return Rejection::kPriceOutOfRange;
    if (!within(c.units, Lots{1}, kMaxQuantity) || out + c.units > kMostShares) return Rejection::kQuantityOutOfRange;
    if (!within(c.rate, Bp{0}, kMostReturn)) return Rejection::kShareOutOfRange;
    if (!within_own_capital(world, enterprise, c.units, c.price)) return Rejection::kBeyondOwnCapital;
    return out == 0 || (c.price == promise->price && c.rate >= promise->rate) ? Rejection::kNone
                                                                              : Rejection::kTermsOfUnits;
  }
  Rejection operator()(const RedeemCapital& c) const {
    if (!within(c.units, Lots{1}, kMaxQuantity)) return Rejection::kQuantityOutOfRange;
    if (c.units > world.enterprises.shares_issued[enterprise]) return Rejection::kNoOutsideCapital;
    if (!may_pay_out(world, enterprise)) return Rejection::kDebtFirst;
    return may_redeem(world, enterprise, c.units) ? Rejection::kNone : Rejection::kNotEnoughCash;
  }
  Rejection operator()(const ChangeDualWork&) const { return Rejection::kNone; }
  Rejection operator()(const ChangeMandate& c) const {
    const auto& m = c.mandate;
    return kMinHours <= m.least_hours && m.least_hours <= m.most_hours && m.most_hours <= kMaxHours
               ? money_bounds(m)
               : Rejection::kHoursOutOfRange;
  }
  Rejection operator()(const ChangeResearch& c) const { return guard_research(c.research); }
  Rejection operator()(const Demutualise&) const {
    if (!may_become(world.scenario.parameters, Form::kProprietary)) return Rejection::kFormNotAllowed;
    if (owed_to_former_owners(world, enterprise) > 0) return Rejection::kOwesFormerOwners;
    if (!may_pay_out(world, enterprise)) return Rejection::kDebtFirst;
    return may_demutualise(world, enterprise) ? Rejection::kNone : Rejection::kNotEnoughCash;
  }

  static Rejection money_bounds(const Mandate& mandate) {
    return within(mandate.machines, Bp{0}, kOne) && within(mandate.credit, Bp{0}, kOne) ? Rejection::kNone
                                                                                        : Rejection::kShareOutOfRange;
  }
};

}  // namespace

Rejection judge_change(const World& world, EnterpriseId id, const MotionChange& change) {
  return std::visit(Guard{world, id}, change);
}

Rejection judge(const World& world, HouseholdId actor, const ProposeMotion& action) {
  if (const Rejection r = guard_open(world, action.enterprise); r != Rejection::kNone) return r;
  // Who does not belong is told so before anything about the change.
  if (const bool own = owns(world, actor, action.enterprise); !own && !is_member(world, actor, action.enterprise))
    return Rejection::kNotMember;
  if (world.enterprises.form[action.enterprise] != Form::kCooperative) return Rejection::kWrongForm;
  if (const Rejection r = judge_change(world, action.enterprise, action.change); r != Rejection::kNone) return r;
  if (world.enterprises.open_motions[action.enterprise] >= kOpenMotionsPerAssembly ||
      has_open(world, action.enterprise, action.change.index()))
    return Rejection::kMotionAlreadyOpen;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const ProposeMotion& action) {
  const MotionId id{world.first_motion + static_cast<std::uint32_t>(world.motions.size())};
  world.motions.push_back({.enterprise = action.enterprise,
                           .proposer = actor,
                           .change = action.change,
                           .opened_tick = world.running(),
                           .closes_tick = world.running() + ticks_to_decide(action.change),
                           .open = true});
  ++world.enterprises.open_motions[action.enterprise];
  if (is_seated(world, actor)) world.motions.back().ballots.push_back({actor, Choice::kYes});
  if (concerns_a_seat(world, action.enterprise))
    note(world, {.tick = world.running(),
                 .kind = EventKind::kMotionOpened,
                 .subject = actor,
                 .enterprise = action.enterprise,
                 .motion = id,
                 .change = action.change});
}

}  // namespace tt::rules
