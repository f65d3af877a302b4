// Uses the whole surface of the rules, so that the linker keeps all of them.
#include "rules/rules.hpp"

int main() {
  namespace rules = tt::rules;
  rules::World world = rules::found_world(rules::built_in_scenarios()[0], 1);
  static_cast<void>(rules::apply(world, rules::HouseholdId{0}, rules::LeaveWork{}));
  rules::close_tick(world);
  const auto again = rules::load(rules::save(world));
  static_cast<void>(rules::public_view(world));
  static_cast<void>(rules::private_view(world, rules::HouseholdId{0}));
  return again && rules::state_hash(*again) == rules::state_hash(world) && !rules::broken_invariant(world) ? 0 : 1;
}
