// Every rejection, provoked once. What is asked first is answered first.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/shares.hpp"
#include "tests/rules/random_player.hpp"

using namespace tt::rules;

namespace {

/// Someone to play each part, in a world with a seat in every role.
struct Cast {
  World world = tt::test::seated_hamlet(41);
  HouseholdId owner;
  HouseholdId member;
  HouseholdId worker;
  HouseholdId idle;  ///< without work
  EnterpriseId firm;
  EnterpriseId coop;

  Cast() {
    for (const Seat& seat : world.seats) {
      if (seat.role == Role::kCapitalist && !owner.exists()) owner = seat.household;
      if (seat.role == Role::kMember && !member.exists()) member = seat.household;
    }
    coop = world.households.employer[member];
    for (const EnterpriseId id : world.enterprises.ids())
      if (world.enterprises.head[id] == owner) firm = id;
    for (const HouseholdId id : world.households.ids()) {
      const EnterpriseId work = world.households.employer[id];
      if (!work.exists() && world.households.owner[id] == 0) idle = id;
      if (work.exists() && world.households.member[id] == 0 && world.enterprises.head[work] != id) worker = id;
    }
    world.enterprises.head[coop] = member;
    world.motions.clear();
    tt::test::end_outside_capital(world);
  }
};

struct Row {
  Rejection rejection;
  HouseholdId Cast::*actor;
  Action (*action)(const Cast&);
  void (*prepare)(Cast&);
};

void nothing(Cast&) {}
void vote_on_laws(Cast& c) {
  c.world.scenario.parameters[Parameter::kLawVotes] = 1;
}

Action effort(const Cast&) {
  return SetEffort{kOne};
}
Action produce(const Cast& c) {
  return SetProduction{c.firm, kCrown, 100};
}
MotionId first_motion(const Cast& c) {
  return MotionId{c.world.first_motion};
}

void open_motion(Cast& c) {
  REQUIRE(apply(c.world, c.member, ProposeMotion{c.coop, ChangeMerit{5'000}}) == Rejection::kNone);
}

/// A unit of outside capital, for a mil, at five per cent.
void units_out(Cast& c) {
  offer_units(c.world, c.coop, 1, 1, 500);
  c.world.enterprises.board_order[c.coop] = {};
  c.world.enterprises.shares_issued[c.coop] = 1;
  add_shares(c.world, c.coop, c.idle, 1);
}

const Row kDoor[] = {
    {Rejection::kWorldFinished, &Cast::owner, effort, [](Cast& c) { c.world.finished = true; }},
    {Rejection::kUnknownActor, &Cast::owner, effort,
     [](Cast& c) { c.owner = HouseholdId{c.world.households.count()}; }},
    {Rejection::kTooManyActions, &Cast::owner, effort,
     [](Cast& c) {
       for (std::uint32_t i = 0; i < kActionsPerTick; ++i)
         REQUIRE(apply(c.world, c.owner, effort(c)) == Rejection::kNone);
     }},
    {Rejection::kMalformedAction, &Cast::owner,
     [](const Cast&) -> Action {
       return PlaceOrder{static_cast<Good>(kGoods), Side::kBuy, 1, kCrown};
     },
     nothing},
};

const Row kWho[] = {
    {Rejection::kUnknownEnterprise, &Cast::owner,
     [](const Cast&) -> Action {
       return SetProduction{EnterpriseId{9'999}, 1, 1};
     },
     nothing},
    {Rejection::kEnterpriseClosed, &Cast::owner, produce, [](Cast& c) { c.world.enterprises.open[c.firm] = 0; }},
    {Rejection::kUnknownMotion, &Cast::member,
     [](const Cast&) -> Action {
       return CastVote{MotionId{9'999}, Choice::kYes};
     },
     nothing},
    {Rejection::kMotionClosed, &Cast::member,
     [](const Cast& c) -> Action {
       return CastVote{first_motion(c), Choice::kNo};
     },
     [](Cast& c) {
       open_motion(c);
       close_tick(c.world);
       close_tick(c.world);
     }},
    {Rejection::kUnknownPerson, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, ElectManager{HouseholdId{9'999}}};
     },
     nothing},
    {Rejection::kNotOwner, &Cast::worker,
     [](const Cast& c) -> Action {
       return OfferWork{c.firm, kCrown, 1};
     },
     nothing},
    {Rejection::kNotManager, &Cast::worker, produce, nothing},
    {Rejection::kNotMember, &Cast::worker,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, ChangeMerit{0}};
     },
     nothing},
    {Rejection::kWrongForm, &Cast::member,
     [](const Cast& c) -> Action {
       return OfferWork{c.coop, kCrown, 1};
     },
     nothing},
};

const Row kWork[] = {
    {Rejection::kNotEmployed, &Cast::idle, [](const Cast&) -> Action { return LeaveWork{}; }, nothing},
    {Rejection::kAlreadyEmployedHere, &Cast::member, [](const Cast& c) -> Action { return ApplyForWork{c.coop}; },
     nothing},
    {Rejection::kNoOpenPlace, &Cast::member, [](const Cast& c) -> Action { return ApplyForWork{c.firm}; },
     [](Cast& c) { c.world.enterprises.places[c.firm] = 0; }},
    {Rejection::kWageOutOfRange, &Cast::owner,
     [](const Cast& c) -> Action {
       return OfferWork{c.firm, kMaxWage + 1, 1};
     },
     nothing},
    {Rejection::kPlacesOutOfRange, &Cast::owner,
     [](const Cast& c) -> Action {
       return OfferWork{c.firm, kCrown, kWorkersPerEnterprise + 1};
     },
     nothing},
    {Rejection::kEffortOutOfRange, &Cast::worker, [](const Cast&) -> Action { return SetEffort{kMaxEffort + 1}; },
     nothing},
    {Rejection::kHoursOutOfRange, &Cast::owner,
     [](const Cast& c) -> Action {
       return SetHours{c.firm, kMaxHours + 1};
     },
     nothing},
    {Rejection::kNoMachines, &Cast::owner,
     [](const Cast& c) -> Action {
       return OrderMachines{c.firm, Task::kHands, 1, kCrown};
     },
     [](Cast& c) { c.world.scenario.parameters[Parameter::kMachines] = 0; }},
    {Rejection::kBeyondBudget, &Cast::member,
     [](const Cast& c) -> Action {
       return OrderMachines{c.coop, Task::kMinds, 1, kCrown};
     },
     [](Cast& c) { c.world.enterprises.mandate[c.coop].machines = 0; }},
    {Rejection::kBeyondMandate, &Cast::member,
     [](const Cast& c) -> Action {
       return SetHours{c.coop, 8'000};
     },
     [](Cast& c) {
       c.world.enterprises.mandate[c.coop] = {9'000, 10'000};
     }},
};

const Row kSecondJobs[] = {
    {Rejection::kDualWorkNotAllowed, &Cast::member,
     [](const Cast& c) -> Action {
       return SetSecondJob{c.firm, 2'000};
     },
     [](Cast& c) {
       c.world.enterprises.places[c.firm] = kWorkersPerEnterprise;
       c.world.enterprises.dual_work[c.firm] = 0;
     }},
    {Rejection::kOnProbation, &Cast::member,
     [](const Cast& c) -> Action {
       return CastVote{first_motion(c), Choice::kNo};
     },
     [](Cast& c) {
       open_motion(c);
       c.world.households.tenure[c.member] = 0;
     }},
};

void dispute(Cast& c) {
  c.world.enterprises.dispute[c.firm] = Dispute::kDemand;
  c.world.enterprises.demanded[c.firm] = 2 * c.world.enterprises.wage[c.firm];
}

const Row kUnion[] = {
    {Rejection::kLawForbids, &Cast::worker, [](const Cast&) -> Action { return SetUnionCard{true}; },
     [](Cast& c) { c.world.scenario.parameters[Parameter::kUnionLaw] = 0; }},
    {Rejection::kNotInUnion, &Cast::worker, [](const Cast&) -> Action { return VoteOnStrike{Choice::kYes}; },
     [](Cast& c) { c.world.households.union_card[c.worker] = 0; }},
    {Rejection::kNoDispute, &Cast::owner,
     [](const Cast& c) -> Action {
       return AnswerDemand{c.firm, Answer::kConcede};
     },
     [](Cast& c) { c.world.enterprises.dispute[c.firm] = Dispute::kNone; }},
    {Rejection::kWrongForm, &Cast::member, [](const Cast&) -> Action { return SetUnionCard{true}; }, nothing},
    {Rejection::kNotOwner, &Cast::worker,
     [](const Cast& c) -> Action {
       return AnswerDemand{c.firm, Answer::kConcede};
     },
     dispute},
    {Rejection::kBelowAgreement, &Cast::owner,
     [](const Cast& c) -> Action {
       return OfferWork{c.firm, kCrown, 3};
     },
     [](Cast& c) {
       c.world.enterprises.agreement[c.firm] = 2 * kCrown;
       c.world.enterprises.peace_ticks[c.firm] = 5;
     }},
    {Rejection::kBelowMinimumWage, &Cast::owner,
     [](const Cast& c) -> Action {
       return OfferWork{c.firm, kCrown, 3};
     },
     [](Cast& c) { c.world.scenario.parameters[Parameter::kMinimumWage] = 5'000; }},
    {Rejection::kBeyondCredit, &Cast::owner,
     [](const Cast& c) -> Action {
       return Borrow{c.firm, kCrown};
     },
     [](Cast& c) { c.world.scenario.parameters[Parameter::kLending] = 0; }},
    {Rejection::kDebtFirst, &Cast::owner,
     [](const Cast& c) -> Action {
       return DeclareDividend{c.firm, 1};
     },
     [](Cast& c) { c.world.enterprises.arrears[c.firm] = 1; }},
    {Rejection::kLawOutOfBounds, &Cast::worker,
     [](const Cast&) -> Action {
       return ProposeLaw{Law::kSeverance, 26};
     },
     vote_on_laws},
    {Rejection::kLawOnAgenda, &Cast::worker,
     [](const Cast&) -> Action {
       return ProposeLaw{Law::kProfitTax, 100};
     },
     [](Cast& c) {
       vote_on_laws(c);
       REQUIRE(act_at_close(c.world, c.owner, ProposeLaw{Law::kProfitTax, 50}) == Rejection::kNone);
     }},
    {Rejection::kNoLawBallot, &Cast::worker,
     [](const Cast&) -> Action {
       return VoteOnLaw{Law::kBenefit, Choice::kYes};
     },
     vote_on_laws},
};

const Row kTrade[] = {
    {Rejection::kPriceOutOfRange, &Cast::owner,
     [](const Cast& c) -> Action {
       return SetProduction{c.firm, 0, 100};
     },
     nothing},
    {Rejection::kQuantityOutOfRange, &Cast::owner,
     [](const Cast& c) -> Action {
       return SetProduction{c.firm, 1, kMaxQuantity + 1};
     },
     nothing},
    {Rejection::kShareOutOfRange, &Cast::owner, [](const Cast&) -> Action { return SetSpending{-1}; }, nothing},
    {Rejection::kSplitNotWhole, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, ChangeSplit{{5'000, 5'000, 1}}};
     },
     nothing},
    {Rejection::kAmountOutOfRange, &Cast::owner,
     [](const Cast& c) -> Action {
       return Invest{c.firm, 0};
     },
     nothing},
    {Rejection::kNotEnoughCash, &Cast::owner,
     [](const Cast& c) -> Action {
       return Invest{c.firm, kMaxAmount};
     },
     nothing},
    {Rejection::kNotEnoughStock, &Cast::worker,
     [](const Cast&) -> Action {
       return PlaceOrder{Good::kComforts, Side::kSell, kMaxQuantity, 1};
     },
     nothing},
    {Rejection::kMotionAlreadyOpen, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, ChangeMerit{1}};
     },
     open_motion},
};

Action found(const Cast& c, const char* name) {
  return FoundEnterprise{name, Form::kProprietary, Good::kComforts,
                         std::min(least_capital(c.world), c.world.households.cash[c.owner])};
}

const Row kFounding[] = {
    {Rejection::kBadEnterpriseName, &Cast::owner, [](const Cast& c) { return found(c, "ab"); }, nothing},
    {Rejection::kNameInUse, &Cast::owner,
     [](const Cast& c) { return found(c, c.world.enterprises.name.values.front().c_str()); }, nothing},
    {Rejection::kEnterpriseLimit, &Cast::owner, [](const Cast& c) { return found(c, "One too many"); },
     [](Cast& c) {
       while (has_room_for_enterprise(c.world)) {
         const Mils cash = least_capital(c.world);
         c.world.households.cash[c.owner] += cash;  // from outside, so only this test's world breaks the laws
         c.world.issued += cash;
         const std::string name = "House " + std::to_string(c.world.enterprises.count());
         REQUIRE(act_at_close(c.world, c.owner, found(c, name.c_str())) == Rejection::kNone);
         c.world.seats[c.world.households.seat[c.owner]].actions_used = 0;
         c.world.households.may_found_from[c.owner] = 0;
       }
       c.world.households.cash[c.owner] += least_capital(c.world);
     }},
    {Rejection::kFormNotAllowed, &Cast::owner, [](const Cast& c) { return found(c, "Not by law"); },
     [](Cast& c) { c.world.scenario.parameters[Parameter::kProprietaryAllowed] = 0; }},
    {Rejection::kFoundingRest, &Cast::owner, [](const Cast& c) { return found(c, "Too soon again"); },
     [](Cast& c) {
       c.world.households.cash[c.owner] += 2 * least_capital(c.world);
       c.world.issued += 2 * least_capital(c.world);
       REQUIRE(apply(c.world, c.owner, found(c, "The first of two")) == Rejection::kNone);
     }},
};

Action pass_shares(const Cast& c) {
  return OfferEmployeeShares{c.firm, 100, 1};
}

const Row kShares[] = {
    {Rejection::kNotEnoughShares, &Cast::idle,
     [](const Cast& c) -> Action {
       return OrderShares{c.firm, Side::kSell, 1, 1};
     },
     nothing},
    {Rejection::kTrustOwesAnother, &Cast::owner, pass_shares,
     [](Cast& c) {
       c.world.enterprises.trust_debt[c.firm] = {c.idle, kCrown};
     }},
    {Rejection::kBuyOutAlreadyOpen, &Cast::worker,
     [](const Cast& c) -> Action {
       return OfferBuyOut{c.firm, 1};
     },
     [](Cast& c) {
       REQUIRE(apply(c.world, c.worker, OfferBuyOut{c.firm, 1}) == Rejection::kNone);
     }},
    {Rejection::kNoBuyOut, &Cast::owner, [](const Cast& c) -> Action { return AgreeToBuyOut{c.firm}; },
     [](Cast& c) { c.world.buy_outs.clear(); }},
    {Rejection::kOwesFormerOwners, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, Demutualise{}};
     },
     [](Cast& c) {
       c.world.instalments.push_back({c.coop, c.idle, kCrown});
     }},
};

const Row kUnits[] = {
    {Rejection::kNoOutsideCapital, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, RedeemCapital{1}};
     },
     nothing},
    {Rejection::kBeyondOwnCapital, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, OfferCapital{kMaxQuantity, kMaxPrice, 500}};
     },
     nothing},
    {Rejection::kTermsOfUnits, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, OfferCapital{1, 1, 499}};
     },
     units_out},
    {Rejection::kUnitsFirst, &Cast::member,
     [](const Cast& c) -> Action {
       return ProposeMotion{c.coop, ChangeBaseWage{kMaxWage}};
     },
     units_out},
};

