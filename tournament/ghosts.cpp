#include "tournament/ghosts.hpp"

#include "persistence/ghost.hpp"
#include "rules/core/assert.hpp"

namespace tt::tournament {

rules::Bp ghost_standing(const rules::World& founded, const Match& match, std::size_t seat) {
  const rules::HouseholdId household = match.result.seats[seat].household;
  const rules::World ghost = persistence::ghost_world(founded, match.journal, household);
  return ghost.seats[ghost.households.seat[household]].standing;
}

void take_in_ghosts(MatchResult& result, std::span<const rules::Bp> standings) {
  TT_ASSERT(standings.size() == result.seats.size());
  for (std::size_t i = 0; i < standings.size(); ++i) result.seats[i].ghost = standings[i];
  rank_seats(result);
}

void play_ghosts(const rules::World& founded, Match& match) {
  std::vector<rules::Bp> standings;
  for (std::size_t i = 0; i < match.result.seats.size(); ++i) standings.push_back(ghost_standing(founded, match, i));
  take_in_ghosts(match.result, standings);
}

}  // namespace tt::tournament
