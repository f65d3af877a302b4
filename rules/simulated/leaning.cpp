#include "rules/simulated/leaning.hpp"

#include <algorithm>

#include "rules/simulated/automation.hpp"
#include "rules/simulated/dual_work.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/merit.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

// What a crown credited to one's account, or put into the common reserve, is worth to a member today. Accounts come
// back on leaving; the reserve never does, but keeps the work safe. Members differ: the horizon problem.
constexpr Bp kAccountWorth = 6'500;
constexpr Bp kReserveWorthLeast = 500;
constexpr std::int64_t kReserveWorthSpread = 3'000;
constexpr std::int64_t kCommonWorthSpread =
    1'500;  ///< what a crown for common use is worth: room to work, and a good name
constexpr Bp kUnsafe = 1'500;
constexpr Bp kLeisureWorth = 4'000;            ///< what an hour off is worth of its pay
constexpr std::int64_t kTemperSpread = 100;    ///< bp of mean pay: people are not calculators
constexpr Bp kUsualResearch = 150;             ///< of their time that members would give to research at the usual pay
constexpr std::int64_t kPatienceSpread = 250;  ///< people think further ahead or less far
constexpr std::int64_t kResearchWorth = 10;    ///< how much a research share off one's own mind is felt
constexpr Bp kOwnersWhim = 500;                ///< of base pay: what it costs to feel that one could be dismissed
constexpr Bp kYieldOfCapital = 40;             ///< a tick, as buyers of shares want
constexpr Bp kFellowship = 1'000;  ///< of mean pay: what it costs to part with a member who does a usual part
constexpr Bp kNearTheLine = 60;    ///< bp of mean pay

/// A co-operative's rules as they are, or would be.
struct Charter {
  Mils base = 0;
  SurplusSplit split;
  Bp merit = 0;
  std::int64_t members = 0;
  Bp skill_of_manager = 0;
  Bp hours = kOne;
  Bp research = 0;
  std::int64_t open_places = 0;
  std::int64_t second_hands = 0;  ///< who would come part of their time
  Bp lost = 0;                    ///< part of the present work that goes with a member
  Mils raised = 0;                ///< cash from units of outside capital; below zero: paid back
  Mils earned = 0;                ///< more surplus a tick by that, its return off
};

struct Apply {
  const World& world;
  EnterpriseId id;
  Charter& charter;

  void operator()(const ChangeBaseWage& c) const { charter.base = c.wage; }
  void operator()(const ChangeSplit& c) const { charter.split = c.split; }
  void operator()(const ChangeMerit& c) const { charter.merit = c.merit; }
  void operator()(const ChangePlaces& c) const { charter.members = std::max<std::int64_t>(charter.members, c.places); }
  void operator()(const ElectManager& c) const { charter.skill_of_manager = skill_of(world, c.manager); }
  void operator()(const Demutualise&) const {}  // another matter: effects_of_leaving
  void operator()(const Expel&) const { --charter.members; }
  void operator()(const ChangeResearch& c) const { charter.research = c.research.share; }
  void operator()(const ChangeDualWork& c) const { charter.second_hands = c.allowed ? charter.open_places : 0; }
  void operator()(const OfferCapital& c) const {
    const auto& firms = world.enterprises;
    const OutsideCapital* const promise = outside_capital(world, id);
    const Mils offered = firms.board_order[id].quantity * firms.board_order[id].limit_price;
    charter.raised = c.units * c.price - offered;
    const std::int64_t rate = promise == nullptr ? 0 : promise->rate;
    charter.earned = of_machines(std::min(charter.raised, machines_wanted(world, id)));
    // What is out already gets the new return too; an offer withdrawn is what it would have brought.
    charter.earned -= a_tick(c.units * c.price, c.rate) - a_tick(offered, rate);
    if (c.units > 0) charter.earned -= a_tick(outside_nominal(world, id), c.rate - rate);
  }
  void operator()(const RedeemCapital& c) const {
    const OutsideCapital* const promise = outside_capital(world, id);
    if (promise == nullptr) return;  // none are out any more
    charter.raised = -(c.units * promise->price + promise->owed);
    // The cash that is paid back might have gone into machines.
    charter.earned = a_tick(c.units * promise->price, promise->rate) +
                     of_machines(-std::min(-charter.raised, machines_wanted(world, id)));
  }
  void operator()(const ChangeMandate& c) const {
    charter.hours = std::clamp(charter.hours, c.mandate.least_hours, c.mandate.most_hours);
  }

 private:
  [[nodiscard]] static Mils a_tick(Mils capital, std::int64_t rate) {
    return mul_div(capital, rate, kTicksAYear * kOne);
  }
  [[nodiscard]] Mils of_machines(Mils money) const { return mul_div(money, machines_yield(world, id), kOne); }
};

/// Second hands in whole people: simulated ones come two days of five.
std::int64_t part_time(const Charter& charter) {
  return share_of(charter.second_hands, kUsualSecondShare);
}

