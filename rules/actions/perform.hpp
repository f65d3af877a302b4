// The rule of each action: guards in order of precedence, then only changes that cannot fail. A refusal changes
// nothing.
//
// There are two kinds. What concerns nobody else until the tick closes is one function, and takes effect at once: its
// guards, one blank line, its changes. What could tell others something is two, `judge` and `carry_out`: in the running
// tick it is judged and sealed (rules/actions/sealed.hpp), and carried out when the tick closes.
#pragma once

#include <concepts>

#include "rules/actions/action.hpp"
#include "rules/actions/rejection.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const DeclareDividend& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SupportTakeOver& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const ApplyForWork& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const LeaveWork& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const CastVote& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const PlaceOrder& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetSpending& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const SetUnionCard& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const VoteOnStrike& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const AnswerDemand& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const OrderShares& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const IssueShares& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const AgreeToBuyOut& action);
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const VoteOnLaw& action);

// The sealed ones.
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const FoundEnterprise& action);
void carry_out(World& world, HouseholdId actor, const FoundEnterprise& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const OfferWork& action);
void carry_out(World& world, HouseholdId actor, const OfferWork& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const SetProduction& action);
void carry_out(World& world, HouseholdId actor, const SetProduction& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const OrderInputs& action);
void carry_out(World& world, HouseholdId actor, const OrderInputs& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const Invest& action);
void carry_out(World& world, HouseholdId actor, const Invest& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const Borrow& action);
void carry_out(World& world, HouseholdId actor, const Borrow& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const Repay& action);
void carry_out(World& world, HouseholdId actor, const Repay& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const SetEffort& action);
void carry_out(World& world, HouseholdId actor, const SetEffort& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const ProposeMotion& action);
void carry_out(World& world, HouseholdId actor, const ProposeMotion& action);
/// Whether this assembly could decide this change now.
[[nodiscard]] Rejection judge_change(const World& world, EnterpriseId id, const MotionChange& change);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const SetHours& action);
void carry_out(World& world, HouseholdId actor, const SetHours& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const OrderMachines& action);
void carry_out(World& world, HouseholdId actor, const OrderMachines& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const OfferEmployeeShares& action);
void carry_out(World& world, HouseholdId actor, const OfferEmployeeShares& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const OrderLand& action);
void carry_out(World& world, HouseholdId actor, const OrderLand& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const UseLand& action);
void carry_out(World& world, HouseholdId actor, const UseLand& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const SetSecondJob& action);
void carry_out(World& world, HouseholdId actor, const SetSecondJob& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const SetDualWork& action);
void carry_out(World& world, HouseholdId actor, const SetDualWork& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const OfferBuyOut& action);
void carry_out(World& world, HouseholdId actor, const OfferBuyOut& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const ProposeLaw& action);
void carry_out(World& world, HouseholdId actor, const ProposeLaw& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const BackCommons& action);
void carry_out(World& world, HouseholdId actor, const BackCommons& action);
[[nodiscard]] Rejection judge(const World& world, HouseholdId actor, const SetResearch& action);
void carry_out(World& world, HouseholdId actor, const SetResearch& action);

template <class A>
concept SealedAction = requires(World& world, HouseholdId person, const A& action) {
  { judge(world, person, action) } -> std::same_as<Rejection>;
  carry_out(world, person, action);
};

/// A sealed action at once, as when the tick closes.
template <SealedAction A>
[[nodiscard]] Rejection perform(World& world, HouseholdId actor, const A& action) {
  const Rejection r = judge(world, actor, action);
  if (r == Rejection::kNone) carry_out(world, actor, action);
  return r;
}

/// Any action at once, by a person there is.
[[nodiscard]] Rejection perform_any(World& world, HouseholdId actor, const Action& action);

/// What simulated people decide while a tick closes: as `apply`, but it takes effect at once.
[[nodiscard]] Rejection act_at_close(World& world, HouseholdId actor, const Action& action);

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
