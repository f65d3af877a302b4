// Votes on laws: one person, one vote; told ahead; within bounds; by what people expect it to do to themselves.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "rules/actions/perform.hpp"
#include "rules/simulated/law_interest.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/state/offer.hpp"
#include "tests/rules/random_player.hpp"
#include "tests/support/seed.hpp"

using namespace tt::rules;

namespace {

/// A seated world whose laws are voted on.
World voting_world(std::uint64_t seed = 41) {
  World world = tt::test::seated_hamlet(seed);
  world.scenario.final_tick = 0;
  world.scenario.parameters[Parameter::kLawVotes] = 1;
  return world;
}

HouseholdId first_seat(const World& world) {
  return world.seats.front().household;
}

std::int64_t& law_in(World& world, Law law) {
  return world.scenario.parameters[parameter_of(law)];
}

void propose(World& world, Law law, std::int64_t value) {
  REQUIRE(act_at_close(world, first_seat(world), ProposeLaw{law, value}) == Rejection::kNone);
}

Mils sum_of_effects(const World& world, const LawInterest& interest) {
  Mils sum = 0;
  for (const HouseholdId id : world.households.ids()) sum += interest.effect_on(id).total();
  return sum;
}

}  // namespace

TEST_CASE("a law changes four ticks after its proposal: two to the count, two more until it is in force") {
  World world = voting_world();
  const std::int64_t before = law_in(world, Law::kSeverance);
  propose(world, Law::kSeverance, before + 1);
  for (int close = 1; close <= 3; ++close) {
    CHECK(world.law_votes.front().state == LawVote::State::kOpen);
    CHECK(law_in(world, Law::kSeverance) == before);
    close_tick(world);
  }
  REQUIRE(world.law_votes.front().state != LawVote::State::kOpen);
  world.law_votes.front().state = LawVote::State::kCarried;  // whatever the others thought of it
  world.law_votes.front().in_force_tick = world.tick + kTicksToLawInForce;
  close_tick(world);
  CHECK(law_in(world, Law::kSeverance) == before);
  close_tick(world);
  CHECK(law_in(world, Law::kSeverance) == before + 1);
  CHECK(world.law_votes.front().state == LawVote::State::kInForce);
  const bool told = std::any_of(world.events.begin(), world.events.end(), [](const Event& event) {
    return event.kind == EventKind::kLawInForce && event.law == Law::kSeverance;
  });
  CHECK(told);
}

TEST_CASE("what is carried has more yes than no and half of all people taking a side") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    World world = voting_world(seed);
    for (std::size_t i = 0; i < kOpenLawVotes; ++i) {
      const auto law = static_cast<Law>(i);
      const LawBounds bounds = bounds_of_a_vote(world, law);
      propose(world, law, bounds.least < law_now(world, law) ? bounds.least : bounds.most);
    }
    for (int close = 1; close <= 3; ++close) close_tick(world);
    for (const LawVote& vote : world.law_votes) {
      const bool carries = vote.yes > vote.no && 2 * (vote.yes + vote.no) >= vote.electorate;
      CHECK((vote.state == LawVote::State::kCarried) == carries);
      CHECK(vote.yes + vote.no <= vote.electorate);
      CHECK(vote.electorate == world.households.count());
      // Leanings shown were the votes cast, but for those whose figures changed since.
      CHECK(vote.leaning_yes + vote.leaning_no > 0);
    }
  }
}

TEST_CASE("one person has one vote, however rich, however often it is cast; silence is abstention") {
  World world = voting_world();
  const LawBounds bounds = bounds_of_a_vote(world, Law::kWealthTax);
  propose(world, Law::kWealthTax, bounds.most);
  close_tick(world);
  close_tick(world);
  World silent = world;
  for (int again = 0; again < 5; ++again)
    for (const Seat& seat : world.seats)
      CHECK(apply(world, seat.household, VoteOnLaw{Law::kWealthTax, Choice::kNo}) == Rejection::kNone);
  REQUIRE(apply(silent, first_seat(silent), VoteOnLaw{Law::kWealthTax, Choice::kAbstain}) == Rejection::kNone);
  decide_laws(world);
  decide_laws(silent);
  CHECK(world.law_votes.front().no - silent.law_votes.front().no == world.seats.size());
  CHECK(world.law_votes.front().yes == silent.law_votes.front().yes);
}