/// Value added per tick with this many members. More hands make more only as far as last tick's goods found buyers.
Mils value_added(const World& world, EnterpriseId id, const Charter& now, const Charter& then) {
  const auto& firms = world.enterprises;
  const Flows& flows = firms.last_flows[id];
  const Mils made = flows[index_of(Reason::kSales)] + flows[index_of(Reason::kPurchases)];
  const bool sells_out = firms.product_stock[id] * 2 < firms.sold[id];
  // A member who goes takes the work away that this member does, not a head's.
  if (then.lost > 0) return sells_out ? share_of(made, kOne - then.lost) : made;
  const Mils scaled = sells_out ? mul_div(made, (then.members + part_time(then)) * then.hours,
                                          std::max<std::int64_t>(1, (now.members + part_time(now)) * now.hours))
                                : made;
  // A more skilled manager wastes less: a tenth of the difference in skill shows in the result.
  return scaled + mul_div(scaled, then.skill_of_manager - now.skill_of_manager, 10 * kOne);
}

struct Worth {
  Mils base = 0;
  Mils surplus = 0;
};

Worth worth_under(const World& world, EnterpriseId id, const Charter& now, const Charter& then) {
  const std::int64_t n = std::max<std::int64_t>(1, then.members);
  const Mils added = std::max<Mils>(0, value_added(world, id, now, then));
  // Base pay beyond what the co-operative earns is paid from its cash while that lasts: an eighth a tick counts on.
  const Mils cash = std::max<Mils>(0, world.enterprises.cash[id] + then.raised);
  const Mils payable = (added + cash / 8) / n;
  const Mils base = std::min(share_of(then.base, then.hours), payable);
  // A till that does not hold the working weeks makes the pay unsafe: a part of what is missing is felt now.
  const Mils left = cash / n + added / n - base;
  const Mils missing = std::max<Mils>(0, kWorkingWeeks * base - left);
  return {base - share_of(missing, kUnsafe), std::max<Mils>(0, added - base * (n + part_time(then))) + then.earned};
}

/// What a crown of the surplus kept in common is worth to a person, in bp, for life.
struct Taste {
  std::int64_t reserve = 0;
  std::int64_t commons = 0;
};

Taste taste_of(const World& world, HouseholdId who) {
  const Dice lifelong{world.seed, 0};
  return {kReserveWorthLeast + lifelong.below(kReserveWorthSpread, Stream::kVoteTemper, who.value, 0),
          lifelong.below(kCommonWorthSpread, Stream::kVoteTemper, who.value, 2)};
}

/// What a research share other than one's own idea of it is felt to cost: the better the pay, the more people give to
/// the future; some think further ahead than others.
Mils discomfort(const World& world, EnterpriseId id, HouseholdId who, Bp share) {
  const Mils usual = std::max<Mils>(1, world.mean_pay);
  const std::int64_t better = mul_div(expected_pay(world, id) - usual, 667, usual);
  const Dice lifelong{world.seed, 0};
  const std::int64_t idea = std::clamp<std::int64_t>(
      kUsualResearch + better + lifelong.below(kPatienceSpread, Stream::kVoteTemper, who.value, 1), 50, 800);
  return share_of(usual, (share - idea) * (share - idea) * kResearchWorth / kOne);
}

/// Leaving the form, per tick: the surplus would go by shares instead of merit; what is one's own could be sold, at
/// what yields as much as the co-operative's accounts are worth; the place would be an owner's to give.
std::vector<Mils> effects_of_leaving(const World& world, EnterpriseId id, std::span<const HouseholdId> members,
                                     std::span<const Mils> as_member, const Worth& worth) {
  const auto shares = shares_by_account(world, id, members);
  const Mils equity = std::max<Mils>(0, own_capital(world, id) - locked_reserve(world, id));
  std::vector<Mils> effects;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Mils dividends = mul_div(worth.surplus, shares[i], kSharesAtFounding);
    const Mils gained = mul_div(equity, shares[i], kSharesAtFounding) - world.households.capital_account[members[i]];
    effects.push_back(share_of(worth.base, kOne - kOwnersWhim) + dividends +
                      share_of(share_of(gained, kAccountWorth), kYieldOfCapital) - as_member[i]);
  }
  return effects;
}

/// Of all the work of these members, what one of them does.
Bp part_of_work(const World& world, std::span<const HouseholdId> members, HouseholdId who) {
  std::int64_t sum = 0;
  for (const HouseholdId id : members) sum += contribution(world, id);
  const bool is_one = std::find(members.begin(), members.end(), who) != members.end();
  return is_one && sum > 0 ? static_cast<Bp>(mul_div(contribution(world, who), kOne, sum)) : 0;
}

std::int64_t weight_of(HouseholdId who, std::span<const HouseholdId> members, std::span<const std::int64_t> weights) {
  const auto at = std::find(members.begin(), members.end(), who);
  return at == members.end() ? 0 : weights[static_cast<std::size_t>(at - members.begin())];
}

