// Ladders as the wire tells them.
#pragma once

#include "server/ladder/ladder_file.hpp"
#include "server/ladder/plan.hpp"
#include "server/ladder/roll.hpp"
#include "technotariat/v1/ladder.pb.h"

namespace tt::server {

/// What the plan says; how many wait and play is the ladder's to fill in.
[[nodiscard]] technotariat::v1::LadderSummary summary_of(const LadderPlan& plan);
/// The first kStandingsTold, and those of `viewer`, wherever they stand.
void list_standings(const LadderRoll& roll, std::uint64_t viewer, technotariat::v1::Ladder& ladder);
[[nodiscard]] technotariat::v1::LadderMatch card_of(const LadderGame& game, std::uint64_t viewer);

}  // namespace tt::server
