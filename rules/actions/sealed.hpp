// Decisions of the running tick that could tell others something. Each is judged by what its maker may know, which is
// the world as of the last close with the maker's own decisions, and lies sealed until the tick closes. Then all are
// carried out, person after person in a drawn order: nobody learns from an answer what somebody else has decided, and
// nobody gains by being first.
#pragma once

#include "rules/actions/action.hpp"
#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Keeps an action that was found acceptable until the close.
void seal(World& world, HouseholdId actor, const Action& action);

/// Whether this person has sealed something in the running tick that what they do next may build on. All that they do
/// then is judged with it, and sealed behind it.
[[nodiscard]] bool has_built(const World& world, HouseholdId actor);

/// A copy of the world as if only `viewer` had decided anything of what is sealed: their own decisions have been
/// carried out, nobody else's are in it. What is new in it has numbers that hold until the close; then others' may come
/// before.
[[nodiscard]] World known_to(const World& world, HouseholdId viewer);

}  // namespace tt::rules
