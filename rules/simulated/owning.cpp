#include "rules/simulated/owning.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/simulated/investing.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

constexpr std::uint64_t kMood = 4;             ///< of the draws under Stream::kInvesting
constexpr std::int64_t kConsidersOnceIn = 16;  ///< ticks
constexpr Bp kPeopleLeaving = 400;             ///< of the people, in the last tick
constexpr Bp kMostForTheTrust = 3'000;         ///< a simulated head keeps the lead
constexpr Bp kPartOffered = 500;
constexpr std::uint64_t kTakeOver = 5, kRetirement = 6, kLeavingTheForm = 7;
constexpr std::uint64_t kBid = 8;        ///< and the bidders drawn for it, up to kHolders
constexpr std::uint64_t kHolders = 64;   ///< from here on a draw a person
constexpr Mils kTicksToPayOff = 520;     ///< ten years, in which people want to be done with paying
constexpr std::int64_t kOnceIn = 1'300;  ///< ticks: questions that a generation of 25 years raises about once
constexpr std::uint32_t kFewestToTakeOver = 3;
constexpr std::int64_t kPremium = 11'500;  ///< bp of what the shares seem worth, to win over more than half
constexpr std::int64_t kAskedByWorkers = 11'000;
constexpr Mils kSavingsWeeks = 8;  ///< of usual pay that a bidder keeps

}  // namespace

void share_ownership(World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  if (firms.workers[id] == 0 || trust_part(world, id) >= kMostForTheTrust || firms.trust_debt[id].owed > 0) return;
  if (mul_div(firms.quit[id], kOne, firms.workers[id]) < kPeopleLeaving) return;
  if (world.dice().below(kConsidersOnceIn, Stream::kInvesting, id.value, kMood) != 0) return;
  const Mils price = capital_worth(world, id) / firms.shares_issued[id];
  static_cast<void>(act_at_close(world, firms.head[id], OfferEmployeeShares{id, kPartOffered, price}));
}

bool would_sell(const World& world, EnterpriseId id, HouseholdId holder, Mils price) {
  const std::int64_t opinion = 9'000 + world.dice().below(4'000, Stream::kInvesting, id.value, kHolders + holder.value);
  return price >= share_of(fair_share_price(world, id), opinion);
}

bool would_take_over(const World& world, EnterpriseId id, HouseholdId person, Mils price) {
  const std::int64_t opinion = 9'000 + world.dice().below(2'000, Stream::kInvesting, id.value, kHolders + person.value);
  const Mils paid_off = kTicksToPayOff * world.enterprises.dividend_average[id] / 2;
  return price <= share_of(paid_off / world.enterprises.shares_issued[id], opinion);
}

namespace {

bool in_a_generation(const World& world, EnterpriseId id, std::uint64_t purpose) {
  return world.dice().below(kOnceIn, Stream::kInvesting, id.value, purpose) == 0;
}

/// The richest of a few drawn people bids for all of it, if that leaves something to live on.
void consider_bid(World& world, EnterpriseId id) {
  if (!in_a_generation(world, id, kBid)) return;
  const auto& people = world.households;
  HouseholdId best;
  for (std::uint64_t draw = kBid + 1; draw < kHolders; ++draw) {
    const HouseholdId who{
        static_cast<std::uint32_t>(world.dice().below(people.count(), Stream::kInvesting, id.value, draw))};
    if (is_seat(world, who) || world.enterprises.head[id] == who) continue;
    if (!best.exists() || people.cash[who] > people.cash[best]) best = who;
  }
  const Mils price = share_of(fair_share_price(world, id), kPremium) + 1;
  const Mils whole = price * world.enterprises.shares_issued[id];
  if (best.exists() && people.cash[best] - whole >= kSavingsWeeks * world.mean_pay)
    static_cast<void>(act_at_close(world, best, OfferBuyOut{id, price}));
}

/// One who works there asks to take over, or a head who retires offers it to the people first.
void consider_take_over(World& world, EnterpriseId id, HouseholdId spokesperson) {
  if (world.enterprises.workers[id] < kFewestToTakeOver) return;
  const HouseholdId head = world.enterprises.head[id];
  const Mils price = std::max<Mils>(1, fair_share_price(world, id));
  const Mils asked = share_of(price, kAskedByWorkers);
  if (in_a_generation(world, id, kTakeOver) && would_take_over(world, id, spokesperson, asked))
    static_cast<void>(act_at_close(world, spokesperson, OfferBuyOut{id, asked, true}));
  if (!is_seated(world, head) && in_a_generation(world, id, kRetirement))
    static_cast<void>(act_at_close(world, head, OfferBuyOut{id, price, true}));
}

}  // namespace

void consider_conversion(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  if (world.enterprises.form[id] == Form::kProprietary) consider_bid(world, id);
  const auto speaks = std::find_if(people.begin(), people.end(), [&](HouseholdId who) { return !is_seat(world, who); });
  if (speaks == people.end()) return;
  if (world.enterprises.form[id] == Form::kProprietary)
    consider_take_over(world, id, *speaks);
  else if (in_a_generation(world, id, kLeavingTheForm))
    static_cast<void>(act_at_close(world, *speaks, ProposeMotion{id, Demutualise{}}));
}

}  // namespace tt::rules
