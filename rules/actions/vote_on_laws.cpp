#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"

namespace tt::rules {

Rejection judge(const World& world, HouseholdId, const ProposeLaw& action) {
  if (index_of(action.law) >= kLaws) return Rejection::kMalformedAction;
  if (world.scenario.parameters[Parameter::kLawVotes] == 0) return Rejection::kLawForbids;
  const LawBounds bounds = bounds_of_a_vote(world, action.law);
  if (!within(action.value, bounds.least, bounds.most) || action.value == law_now(world, action.law))
    return Rejection::kLawOutOfBounds;
  if (!agenda_is_free(world, action.law)) return Rejection::kLawOnAgenda;
  return Rejection::kNone;
}

void carry_out(World& world, HouseholdId actor, const ProposeLaw& action) {
  world.law_votes.push_back({.law = action.law,
                             .proposer = actor,
                             .before = law_now(world, action.law),
                             .value = action.value,
                             .opened_tick = world.running(),
                             .closes_tick = world.running() + kTicksToVoteOnLaw,
                             .electorate = world.households.count()});
  if (is_seated(world, actor)) world.law_votes.back().ballots.push_back({actor, Choice::kYes});
  note(world, {.tick = world.running(),
               .kind = EventKind::kLawProposed,
               .subject = actor,
               .value = action.value,
               .law = action.law});
}

Rejection perform(World& world, HouseholdId actor, const VoteOnLaw& action) {
  if (index_of(action.law) >= kLaws || action.choice == Choice::kNone || action.choice > Choice::kAbstain)
    return Rejection::kMalformedAction;
  LawVote* const vote = open_vote_on(world, action.law);
  if (vote == nullptr) return Rejection::kNoLawBallot;

  std::erase_if(vote->ballots, [&](const Ballot& b) { return b.member == actor; });
  vote->ballots.push_back({actor, action.choice});
  return Rejection::kNone;
}

}  // namespace tt::rules
