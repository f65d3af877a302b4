// What people come to expect and how hard they work; how members lean on open motions.
#include <algorithm>
#include <bit>

#include "rules/simulated/leaning.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

constexpr std::uint16_t kCounted = 60'000;  ///< where counters of ticks stop
constexpr std::int64_t kPaySmoothing = 8;   ///< ticks: two months

void remember_income(Households& people, HouseholdId id) {
  Mils& usual = people.usual_pay[id];
  const Mils seen = net_income(people, id);
  usual += (seen - usual) / kPaySmoothing + (seen > usual ? 1 : 0) - (seen < usual ? 1 : 0);
  if (!people.employer[id].exists()) {
    if (people.ticks_without_work[id] < kCounted) ++people.ticks_without_work[id];
  } else if (people.tenure[id] < kCounted) {
    ++people.tenure[id];
  }
}

/// What a place makes of effort: pay against the usual, fear of unemployment or the stake in the result, and the
/// anonymity of size. A co-operative's 1/n term is the free-rider problem; merit pay repairs it.
std::int64_t effort_at(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  const std::int64_t n = std::max<std::int64_t>(1, firms.workers[id]);
  const auto size = static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(n))) - 1;
  const Mils usual = std::max<Mils>(1, world.mean_pay);
  const std::int64_t relative =
      std::clamp<std::int64_t>(mul_div(expected_pay(world, id) - usual, kOne, usual), -3'000, 3'000);
  const std::int64_t weary = std::max<Bp>(0, firms.hours[id] - kOne) / 2;  // overtime's later hours make less
  if (firms.form[id] == Form::kProprietary)
    return 9'200 + relative / 4 + std::min(world.unemployment, 2'000) / 4 - 60 * size - weary +
           share_of(world.scenario.parameters[Parameter::kTrustEffort], trust_part(world, id));
  const std::int64_t stake = firms.merit[id] + (kOne - firms.merit[id]) / n;
  return 8'900 + stake * 12 / 100 + relative / 4 - 80 * size - weary;
}

/// Beyond forty weeks' pay in hand, people take it easier.
std::int64_t ease(Mils cash, Mils usual) {
  if (cash < 41 * usual) [[likely]]
    return 0;
  return std::min<std::int64_t>((cash / usual - 40) * 6, 1'500);
}

void lean_on(World& world, Motion& motion, std::span<const HouseholdId> members) {
  const auto effects = felt_effects(world, motion, members);
  motion.electorate = electorate_of(world, members);
  motion.leaning_yes = motion.leaning_no = motion.near_the_line = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (is_seated(world, members[i]) || !has_vote(world, members[i])) continue;
    const Choice choice = lean(world, motion, members[i], effects[i]);
    motion.leaning_yes += choice == Choice::kYes ? 1 : 0;
    motion.leaning_no += choice == Choice::kNo ? 1 : 0;
    motion.near_the_line += near_the_line(world, effects[i]) ? 1 : 0;
  }
}

}  // namespace

void form_sentiments(World& world) {
  auto& people = world.households;
  std::vector<std::int64_t> effort(world.enterprises.count());
  for (const EnterpriseId id : world.enterprises.ids()) effort[id.value] = effort_at(world, id);
  const Mils usual = std::max<Mils>(1, world.mean_pay);
  for (const HouseholdId id : people.ids()) {
    remember_income(people, id);
    if (is_seated(world, id) || !people.employer[id].exists()) continue;
    const std::int64_t chosen = effort[people.employer[id].value] - ease(people.cash[id], usual);
    people.effort[id] = static_cast<ShortBp>(std::clamp<std::int64_t>(chosen, 6'000, kMaxEffort));
  }
  feel_grievance(world);
  lean_on_laws(world);
  const Roster& roster = roster_of(world);
  for (Motion& motion : world.motions)
    if (motion.open) lean_on(world, motion, roster.of(motion.enterprise));
}

}  // namespace tt::rules
