// What is decided in a tick is nobody else's to know before it closes: not from a view, and not from an answer. And
// what several have decided at once is settled at the close, by lot.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "rules/actions/perform.hpp"
#include "rules/actions/sealed.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/names.hpp"
#include "rules/state/note.hpp"
#include "rules/state/shares.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;
using tt::test::Draws;

namespace {

void give(World& world, HouseholdId who, Mils amount) {
  post(world, Account::issuer(), who, amount, Reason::kIssue);
}

/// A hamlet in which everybody could do nearly anything: money, votes, second jobs, laws on the ballot.
World lively_hamlet(std::uint64_t seed) {
  World world = tt::test::seated_hamlet(seed);
  world.scenario.parameters[Parameter::kLawVotes] = 1;
  world.scenario.parameters[Parameter::kFoundingRest] = 0;
  for (const EnterpriseId id : world.enterprises.ids()) world.enterprises.dual_work[id] = 1;
  for (const Seat& seat : world.seats) {
    give(world, seat.household, 40 * least_capital(world));
    world.households.tenure[seat.household] = 1'000;
  }
  return world;
}

std::vector<HouseholdId> people_at(const World& world) {
  std::vector<HouseholdId> people;
  for (const Seat& seat : world.seats) people.push_back(seat.household);
  return people;
}

FoundEnterprise founding(const World& world, const std::string& name, Form form = Form::kProprietary) {
  return {name, form, Good::kProvisions, least_capital(world)};
}

/// One of every kind, foundings under names that others like too, and what has the next numbers of what there is not.
std::vector<Action> everything(const World& world, HouseholdId actor, Draws& draws) {
  std::vector<Action> all;
  for (std::size_t kind = 0; kind < tt::test::kActionKinds; ++kind)
    all.push_back(tt::test::random_action(world, actor, kind, draws));
  all.emplace_back(founding(world, "House of Glass", draws.one_in(2) ? Form::kProprietary : Form::kCooperative));
  all.emplace_back(tt::test::random_action(world, actor, 9, draws));
  for (std::uint32_t next = 0; next < 3; ++next) {
    const EnterpriseId id{world.enterprises.count() + next};
    for (const Action& action : {Action(ApplyForWork{id}), Action(OfferWork{id, 2'000 * kCrown, 3}),
                                 Action(SetProduction{id, kCrown, 1}), Action(AgreeToBuyOut{id})})
      all.push_back(action);
    const auto motions = static_cast<std::uint32_t>(world.motions.size());
    all.emplace_back(CastVote{MotionId{world.first_motion + motions + next}, Choice::kNo});
  }
  for (const EnterpriseId id : world.enterprises.ids()) all.emplace_back(AgreeToBuyOut{id});
  for (std::size_t i = all.size(); i > 1; --i)
    std::swap(all[i - 1], all[static_cast<std::size_t>(draws.below(static_cast<std::int64_t>(i)))]);
  return all;
}

/// All but `viewer` do much.
void others_decide(World& world, HouseholdId viewer, Draws& draws) {
  for (const HouseholdId person : people_at(world)) {
    if (person == viewer) continue;
    for (const Action& action : everything(world, person, draws)) static_cast<void>(apply(world, person, action));
  }
}

const Event* lapse_of(const World& world, HouseholdId who) {
  const auto at = std::find_if(world.events.rbegin(), world.events.rend(), [&](const Event& e) {
    return e.kind == EventKind::kLapsed && e.subject == who && e.tick == world.tick;
  });
  return at == world.events.rend() ? nullptr : &*at;
}

EnterpriseId named(const World& world, const std::string& name) {
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.name[id] == name) return id;
  return {};
}

HouseholdId seat_of(const World& world, Role role, std::size_t nth = 0) {
  for (const Seat& seat : world.seats)
    if (seat.role == role && nth-- == 0) return seat.household;
  FAIL("no such seat");
  return {};
}

void must(World& world, HouseholdId who, const Action& action) {
  const Rejection r = apply(world, who, action);
  REQUIRE_MESSAGE(r == Rejection::kNone, describe(r).text);
}

}  // namespace

TEST_CASE("what others decide in a tick changes no answer and nothing in a view, whoever asks and whatever") {
  std::map<Rejection, int> answers;
  for (std::uint64_t seed = 61; seed < 67; ++seed) {
    World world = lively_hamlet(seed);
    Draws draws(seed);
    while (world.tick < 12 && !world.finished) {
      const std::vector<HouseholdId> people = people_at(world);
      const HouseholdId viewer = people[static_cast<std::size_t>(draws.below(std::ssize(people)))];
      World alone = world;
      World& among = world;
      others_decide(among, viewer, draws);
      REQUIRE(private_view(among, viewer) == private_view(alone, viewer));
      for (const Action& action : everything(alone, viewer, draws)) {
        CAPTURE(seed);
        CAPTURE(action.index());
        const Rejection answer = apply(among, viewer, action);
        REQUIRE(answer == apply(alone, viewer, action));
        ++answers[answer];
        if (draws.one_in(4)) REQUIRE(private_view(among, viewer) == private_view(alone, viewer));
      }
      REQUIRE(private_view(among, viewer) == private_view(alone, viewer));
      for (const Role role : {Role::kCapitalist, Role::kMember, Role::kWorker})
        CHECK(free_seat(among, role) == free_seat(alone, role));
      const auto broken = broken_invariant(among);
      REQUIRE_MESSAGE(!broken, broken.value_or(""));
      close_tick(among);
      CHECK(among.sealed.empty());
    }
  }
  CHECK(answers[Rejection::kNone] > 500);
  CHECK(answers.size() > 20);
}

TEST_CASE("two who found under one name both have their enterprise, with the number and what they set in it") {
  std::map<HouseholdId, int> first;
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    World world = lively_hamlet(70);
    world.seed = seed;
    const HouseholdId ann = seat_of(world, Role::kCapitalist);
    const HouseholdId bob = seat_of(world, Role::kWorker);
    const EnterpriseId next{world.enterprises.count()};
    const Mils wage = 2'000 * kCrown;
    for (const HouseholdId person : {ann, bob}) {
      must(world, person, founding(world, "Twin Works"));
      // Both see it under the same number, and neither the other's.
      CHECK(apply(world, person, founding(world, "Twin Works")) == Rejection::kNameInUse);
      must(world, person, OfferWork{next, wage + person.value, 1});
      const auto view = private_view(world, person);
      CHECK(std::any_of(view->books.begin(), view->books.end(),
                        [&](const Books& b) { return b.enterprise == next && b.wage == wage + person.value; }));
    }
    CHECK(world.enterprises.count() == next.value);
    close_tick(world);
    const EnterpriseId one = named(world, "Twin Works");
    const EnterpriseId two = named(world, "Twin Works 2");
    REQUIRE(one.exists());
    REQUIRE(two.exists());
    CHECK(one == next);
    CHECK(two.value == next.value + 1);
    ++first[world.enterprises.head[one]];
    for (const EnterpriseId id : {one, two}) {
      const HouseholdId founder = world.enterprises.head[id];
      CHECK(world.enterprises.wage[id] == wage + founder.value);
      CHECK(shares_of(world, id, founder) == kSharesAtFounding);
    }
  }
  CHECK(first.size() == 2);  // by lot
}

