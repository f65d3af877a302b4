// Joining and leaving an enterprise: the only places where `employer` changes.
#pragma once

#include <algorithm>
#include <span>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// Takes up work; in a co-operative as a member who pays the entry stake into a capital account of their own. Must not
/// be employed.
void join_enterprise(World& world, HouseholdId person, EnterpriseId enterprise);

/// Leaves work, if any. Wages owed are paid as far as the cash allows and are a claim beyond it. A member's capital
/// account is paid out as far as the co-operative's cash, and the claim of outside capital, allow; the rest stays as
/// indivisible reserve.
void leave_enterprise(World& world, HouseholdId person);

/// Takes up, changes or (with share 0) ends work in a second enterprise. The only place where `second_job` changes.
void set_second_job(World& world, HouseholdId person, EnterpriseId enterprise, Bp share);

/// The least it takes to found an enterprise: two weeks' usual pay, in whole crowns.
[[nodiscard]] inline Mils least_capital(const World& world) {
  return std::max<Mils>(1, 2 * world.mean_pay / kCrown) * kCrown;
}
/// What joining a co-operative costs those who can: a week's usual pay, in whole crowns.
[[nodiscard]] inline Mils full_entry_stake(const World& world) {
  return std::max<Mils>(1, world.mean_pay / kCrown) * kCrown;
}
/// What joining this enterprise would cost the person now: the stake, or a quarter of their cash if that is less.
[[nodiscard]] Mils entry_stake(const World& world, HouseholdId person, EnterpriseId enterprise);

/// The usual rules of a new co-operative: merit and the split of the surplus.
void adopt_charter(World& world, EnterpriseId id);

/// Adds an enterprise with nothing in it yet.
EnterpriseId add_enterprise(World& world, std::string name, Form form, Good product);

/// Whether the law allows enterprises of this form to be founded.
[[nodiscard]] inline bool may_be_founded(const Parameters& laws, Form form) {
  return laws[form == Form::kCooperative ? Parameter::kCooperativesAllowed : Parameter::kProprietaryAllowed] != 0;
}

/// Whether an enterprise there is may take that form.
[[nodiscard]] inline bool may_become(const Parameters& laws, Form form) {
  return may_be_founded(laws, form) && laws[Parameter::kChangeOfForm] != 0;
}

[[nodiscard]] inline bool is_member(const World& world, HouseholdId person, EnterpriseId enterprise) {
  return world.households.member[person] != 0 && world.households.employer[person] == enterprise;
}

/// Whether a member has a vote yet: after the probation the law sets. Founders have theirs at once.
[[nodiscard]] inline bool has_vote(const World& world, HouseholdId member) {
  return world.households.tenure[member] >= world.scenario.parameters[Parameter::kProbation];
}
/// How many of these members have a vote.
[[nodiscard]] inline std::uint32_t electorate_of(const World& world, std::span<const HouseholdId> members) {
  return static_cast<std::uint32_t>(
      std::count_if(members.begin(), members.end(), [&](HouseholdId id) { return has_vote(world, id); }));
}

/// Whether somebody outside the simulation decides for this person, caretakers included.
[[nodiscard]] inline bool is_seated(const World& world, HouseholdId person) {
  const std::uint32_t seat = world.households.seat[person];
  if (seat == kNoSeat) return false;
  const Controller controller = world.seats[seat].controller;
  return controller != Controller::kVacant && controller != Controller::kAutopilot;
}

/// Whether this person is a seat, taken or on offer, and not on autopilot. Those on offer stay where they are, so that
/// a newcomer finds what was promised.
[[nodiscard]] inline bool is_seat(const World& world, HouseholdId person) {
  const std::uint32_t seat = world.households.seat[person];
  return seat != kNoSeat && world.seats[seat].controller != Controller::kAutopilot;
}

/// Whether this is a member's seat on autopilot that is in a co-operative: it stays, as an owner's stays with what is
/// owned. Else a ghost would give up by chance what its role stands for, and its player be praised for having stayed.
[[nodiscard]] inline bool stays_member(const World& world, HouseholdId person) {
  const std::uint32_t seat = world.households.seat[person];
  return seat != kNoSeat && world.seats[seat].role == Role::kMember && world.households.member[person] != 0;
}

}  // namespace tt::rules
