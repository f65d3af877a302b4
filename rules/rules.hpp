// The rules' whole surface. A world is a deterministic state machine: a scenario and a seed found it, accepted actions
// and closes move it, views show it. Nothing here reads a clock, a file, the locale or shared state; every function may
// run on any one thread at a time per world.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/actions/action.hpp"
#include "rules/actions/rejection.hpp"
#include "rules/state/scenario.hpp"
#include "rules/state/world.hpp"
#include "rules/view/explain.hpp"
#include "rules/view/figures.hpp"
#include "rules/view/view.hpp"

namespace tt::rules {

/// Grows with every change that gives an old journal another outcome. Worlds name the version they were founded under.
inline constexpr std::uint32_t kRulesVersion = 16;

/// A new world, burnt in and ready for players at tick 0. Same scenario and seed, same world.
[[nodiscard]] World found_world(const Scenario& scenario, std::uint64_t seed);

/// Takes the action of `actor` into the running tick, or says why not and changes nothing. The answer is a function of
/// the world as of the last close and of what `actor` has decided since, never of what others have. What could tell
/// them something is sealed, and carried out when the tick closes.
[[nodiscard]] Rejection apply(World& world, HouseholdId actor, const Action& action);

enum class SeatRefusal : std::uint8_t { kNone, kUnknownSeat, kSeatTaken, kNotSeated, kBadName, kSeatLimit };

/// Seats and who decides for them. A refusal changes nothing.
[[nodiscard]] SeatRefusal apply(World& world, const HostAction& action);

/// A household in which a newcomer can sit down in this role, or none: first the vacant seats of that role; for
/// workers, any ordinary household while the scenario's worker seats last.
[[nodiscard]] HouseholdId free_seat(const World& world, Role role);
/// How many more can sit down in this role.
[[nodiscard]] std::uint32_t free_seats(const World& world, Role role);

/// Closes the running tick: all stages in their order. A finished world stays as it is. Ends the process if a law of
/// conservation is broken then.
void close_tick(World& world);
/// The same, but says which law is broken then, as `broken_invariant` does; the world is worth nothing any more.
[[nodiscard]] std::optional<std::string> try_close_tick(World& world);

/// Hash over every field of the state; equal states, equal hashes, on every compiler and machine.
[[nodiscard]] Hash state_hash(const World& world);

/// The state as bytes, and back. `load` returns nothing for bytes that `save` of this version did not write; it never
/// crashes on bad bytes.
[[nodiscard]] std::string save(const World& world);
[[nodiscard]] std::optional<World> load(std::string_view bytes);

/// The first broken sentence of the conservation laws, or nothing. Costs one pass over the state; always run at each
/// close.
[[nodiscard]] std::optional<std::string> broken_invariant(const World& world);

}  // namespace tt::rules
