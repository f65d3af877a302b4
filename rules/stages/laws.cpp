// Votes on laws: what was carried comes into force, proposals whose tick has come are counted, and now and then a
// simulated person proposes what would serve them best. One person, one vote; simulated people vote as they lean; more
// yes than no carries, if at least half of all people took a side.
#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/simulated/law_interest.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"

namespace tt::rules {
namespace {

constexpr Tick kDecidedKept = 12;     ///< ticks a decided proposal stays on record, longer than a law rests
constexpr Tick kProposalRhythm = 13;  ///< ticks between proposals of simulated people: a quarter of a year
constexpr Bp kWorthProposing = 100;   ///< of mean pay that the proposer expects to gain a tick
constexpr std::uint32_t kAsked = 4;   ///< people asked for a proposal at a time
static_assert(kDecidedKept > kTicksLawRests);

void tell(World& world, const LawVote& vote, EventKind kind) {
  note(world, {.tick = world.running(), .kind = kind, .subject = vote.proposer, .value = vote.value, .law = vote.law});
}

void bring_into_force(World& world, LawVote& vote) {
  world.scenario.parameters[parameter_of(vote.law)] = vote.value;
  vote.state = LawVote::State::kInForce;
  tell(world, vote, EventKind::kLawInForce);
}

/// The ballot of a seated person; silence is abstention, and a caretaker never votes.
Choice ballot_of(const LawVote& vote, HouseholdId person) {
  const auto at =
      std::find_if(vote.ballots.begin(), vote.ballots.end(), [&](const Ballot& b) { return b.member == person; });
  return at == vote.ballots.end() ? Choice::kAbstain : at->choice;
}

void count(World& world, LawVote& vote) {
  const LawInterest interest(world, vote.law, vote.value);
  vote.electorate = world.households.count();
  vote.yes = vote.no = 0;
  for (const HouseholdId id : world.households.ids()) {
    const Choice choice =
        is_seated(world, id) ? ballot_of(vote, id) : lean_on_law(world, vote, id, interest.effect_on(id));
    vote.yes += choice == Choice::kYes ? 1 : 0;
    vote.no += choice == Choice::kNo ? 1 : 0;
  }
  const bool carried = vote.yes > vote.no && 2 * (vote.yes + vote.no) >= vote.electorate;
  vote.state = carried ? LawVote::State::kCarried : LawVote::State::kLost;
  if (carried) vote.in_force_tick = world.running() + kTicksToLawInForce;
  tell(world, vote, carried ? EventKind::kLawCarried : EventKind::kLawLost);
}

/// Of all steps a vote could take, the one that serves this person best.
void propose_for(World& world, HouseholdId who) {
  ProposeLaw best;
  Mils most = share_of(world.mean_pay, kWorthProposing);
  for (std::size_t i = 0; i < kLaws; ++i) {
    const auto law = static_cast<Law>(i);
    if (!agenda_is_free(world, law)) continue;
    const LawBounds bounds = bounds_of_a_vote(world, law);
    for (const std::int64_t value : {bounds.least, bounds.most}) {
      if (value == law_now(world, law)) continue;
      const Mils gain = LawInterest(world, law, value).effect_on(who).total();
      if (gain <= most) continue;
      most = gain;
      best = {law, value};
    }
  }
  if (most > share_of(world.mean_pay, kWorthProposing)) static_cast<void>(act_at_close(world, who, best));
}

void consider_proposals(World& world) {
  if (world.clock < world.scenario.burn_in_ticks || world.clock % kProposalRhythm != 0) return;
  for (std::uint32_t k = 0; k < kAsked; ++k) {
    const std::int64_t drawn = world.dice().below(world.households.count(), Stream::kLawTemper, k);
    const HouseholdId who{static_cast<std::uint32_t>(drawn)};
    const std::size_t before = world.law_votes.size();
    if (!is_seat(world, who)) propose_for(world, who);
    if (world.law_votes.size() > before) return;
  }
}

}  // namespace

void decide_laws(World& world) {
  if (world.scenario.parameters[Parameter::kLawVotes] == 0) return;
  for (LawVote& vote : world.law_votes)
    if (vote.state == LawVote::State::kCarried && vote.in_force_tick <= world.running()) bring_into_force(world, vote);
  for (LawVote& vote : world.law_votes)
    if (vote.state == LawVote::State::kOpen && vote.closes_tick <= world.running()) count(world, vote);
  std::erase_if(world.law_votes, [&](const LawVote& vote) {
    const bool decided = vote.state == LawVote::State::kInForce || vote.state == LawVote::State::kLost;
    return decided && vote.closes_tick + kDecidedKept <= world.running();
  });
  consider_proposals(world);
}

void lean_on_laws(World& world) {
  for (LawVote& vote : world.law_votes) {
    if (vote.state != LawVote::State::kOpen) continue;
    const LawInterest interest(world, vote.law, vote.value);
    vote.leaning_yes = vote.leaning_no = vote.near_the_line = 0;
    for (const HouseholdId id : world.households.ids()) {
      if (is_seated(world, id)) continue;
      const LawEffect effect = interest.effect_on(id);
      const Choice choice = lean_on_law(world, vote, id, effect);
      vote.leaning_yes += choice == Choice::kYes ? 1 : 0;
      vote.leaning_no += choice == Choice::kNo ? 1 : 0;
      vote.near_the_line += near_the_line_on_law(world, effect) ? 1 : 0;
    }
  }
}

}  // namespace tt::rules