TEST_CASE("a name is told from others by a number, and stays within its length") {
  World world = lively_hamlet(71);
  const HouseholdId ann = seat_of(world, Role::kCapitalist);
  const std::string longest(kLongestName, 'x');
  for (const std::string& name : {longest, std::string(37, 'y') + " ab", std::string("Häuser")}) {
    REQUIRE(act_at_close(world, ann, founding(world, name)) == Rejection::kNone);
    CHECK(is_taken(world, name));
  }
  CHECK(distinct_name(world, "New") == "New");
  CHECK(distinct_name(world, longest) == std::string(38, 'x') + " 2");
  CHECK(distinct_name(world, std::string(37, 'y') + " ab") == std::string(37, 'y') + " 2");
  CHECK(distinct_name(world, "Häuser") == "Häuser 2");
  REQUIRE(act_at_close(world, ann, founding(world, "Häuser 2")) == Rejection::kNone);
  CHECK(distinct_name(world, "Häuser") == "Häuser 3");
}

TEST_CASE(
    "where a world has room for one enterprise more, the lot decides, and the other keeps the money and is told") {
  World world = lively_hamlet(72);
  while (has_room_for_enterprise(world)) add_enterprise(world, "Shell", Form::kProprietary, Good::kProvisions);
  world.enterprises.open[EnterpriseId{world.enterprises.count() - 1}] = 0;
  const HouseholdId ann = seat_of(world, Role::kCapitalist);
  const HouseholdId bob = seat_of(world, Role::kWorker);
  for (const HouseholdId person : {ann, bob}) {
    must(world, person, founding(world, "Room for One"));
    must(world, person, SetProduction{EnterpriseId{world.enterprises.count()}, kCrown, 1});
  }
  const std::map<HouseholdId, Mils> had{{ann, world.households.cash[ann]}, {bob, world.households.cash[bob]}};
  const std::uint32_t there = world.enterprises.count();
  open_sealed(world);  // this stage alone: a close needs real enterprises
  REQUIRE(world.enterprises.count() == there + 1);
  const HouseholdId founder = world.enterprises.head[EnterpriseId{there}];
  const HouseholdId other = founder == ann ? bob : ann;
  CHECK(world.households.cash[founder] == had.at(founder) - least_capital(world));
  CHECK(world.households.cash[other] == had.at(other));
  std::vector<std::int64_t> told;
  for (const Event& event : world.events)
    if (event.kind == EventKind::kLapsed && event.subject == other) told.push_back(event.value);
  CHECK(told == std::vector<std::int64_t>{static_cast<std::int64_t>(Rejection::kEnterpriseLimit),
                                          static_cast<std::int64_t>(Rejection::kUnknownEnterprise)});
}

