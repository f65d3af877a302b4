// A war of attrition in which each side weighs its own next tick. What the other side can bear is not known: each
// believes a long strike more likely to go on (its end within the next tick is expected with 1/(2 + ticks struck)),
// and each person is a little bolder or more timid than the next, for life.
#include "rules/simulated/unions.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/membership.hpp"

namespace tt::rules {
namespace {

constexpr Bp kLeastThreshold = 2'500;  ///< of grievance, at which the first take a card
constexpr std::int64_t kThresholdSpread = 3'000;
constexpr std::int64_t kDuesFelt = 5;     ///< dues deter: each basis point of them counts as so much less grievance
constexpr std::int64_t kJoining = 1'000;  ///< bp a tick of those aggrieved enough
constexpr std::int64_t kLeaving = 500;    ///< bp a tick of those content
constexpr Bp kBoldnessSpread = 10'000;    ///< boldness lies between 50 % and 150 %
constexpr Mils kThinWeeks = 2;            ///< of pay in hand, below which a tick without pay weighs half as much again

/// What a person makes of chances: drawn once for life.
Bp boldness(const World& world, HouseholdId person) {
  const Dice lifelong{world.seed, 0};
  return static_cast<Bp>(kBoldnessSpread / 2 + lifelong.below(kBoldnessSpread + 1, Stream::kDispute, person.value, 0));
}

std::int64_t threshold(const World& world, HouseholdId person) {
  const Dice lifelong{world.seed, 0};
  return kLeastThreshold + lifelong.below(kThresholdSpread, Stream::kUnionCard, person.value) +
         kDuesFelt * world.scenario.parameters[Parameter::kUnionDues];
}

bool changes_card(const World& world, HouseholdId person) {
  const auto& people = world.households;
  if (people.union_card[person] == 0 && people.grievance[person] <= kLeastThreshold) return false;
  const std::int64_t line = threshold(world, person);
  const std::int64_t drawn = world.dice().below(kOne, Stream::kUnionCard, person.value, 1);
  if (people.union_card[person] != 0) return people.grievance[person] < line / 2 && drawn < kLeaving;
  return people.grievance[person] > line && drawn < kJoining;
}

}  // namespace

void decide_cards(World& world) {
  if (world.scenario.parameters[Parameter::kUnionLaw] == 0) return;
  const auto& people = world.households;
  for (const HouseholdId id : people.ids()) {
    if (is_seat(world, id) || !people.employer[id].exists() || people.member[id] != 0) continue;
    if (changes_card(world, id)) static_cast<void>(act_at_close(world, id, SetUnionCard{people.union_card[id] == 0}));
  }
}

Choice strike_vote(const World& world, HouseholdId person) {
  const auto& people = world.households;
  const EnterpriseId id = people.employer[person];
  const Mils pay = base_pay(world, id);
  const std::int64_t struck = on_strike(world, id) ? world.enterprises.dispute_ticks[id] : 0;
  const Mils anger =
      share_of(share_of(pay, people.grievance[person]), world.scenario.parameters[Parameter::kStrikeAnger]);
  const Mils gain = raise_demanded(world, id) * kPeace + anger;
  const Mils hoped = share_of(gain, boldness(world, person)) / (2 + struck);
  const Mils lost = std::max<Mils>(0, pay - strike_pay(world, id));
  const Mils felt = people.cash[person] < kThinWeeks * pay ? lost + lost / 2 : lost;
  return hoped > felt ? Choice::kYes : Choice::kNo;
}

void answer_demand(World& world, EnterpriseId enterprise) {
  const auto& firms = world.enterprises;
  if (firms.dispute[enterprise] == Dispute::kNone) return;
  const HouseholdId owner = firms.head[enterprise];
  const Mils raise = raise_demanded(world, enterprise) * firms.workers[enterprise] * kPeace;
  const Mils profit = std::max<Mils>(0, firms.profit_average[enterprise]);
  // Before a strike, one tick of it as likely as the union is strong; during it, as long again as it has lasted.
  const Mils at_stake = on_strike(world, enterprise) ? profit * (1 + firms.dispute_ticks[enterprise])
                                                     : share_of(profit, firms.density[enterprise]);
  const Mils feared = mul_div(at_stake, kOne, boldness(world, owner));
  const Answer answer = feared > raise ? Answer::kConcede : Answer::kHoldOut;
  static_cast<void>(act_at_close(world, owner, AnswerDemand{enterprise, answer}));
}

}  // namespace tt::rules