TEST_CASE("no vote moves a law further than a step, and none past its bounds") {
  World world = voting_world();
  for (std::size_t i = 0; i < kLaws; ++i) {
    const auto law = static_cast<Law>(i);
    const ParameterInfo& row = info(parameter_of(law));
    for (const std::int64_t now : {row.least, row.most, (row.least + row.most) / 2}) {
      law_in(world, law) = now;
      const LawBounds bounds = bounds_of_a_vote(world, law);
      CHECK(bounds.least >= row.least);
      CHECK(bounds.most <= row.most);
      CHECK(bounds.most - bounds.least <= std::max<std::int64_t>(2, (row.most - row.least) / 5));
      for (const std::int64_t value : {bounds.least - 1, bounds.most + 1, now, INT64_MIN, INT64_MAX})
        CHECK(apply(world, first_seat(world), ProposeLaw{law, value}) == Rejection::kLawOutOfBounds);
    }
  }
  CHECK(within_bounds(world.scenario.parameters));
}

TEST_CASE("an agenda cannot be flooded: three proposals, one of a law, and rest for what was decided") {
  World world = voting_world();
  const HouseholdId who = first_seat(world);
  propose(world, Law::kProfitTax, 100);
  CHECK(apply(world, who, ProposeLaw{Law::kProfitTax, 200}) == Rejection::kLawOnAgenda);
  propose(world, Law::kWealthTax, 100);
  propose(world, Law::kBasicIncome, 100);
  CHECK(apply(world, who, ProposeLaw{Law::kMinimumWage, 100}) == Rejection::kLawOnAgenda);
  for (int close = 1; close <= 3; ++close) close_tick(world);
  const Tick counted = world.tick;
  CHECK(open_vote_on(world, Law::kProfitTax) == nullptr);
  const auto step = [&] { return law_now(world, Law::kProfitTax) == 200 ? 300 : 200; };
  while (world.running() < counted + kTicksLawRests) {
    CHECK(apply(world, who, ProposeLaw{Law::kProfitTax, step()}) == Rejection::kLawOnAgenda);
    close_tick(world);
  }
  CHECK(apply(world, who, ProposeLaw{Law::kProfitTax, step()}) == Rejection::kNone);
}

