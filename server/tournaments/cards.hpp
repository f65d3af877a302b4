// What is told of tournaments, as messages.
#pragma once

#include "technotariat/v1/tournament.pb.h"
#include "tournament/progress.hpp"
#include "tournament/spec.hpp"

namespace tt::server {

/// Those of `summary` that the spec knows: title, scenario, role, format, matches.
void describe(const tournament::Spec& spec, technotariat::v1::TournamentSummary& summary);

/// Standings and counts; not the summary, nor what belongs to a run.
[[nodiscard]] technotariat::v1::Tournament card_of(const tournament::Progress& progress);

/// All built-in strategies.
void list_strategies(technotariat::v1::TournamentList& list);

}  // namespace tt::server
