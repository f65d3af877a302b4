// The difference a seat made: its standing less that of its ghost, the same world with the seat's orders left out and
// the simulated autopilot in it. Same luck, same orders of everybody else, neutral to role and starting position.
#pragma once

#include <span>

#include "tournament/match.hpp"

namespace tt::tournament {

/// The ghost's standing at the end, for the seat of that number in the match's result. A function of its arguments: the
/// ghosts of a match may be played in any order and on any thread.
[[nodiscard]] rules::Bp ghost_standing(const rules::World& founded, const Match& match, std::size_t seat);

/// Takes the ghosts' standings in, one a seat in their order, and ranks the seats by the difference.
void take_in_ghosts(MatchResult& result, std::span<const rules::Bp> standings);

/// Plays all of a match's ghosts, one after the other.
void play_ghosts(const rules::World& founded, Match& match);

}  // namespace tt::tournament