TEST_CASE("of two motions on one thing, two offers for one enterprise and two proposals on a law the lot takes one") {
  World world = lively_hamlet(73);
  EnterpriseId coop;
  std::vector<HouseholdId> members;
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.open[id] != 0 && world.enterprises.form[id] == Form::kCooperative && !coop.exists())
      coop = id;
  REQUIRE(coop.exists());
  for (const HouseholdId id : world.households.ids())
    if (is_member(world, id, coop) && members.size() < 2) members.push_back(id);
  REQUIRE(members.size() == 2);
  for (const HouseholdId id : members) world.households.tenure[id] = 1'000;
  EnterpriseId firm;
  for (const EnterpriseId id : world.enterprises.ids())
    if (world.enterprises.open[id] != 0 && world.enterprises.form[id] == Form::kProprietary) firm = id;
  const std::size_t motions = world.motions.size();
  const std::size_t offers = world.buy_outs.size();
  const HouseholdId bidders[]{seat_of(world, Role::kWorker), seat_of(world, Role::kMember)};
  for (const std::size_t n : {0U, 1U}) {
    must(world, members[n], ProposeMotion{coop, ChangeMerit{static_cast<Bp>(1'000 + n)}});
    CHECK(apply(world, members[n], ProposeMotion{coop, ChangeMerit{5}}) == Rejection::kMotionAlreadyOpen);
    must(world, bidders[n], OfferBuyOut{firm, static_cast<Mils>(1 + n)});
    CHECK(apply(world, bidders[n], OfferBuyOut{firm, 1}) == Rejection::kBuyOutAlreadyOpen);
    must(world, bidders[n], ProposeLaw{Law::kProfitTax, static_cast<std::int64_t>(100 + n)});
    CHECK(apply(world, bidders[n], ProposeLaw{Law::kProfitTax, 100}) == Rejection::kLawOnAgenda);
    // The other's is not there to be agreed to or voted on.
    CHECK(apply(world, bidders[1 - n], VoteOnLaw{Law::kProfitTax, Choice::kYes}) ==
          (n == 0 ? Rejection::kNoLawBallot : Rejection::kNone));
  }
  CHECK(world.motions.size() == motions);
  open_sealed(world);
  CHECK(world.motions.size() == motions + 1);
  CHECK(world.buy_outs.size() == offers + 1);
  CHECK(world.law_votes.size() == 1);
  std::map<std::int64_t, int> told;
  for (const Event& event : world.events)
    if (event.kind == EventKind::kLapsed) ++told[event.value];
  CHECK(told == std::map<std::int64_t, int>{{static_cast<std::int64_t>(Rejection::kMotionAlreadyOpen), 1},
                                            {static_cast<std::int64_t>(Rejection::kBuyOutAlreadyOpen), 1},
                                            {static_cast<std::int64_t>(Rejection::kLawOnAgenda), 1}});
}

TEST_CASE(
    "what is built on a sealed decision is judged with it: money is spent once, and a motion of one's own has a "
    "number") {
  World world = lively_hamlet(74);
  const HouseholdId ann = seat_of(world, Role::kCapitalist);
  const Mils cash = world.households.cash[ann];
  must(world, ann, FoundEnterprise{"All of It", Form::kCooperative, Good::kCulture, cash});
  CHECK(apply(world, ann, BackCommons{1}) == Rejection::kNotEnoughCash);
  const EnterpriseId id{world.enterprises.count()};
  const MotionId motion{world.first_motion + static_cast<std::uint32_t>(world.motions.size())};
  must(world, ann, ProposeMotion{id, ChangeMerit{1'234}});
  must(world, ann, CastVote{motion, Choice::kNo});
  const auto view = private_view(world, ann);
  CHECK(view->cash < cash);  // what the old firm still owed may have come in
  REQUIRE(view->assembly.has_value());
  REQUIRE(view->assembly->motions.size() == 1);
  CHECK(view->assembly->motions.front().my_choice == Choice::kNo);
  CHECK(world.households.cash[ann] == cash);
  const Hash before = state_hash(world);
  const auto again = load(save(world));
  REQUIRE(again.has_value());
  CHECK(state_hash(*again) == before);
  CHECK(private_view(*again, ann) == view);
  close_tick(world);
  CHECK(lapse_of(world, ann) == nullptr);
  CHECK(world.enterprises.name[id] == "All of It");
  CHECK(world.households.employer[ann] == id);
}
