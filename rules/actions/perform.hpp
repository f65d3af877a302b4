// The rule of each action: guards in order of precedence, one blank line, then only changes that cannot fail. A refusal
// changes nothing.
#pragma once

#include "rules/actions/action.hpp"
#include "rules/actions/rejection.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const FoundEnterprise& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OfferWork& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetProduction& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OrderInputs& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const DeclareDividend& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const Invest& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const Borrow& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const Repay& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SupportTakeOver& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const ApplyForWork& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const LeaveWork& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetEffort& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const ProposeMotion& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const CastVote& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const PlaceOrder& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetSpending& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetHours& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OrderMachines& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetResearch& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetUnionCard& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const VoteOnStrike& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const AnswerDemand& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OrderShares& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const IssueShares& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OfferEmployeeShares& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OrderLand& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const UseLand& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const BackCommons& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetSecondJob& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetDualWork& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OfferBuyOut& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const AgreeToBuyOut& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const ProposeLaw& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const VoteOnLaw& action);

/// The guards that several actions share.
[[nodiscard]] inline Rejection guard_open(const World& world, EnterpriseId id) {
  if (id.value >= world.enterprises.count()) return Rejection::kUnknownEnterprise;
  return world.enterprises.open[id] != 0 ? Rejection::kNone : Rejection::kEnterpriseClosed;
}
/// Whether the person may set production and inputs: the owner, or the elected manager.
[[nodiscard]] inline bool manages(const World& world, HouseholdId person, EnterpriseId id) {
  return world.enterprises.head[id] == person;
}
[[nodiscard]] inline bool owns(const World& world, HouseholdId person, EnterpriseId id) {
  return world.enterprises.form[id] == Form::kProprietary && manages(world, person, id);
}
template <class Value>
[[nodiscard]] constexpr bool within(Value value, Value least, Value most) {
  return least <= value && value <= most;
}
[[nodiscard]] constexpr Rejection guard_research(const Research& research) {
  return within(research.share, Bp{0}, kMostResearch) && within(research.minds, Bp{0}, kOne)
             ? Rejection::kNone
             : Rejection::kShareOutOfRange;
}

}  // namespace tt::rules
