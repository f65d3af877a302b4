#include "rules/view/laws.hpp"

#include <algorithm>

#include "rules/simulated/law_interest.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

LawVoteRow row_of(const LawVote& vote) {
  return {.law = vote.law,
          .proposer = vote.proposer,
          .before = vote.before,
          .value = vote.value,
          .opened_tick = vote.opened_tick,
          .closes_tick = vote.closes_tick,
          .in_force_tick = vote.in_force_tick,
          .state = vote.state,
          .electorate = vote.electorate,
          .leaning_yes = vote.leaning_yes,
          .leaning_no = vote.leaning_no,
          .near_the_line = vote.near_the_line,
          .yes = vote.yes,
          .no = vote.no};
}

}  // namespace

std::vector<LawRow> law_rows(const World& world) {
  std::vector<LawRow> rows;
  if (world.scenario.parameters[Parameter::kLawVotes] == 0) return rows;
  for (std::size_t i = 0; i < kLaws; ++i) {
    const auto law = static_cast<Law>(i);
    const LawBounds bounds = bounds_of_a_vote(world, law);
    rows.push_back({law, law_now(world, law), bounds.least, bounds.most});
  }
  return rows;
}

std::vector<LawVoteRow> law_vote_rows(const World& world) {
  std::vector<LawVoteRow> rows;
  for (const LawVote& vote : world.law_votes)
    if (vote.state == LawVote::State::kOpen) rows.push_back(row_of(vote));
  std::size_t decided = 0;
  for (auto vote = world.law_votes.rbegin(); vote != world.law_votes.rend() && decided < kLawVotesShown; ++vote) {
    if (vote->state == LawVote::State::kOpen) continue;
    rows.push_back(row_of(*vote));
    ++decided;
  }
  return rows;
}

std::vector<MyLawVoteRow> law_votes_of(const World& world, HouseholdId viewer) {
  std::vector<MyLawVoteRow> rows;
  for (const LawVote& vote : world.law_votes) {
    if (vote.state != LawVote::State::kOpen) continue;
    const LawEffect effect = LawInterest(world, vote.law, vote.value).effect_on(viewer);
    MyLawVoteRow row{.law = vote.law, .value = vote.value, .pays = effect.pays, .gets = effect.gets};
    for (const Ballot& ballot : vote.ballots)
      if (ballot.member == viewer) row.my_choice = ballot.choice;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace tt::rules