TEST_CASE("where the laws are not voted on, nobody can propose, and no law changes by itself") {
  World world = voting_world();
  world.scenario.parameters[Parameter::kLawVotes] = 0;
  const Parameters laws = world.scenario.parameters;
  CHECK(apply(world, first_seat(world), ProposeLaw{Law::kBenefit, 3'100}) == Rejection::kLawForbids);
  CHECK(apply(world, first_seat(world), VoteOnLaw{Law::kBenefit, Choice::kYes}) == Rejection::kNoLawBallot);
  for (int tick = 0; tick < 30; ++tick) close_tick(world);
  CHECK(world.scenario.parameters == laws);
  CHECK(public_view(world).world.laws.empty());
}

TEST_CASE("a proposal of the running tick is sealed: others neither see it nor can vote on it") {
  World world = voting_world();
  REQUIRE(apply(world, first_seat(world), ProposeLaw{Law::kBenefit, 3'100}) == Rejection::kNone);
  const HouseholdId other = world.seats[1].household;
  CHECK(apply(world, other, VoteOnLaw{Law::kBenefit, Choice::kNo}) == Rejection::kNoLawBallot);
  CHECK(public_view(world).world.law_votes.empty());
  CHECK(private_view(world, other)->law_votes.empty());
  REQUIRE(private_view(world, first_seat(world))->law_votes.size() == 1);
  CHECK(private_view(world, first_seat(world))->law_votes.front().my_choice == Choice::kYes);
  close_tick(world);
  CHECK(public_view(world).world.law_votes.size() == 1);
  CHECK(private_view(world, other)->law_votes.size() == 1);
}

TEST_CASE("who pays more tax than comes back is against a tax, who pays less is for it") {
  World world = voting_world(tt::test::seed());
  law_in(world, Law::kBenefit) = 0;  // what it is worth to be insured is beyond what is paid
  const LawInterest up(world, Law::kIncomeTax, law_now(world, Law::kIncomeTax) + 600);
  const LawInterest same(world, Law::kIncomeTax, law_now(world, Law::kIncomeTax));
  HouseholdId rich = first_seat(world);
  HouseholdId poor = rich;
  for (const HouseholdId id : world.households.ids()) {
    const auto income = [&](HouseholdId who) {
      const auto& p = world.households;
      return p.last_base[who] + p.last_share[who] + p.last_dividend[who];
    };
    if (income(id) > income(rich)) rich = id;
    if (income(id) < income(poor)) poor = id;
    CHECK(same.effect_on(id).total() == 0);
  }
  CHECK(up.effect_on(rich).total() < 0);
  CHECK(up.effect_on(poor).total() > 0);
  // Nobody expects the treasury to give back more than it takes.
  CHECK(sum_of_effects(world, up) <= 0);
}

TEST_CASE("a minimum wage is for whoever gets the raise and against whoever pays it") {
  World world = voting_world();
  auto& firms = world.enterprises;
  law_in(world, Law::kMinimumWage) = 0;
  EnterpriseId cheap;
  for (const EnterpriseId id : firms.ids())
    if (firms.open[id] != 0 && firms.form[id] == Form::kProprietary && firms.workers[id] > 0) cheap = id;
  REQUIRE(cheap.exists());
  firms.wage[cheap] = world.mean_pay / 2;
  const LawInterest interest(world, Law::kMinimumWage, 8'000);
  const HouseholdId owner = firms.head[cheap];
  CHECK(interest.effect_on(owner).total() < 0);
  for (const HouseholdId id : world.households.ids())
    if (world.households.employer[id] == cheap && id != owner) CHECK(interest.effect_on(id).gets > 0);
}

TEST_CASE("a saved world with an open vote on a law goes on to the same count") {
  World world = voting_world(tt::test::seed());
  propose(world, Law::kBenefit, law_now(world, Law::kBenefit) + 900);
  close_tick(world);
  World again = *load(save(world));
  for (int close = 1; close <= 2; ++close) close_tick(world);
  for (int close = 1; close <= 2; ++close) close_tick(again);
  CHECK(world.last_hash == again.last_hash);
  CHECK(world.law_votes.front().yes == again.law_votes.front().yes);
}

// Exploits.

TEST_CASE("packing a vote on laws with money, firms or second seats does not pay: a vote is a person's") {
  World world = voting_world();
  const HouseholdId rich = first_seat(world);
  propose(world, Law::kWealthTax, bounds_of_a_vote(world, Law::kWealthTax).most);
  close_tick(world);
  close_tick(world);
  World richer = world;
  // All the treasury's money to one person: still one ballot.
  richer.households.cash[rich] += richer.treasury;
  richer.issued += richer.treasury;
  REQUIRE(apply(world, rich, VoteOnLaw{Law::kWealthTax, Choice::kNo}) == Rejection::kNone);
  REQUIRE(apply(richer, rich, VoteOnLaw{Law::kWealthTax, Choice::kNo}) == Rejection::kNone);
  const auto ballots = [](const World& w) { return w.law_votes.front().ballots.size(); };
  CHECK(ballots(world) == ballots(richer));
  decide_laws(richer);
  CHECK(richer.law_votes.front().state != LawVote::State::kOpen);
  CHECK(richer.law_votes.front().yes + richer.law_votes.front().no <= richer.households.count());
}

TEST_CASE("a law cannot be swung there and back between two pay days") {
  World world = voting_world();
  const std::int64_t start = law_now(world, Law::kIncomeTax);
  std::int64_t most = 0;
  std::int64_t before = start;
  Tick changed = 0;
  for (Tick tick = 1; tick <= 60; ++tick) {
    const LawBounds bounds = bounds_of_a_vote(world, Law::kIncomeTax);
    const std::int64_t want = tick % 2 == 0 ? bounds.least : bounds.most;
    static_cast<void>(apply(world, first_seat(world), ProposeLaw{Law::kIncomeTax, want}));
    for (LawVote& vote : world.law_votes)  // as if everybody agreed at once
      if (vote.state == LawVote::State::kLost && vote.law == Law::kIncomeTax) {
        vote.state = LawVote::State::kCarried;
        vote.in_force_tick = vote.closes_tick + kTicksToLawInForce;
      }
    close_tick(world);
    const std::int64_t now = law_now(world, Law::kIncomeTax);
    if (now == before) continue;
    if (changed > 0) CHECK(tick - changed >= kTicksLawRests);
    changed = tick;
    most = std::max(most, std::abs(now - before));
    before = now;
  }
  CHECK(changed > 0);
  CHECK(most <= 600);
}