void check_rows(std::span<const Row> rows, std::set<Rejection>& provoked) {
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(row.rejection));
    Cast cast;
    row.prepare(cast);
    const Action action = row.action(cast);
    const Hash before = state_hash(cast.world);
    CHECK(static_cast<int>(apply(cast.world, cast.*row.actor, action)) == static_cast<int>(row.rejection));
    CHECK(state_hash(cast.world) == before);
    provoked.insert(row.rejection);
  }
}

}  // namespace

TEST_CASE("each rejection can be provoked and changes nothing") {
  std::set<Rejection> provoked;
  check_rows(kDoor, provoked);
  check_rows(kWho, provoked);
  check_rows(kWork, provoked);
  check_rows(kSecondJobs, provoked);
  check_rows(kUnion, provoked);
  check_rows(kTrade, provoked);
  check_rows(kFounding, provoked);
  check_rows(kShares, provoked);
  check_rows(kUnits, provoked);
  for (int number = 1; number < kRejections; ++number)
    CHECK_MESSAGE(provoked.contains(static_cast<Rejection>(number)), "rejection " << number << " was not provoked");
}

TEST_CASE("where several reasons apply, the first in the list is the answer") {
  Cast cast;
  const HouseholdId nobody{cast.world.households.count()};
  World finished = cast.world;
  finished.finished = true;
  CHECK(apply(finished, nobody, LeaveWork{}) == Rejection::kWorldFinished);
  CHECK(apply(cast.world, nobody, SetProduction{EnterpriseId{9'999}, 0, -1}) == Rejection::kUnknownActor);
  CHECK(apply(cast.world, cast.worker, SetProduction{EnterpriseId{9'999}, 0, -1}) == Rejection::kUnknownEnterprise);
  CHECK(apply(cast.world, cast.worker, SetProduction{cast.firm, 0, -1}) == Rejection::kNotManager);
  CHECK(apply(cast.world, cast.owner, SetProduction{cast.firm, 0, -1}) == Rejection::kPriceOutOfRange);
  CHECK(apply(cast.world, cast.owner, SetProduction{cast.firm, 1, -1}) == Rejection::kQuantityOutOfRange);
}

TEST_CASE("an enumeration value that does not exist is a malformed action") {
  Cast cast;
  const auto no_form = static_cast<Form>(9);
  const auto no_good = static_cast<Good>(9);
  const Action rows[] = {FoundEnterprise{"A good name", no_form, Good::kComforts, kCrown},
                         FoundEnterprise{"A good name", Form::kProprietary, no_good, kCrown},
                         PlaceOrder{no_good, Side::kBuy, 1, 1}, PlaceOrder{Good::kComforts, static_cast<Side>(9), 1, 1},
                         CastVote{MotionId{0}, static_cast<Choice>(9)}};
  for (const Action& action : rows) {
    CAPTURE(action.index());
    CHECK(apply(cast.world, cast.owner, action) == Rejection::kMalformedAction);
  }
}

TEST_CASE("every rejection says in its own words what was wrong") {
  std::set<std::string> texts;
  for (int number = 1; number < kRejections; ++number) {
    const RejectionText text = describe(static_cast<Rejection>(number));
    CAPTURE(number);
    CHECK(std::string(text.text).size() > 10);
    CHECK(text.field != nullptr);
    texts.insert(text.text);
  }
  CHECK(texts.size() == kRejections - 1U);
}
