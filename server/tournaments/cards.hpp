// What is told of tournaments, as messages.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "technotariat/v1/tournament.pb.h"
#include "tournament/match_result.hpp"
#include "tournament/progress.hpp"
#include "tournament/spec.hpp"

namespace tt::server {

/// Those of `summary` that the spec knows: title, scenario, role, format, matches.
void describe(const tournament::Spec& spec, technotariat::v1::TournamentSummary& summary);

/// Standings and counts; not the summary, nor what belongs to a run.
[[nodiscard]] technotariat::v1::Tournament card_of(const tournament::Progress& progress);

/// A page of the matches of the tournament of that name.
inline constexpr std::size_t kMatchesListed = 25;
[[nodiscard]] technotariat::v1::MatchList list_of(const std::string& name,
                                                  const std::vector<tournament::MatchResult>& matches,
                                                  std::size_t from);
/// The world that a match is shown as.
[[nodiscard]] std::string world_of_match(const std::string& tournament, const std::string& match);
[[nodiscard]] std::string name_of(const tournament::MatchResult& match);

/// All built-in strategies.
void list_strategies(technotariat::v1::TournamentList& list);

}  // namespace tt::server
