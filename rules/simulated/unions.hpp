// Unions: what card holders pay and get, and how simulated people and owners decide in a dispute.
#pragma once

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;

/// Simulated employees join or leave the union, through the same action as anybody, by their grievance and a
/// threshold that each keeps for life.
void decide_cards(World& world);

/// The vote of a simulated card holder on striking in the coming tick: yes if what the raise is worth to them until
/// the next round, times the chance that the owner gives way, is more than a tick without pay.
[[nodiscard]] Choice strike_vote(const World& world, HouseholdId person);

/// The answer of a simulated owner to an open demand, through the same action as anybody's: concede when the profit
/// that a strike is expected to cost is more than the raise.
void answer_demand(World& world, EnterpriseId enterprise);

}  // namespace tt::rules
