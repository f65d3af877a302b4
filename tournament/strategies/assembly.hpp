// The common sense of a co-operative's member: vote, propose what has not been proposed yet, run the enterprise when
// elected, find work when out of it.
#pragma once

#include <optional>
#include <vector>

#include "rules/actions/action.hpp"
#include "rules/view/view.hpp"
#include "tournament/strategies/trade.hpp"

namespace tt::tournament {

/// What the member is in, gathered from the views. Valid as long as they are.
struct Membership {
  const rules::Assembly& assembly;
  const rules::EnterpriseRow& row;
  const rules::Books& books;
  bool newcomer = false;  ///< still learning the trade: too new to be sure of a vote

  [[nodiscard]] std::int64_t people() const { return static_cast<std::int64_t>(assembly.members.size()); }
  /// Sales less purchases of the last tick, a head: what there was to pay people from.
  [[nodiscard]] rules::Mils value_added_per_head() const;
  /// Whether more hands would find buyers for what they make.
  [[nodiscard]] bool sells_out() const { return row.stock * 2 < row.sold; }
};

/// Nothing for somebody who is in no co-operative's assembly at the moment.
[[nodiscard]] std::optional<Membership> membership_of(const rules::PublicView& world, const rules::PrivateView& mine);

/// Yes where `judge(motion)` is above zero, no where below, nothing where zero; each open motion once.
template <class Judge>
void vote(const Membership& member, Judge judge, std::vector<rules::Action>& actions) {
  if (member.newcomer) return;
  for (const rules::MotionRow& motion : member.assembly.motions) {
    if (!motion.open || motion.my_choice != rules::Choice::kNone) continue;
    const rules::Mils worth = judge(motion);
    if (worth != 0)
      actions.emplace_back(rules::CastVote{motion.motion, worth > 0 ? rules::Choice::kYes : rules::Choice::kNo});
  }
}

/// Proposes the change unless one of its kind is open already.
void propose(const Membership& member, const rules::MotionChange& change, std::vector<rules::Action>& actions);

/// A step of at most `step` from the merit weight in force towards `wanted`; nothing when it is there.
void propose_merit(const Membership& member, rules::Bp wanted, rules::Bp step, std::vector<rules::Action>& actions);
void propose_split(const Membership& member, const rules::SurplusSplit& wanted, std::vector<rules::Action>& actions);

/// Proposes admissions while goods sell, a base wage near what a head brings in, and oneself as the manager where the
/// present one is less able.
void organise(const Membership& member, const rules::PublicView& world, const rules::PrivateView& mine,
              std::vector<rules::Action>& actions);

/// What everybody does who is not told otherwise: works at `effort`, spends `spending`, runs what they are elected to
/// run, and looks for a place in a co-operative, or any place, when without one.
void live(const rules::PublicView& world, const rules::PrivateView& mine, Desk& desk, rules::Bp effort,
          rules::Bp spending, std::vector<rules::Action>& actions);

/// Every how many ticks a member brings something before the assembly: often enough to steer, seldom enough to be
/// heard.
[[nodiscard]] inline bool is_assembly_day(const rules::PublicView& world, const rules::PrivateView& mine) {
  constexpr rules::Tick kRhythm = 3;
  return (world.world.tick + mine.household.value) % kRhythm == 0;
}

}  // namespace tt::tournament
