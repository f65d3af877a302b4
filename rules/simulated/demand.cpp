#include "rules/simulated/demand.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "rules/state/constants.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

struct Band {
  std::int64_t weeks;  ///< of mean pay held in cash, up to
  Bp of_income;
  Bp of_savings;
};
constexpr std::array<Band, 5> kBands{
    {{4, 10'000, 300}, {13, 9'600, 200}, {52, 8'800, 100}, {260, 7'500, 50}, {1'000'000, 6'000, 30}}};

constexpr Band kBandForAll = kBands[1];

/// Provisions are bid for first and up to twice the usual price: needs. Comforts and culture give way sooner: wants.
constexpr std::array<Bp, 6> kNeedSteps{20'000, 14'000, 11'500, 10'000, 9'000, 8'000};
constexpr std::array<Bp, 6> kWantSteps{13'000, 11'500, 10'700, 10'000, 9'300, 8'500};
constexpr Bp kProvisionsOfMeanPay =
    1'600;  ///< of the plan up to mean pay: Engel's law, food weighs less the more one has
constexpr Bp kProvisionsOfPlan = 1'800;
constexpr Bp kCultureOfWants = 4'000;         ///< of what is left for wants; the rest is for comforts
constexpr std::int64_t kTasteSpread = 1'600;  ///< reference prices differ by ± 8 %, so that the curve is smooth

Mils part_for(const World& world, Mils plan, Good good) {
  const Mils needs = share_of(std::min(plan, world.mean_pay), kProvisionsOfMeanPay);
  const Mils provisions = needs + share_of(plan, kProvisionsOfPlan);
  const Mils culture = share_of(plan - provisions, kCultureOfWants);
  if (good == Good::kProvisions) return provisions;
  return good == Good::kCulture ? culture : plan - provisions - culture;
}

/// The part of spending that a shock holds back in the running tick.
Bp put_off(const World& world) {
  const Parameters& p = world.scenario.parameters;
  const std::int64_t into = world.running() - p[Parameter::kShockFrom];
  // A world's ticks count from its burn-in's end, so the burn-in itself must be told apart.
  const bool burning_in = world.clock < world.scenario.burn_in_ticks;
  return !burning_in && 0 <= into && into < p[Parameter::kShockTicks] ? static_cast<Bp>(p[Parameter::kShock]) : 0;
}

}  // namespace

Mils spending_plan(const World& world, HouseholdId id) {
  const auto& people = world.households;
  const Mils cash = people.cash[id];
  const std::int64_t weeks = cash / std::max<Mils>(1, world.mean_pay);
  const bool by_wealth = world.scenario.parameters[Parameter::kSpendingByWealth] != 0;
  const Band& band =
      by_wealth ? *std::find_if(kBands.begin(), kBands.end() - 1, [&](const Band& b) { return weeks < b.weeks; })
                : kBandForAll;
  const Mils savings = std::max<Mils>(0, cash - people.usual_pay[id]);
  const Mils usual = share_of(people.usual_pay[id], band.of_income) + share_of(savings, band.of_savings);
  return share_of(std::min(cash, share_of(usual, people.spending[id])), kOne - put_off(world));
}

std::vector<LimitOrder> demand_steps(const World& world, HouseholdId id, Good good, Mils cash) {
  const Mils budget = std::min(cash, part_for(world, spending_plan(world, id), good));
  const Mils last = world.markets[index_of(good)].price;
  const std::int64_t taste = world.dice().below(kTasteSpread + 1, Stream::kReferencePrice, id.value, index_of(good));
  const Mils reference = std::max<Mils>(1, share_of(last, kOne - kTasteSpread / 2 + taste));
  const std::span<const Bp> steps = good == Good::kProvisions ? std::span<const Bp>(kNeedSteps) : kWantSteps;
  std::vector<LimitOrder> bids;
  bids.reserve(steps.size());
  // Down the curve the whole budget buys at each step's price; each step bids for what the one above does not.
  Lots above = 0;
  for (const Bp step : steps) {
    const Mils limit = std::max<Mils>(1, share_of(reference, step));
    const Lots here = budget > 0 ? budget / limit : 0;
    bids.push_back({limit, std::max<Lots>(0, here - above)});
    above = std::max(above, here);
  }
  return bids;
}

}  // namespace tt::rules
