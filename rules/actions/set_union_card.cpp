#include "rules/actions/perform.hpp"

namespace tt::rules {

Rejection perform(World& world, HouseholdId actor, const SetUnionCard& action) {
  if (world.households.member[actor] != 0) return Rejection::kWrongForm;
  if (action.member && !world.households.employer[actor].exists()) return Rejection::kNotEmployed;
  if (action.member && world.scenario.parameters[Parameter::kUnionLaw] == 0) return Rejection::kLawForbids;

  world.households.union_card[actor] = action.member ? 1 : 0;
  return Rejection::kNone;
}

}  // namespace tt::rules