/// What each of the others misses in a fellow member who has to leave: the less that one does of a usual member's part,
/// the less (by the square).
Mils missed(const World& world, HouseholdId who, std::span<const HouseholdId> members) {
  const std::int64_t of_usual = std::min<std::int64_t>(kOne, part_of_work(world, members, who) * std::ssize(members));
  return share_of(share_of(share_of(world.mean_pay, kFellowship), of_usual), of_usual);
}

}  // namespace

std::vector<Mils> expected_effects(const World& world, const Motion& motion, std::span<const HouseholdId> members) {
  const EnterpriseId id = motion.enterprise;
  const auto& firms = world.enterprises;
  const HouseholdId head = firms.head[id];
  const Charter now{firms.wage[id],
                    firms.split[id],
                    firms.merit[id],
                    std::ssize(members),
                    head.exists() ? skill_of(world, head) : kOne,
                    firms.hours[id],
                    firms.research[id].share,
                    std::max<std::int64_t>(0, std::int64_t{firms.places[id]} - firms.workers[id]),
                    firms.second_hands[id]};
  Charter then = now;
  std::visit(Apply{world, id, then}, motion.change);
  const auto* const expels = std::get_if<Expel>(&motion.change);
  if (expels != nullptr) then.lost = part_of_work(world, members, expels->member);
  const Worth worth_now = worth_under(world, id, now, now);
  const Worth worth_then = worth_under(world, id, now, then);
  const auto weights_now = merit_weights(world, id, members, now.merit);
  const auto weights_then = then.merit == now.merit ? weights_now : merit_weights(world, id, members, then.merit);
  std::int64_t sum_now = 0;
  std::int64_t sum_then = 0;
  for (const std::int64_t weight : weights_now) sum_now += weight;
  for (const std::int64_t weight : weights_then) sum_then += weight;
  // Newcomers of a larger co-operative weigh like the mean member.
  if (then.members > now.members) sum_then = mul_div(sum_then, then.members, std::max<std::int64_t>(1, now.members));
  const auto value = [](const Charter& c, const Worth& w, std::int64_t weight, std::int64_t sum, const Taste& taste) {
    const Mils own = mul_div(w.surplus, weight, std::max<std::int64_t>(1, sum));
    return w.base + share_of(c.base, share_of(kOne - c.hours, kLeisureWorth)) + share_of(own, c.split.distribution) +
           share_of(share_of(own, c.split.accounts), kAccountWorth) +
           share_of(share_of(own, c.split.reserve), taste.reserve) +
           share_of(share_of(own, c.split.commons), taste.commons);
  };
  if (expels != nullptr) sum_then -= weight_of(expels->member, members, weights_then);
  const bool leaves = std::holds_alternative<Demutualise>(motion.change);
  std::vector<Mils> effects(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Taste taste = taste_of(world, members[i]);
    effects[i] = value(now, worth_now, weights_now[i], sum_now, taste);
    if (leaves) continue;
    effects[i] = value(then, worth_then, weights_then[i], sum_then, taste) - effects[i];
    if (then.research != now.research)
      effects[i] += discomfort(world, id, members[i], now.research) - discomfort(world, id, members[i], then.research);
  }
  // Who is expelled would live on the benefit.
  for (std::size_t i = 0; expels != nullptr && i < members.size(); ++i)
    if (members[i] == expels->member) effects[i] = std::min<Mils>(0, benefit(world) - expected_pay(world, id));
  return leaves ? effects_of_leaving(world, id, members, effects, worth_now) : effects;
}

std::vector<Mils> felt_effects(const World& world, const Motion& motion, std::span<const HouseholdId> members) {
  auto effects = expected_effects(world, motion, members);
  const auto* const expels = std::get_if<Expel>(&motion.change);
  if (expels == nullptr) return effects;
  const Mils loss = missed(world, expels->member, members);
  for (std::size_t i = 0; i < members.size(); ++i)
    if (members[i] != expels->member) effects[i] -= loss;
  return effects;
}

Choice lean(const World& world, const Motion& motion, HouseholdId member, Mils effect) {
  // Drawn by who and what, not by when: a leaning shown is the vote cast, unless the figures change.
  const Dice lasting{world.seed, motion.opened_tick};
  const auto temper =
      lasting.below(2 * kTemperSpread + 1, Stream::kVoteTemper, member.value, 1 + motion.change.index());
  const Mils felt = effect + share_of(world.mean_pay, static_cast<Bp>(temper) - kTemperSpread);
  if (felt == 0) return Choice::kAbstain;
  return felt > 0 ? Choice::kYes : Choice::kNo;
}

bool near_the_line(const World& world, Mils effect) {
  const Mils line = share_of(world.mean_pay, kNearTheLine);
  return -line < effect && effect < line;
}

}  // namespace tt::rules
