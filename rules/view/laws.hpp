// Laws and the votes on them as rows of the views.
#pragma once

#include <vector>

#include "rules/view/view.hpp"

namespace tt::rules {

/// What each law that people vote on is, and how far a vote may move it. None where laws are not voted on.
[[nodiscard]] std::vector<LawRow> law_rows(const World& world);
/// Open proposals, then the last decided, latest first. Those of the running tick are sealed.
[[nodiscard]] std::vector<LawVoteRow> law_vote_rows(const World& world);
/// One person's side of the open proposals, own ones of the running tick included.
[[nodiscard]] std::vector<MyLawVoteRow> law_votes_of(const World& world, HouseholdId viewer);

}  // namespace tt::rules
