#include "rules/simulated/demand.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "rules/core/assert.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
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
constexpr std::array<Bp, Consumption::kSteps> kNeedSteps{20'000, 14'000, 11'500, 10'000, 9'000, 8'000};
constexpr std::array<Bp, Consumption::kSteps> kWantSteps{13'000, 11'500, 10'700, 10'000, 9'300, 8'500};
constexpr Bp kProvisionsOfMeanPay =
    1'600;  ///< of the plan up to mean pay: Engel's law, food weighs less the more one has
constexpr Bp kProvisionsOfPlan = 1'800;
constexpr Bp kCultureOfWants = 4'000;  ///< of what is left for wants; the rest is for comforts
constexpr Bp kTasteSpread = 1'600;     ///< reference prices differ by ± 8 %, so that the curve is smooth
constexpr std::int64_t kFine = 1'000;  ///< to a basis point
constexpr std::uint64_t kWholeGrid = HouseholdId::kNone;  ///< whose chance it is when it is nobody's

/// The part of spending that a shock holds back in the running tick.
Bp put_off(const World& world) {
  const Parameters& p = world.scenario.parameters;
  const std::int64_t into = world.running() - p[Parameter::kShockFrom];
  // A world's ticks count from its burn-in's end, so the burn-in itself must be told apart.
  const bool burning_in = world.clock < world.scenario.burn_in_ticks;
  return !burning_in && 0 <= into && into < p[Parameter::kShockTicks] ? static_cast<Bp>(p[Parameter::kShock]) : 0;
}

/// What a household means to spend in a tick, all goods together: a share of usual pay plus a little of its savings,
/// both falling with wealth (lottery studies find the poor spend nearly all of a windfall, the rich about half), times
/// its own thrift.
class Spending {
 public:
  explicit Spending(const World& world) : people_(world.households), spent_(kOne - put_off(world)) {
    const bool by_wealth = world.scenario.parameters[Parameter::kSpendingByWealth] != 0;
    for (std::size_t i = 0; i < kBands.size(); ++i) {
      bands_[i] = by_wealth ? kBands[i] : kBandForAll;
      below_[i] = kBands[i].weeks * std::max<Mils>(1, world.mean_pay);
    }
  }

  [[nodiscard]] Mils plan(HouseholdId id, Mils available) const {
    const Mils cash = people_.cash[id];
    const Mils pay = people_.usual_pay[id];
    const Band& band = bands_[band_of(cash)];
    const Mils usual = share_of(pay, band.of_income) + share_of(std::max<Mils>(0, cash - pay), band.of_savings);
    const Mils wanted = share_of(usual, people_.spending[id]);
    return std::clamp<Mils>(spent_ == kOne ? wanted : share_of(wanted, spent_), 0, std::max<Mils>(0, available));
  }

 private:
  const Households& people_;
  std::array<Band, kBands.size()> bands_;
  std::array<Mils, kBands.size()> below_;
  Bp spent_;

  [[nodiscard]] std::size_t band_of(Mils cash) const {
    std::size_t band = 0;
    while (band + 1 < kBands.size() && cash >= below_[band]) ++band;
    return band;
  }
};

/// What personal orders for these goods may take in this tick, by their household.
void reserve_for_orders(const World& world, std::span<Mils> available) {
  for (const PersonalOrder& order : world.orders) {
    if (order.side != Side::kBuy || !industry_of(order.good).bought_by_households) continue;
    const Lots affordable = world.households.cash[order.household] / order.limit_price;
    available[order.household.value] -= std::min(order.quantity, affordable) * order.limit_price;
  }
}

}  // namespace

Consumption::Consumption(const World& world)
    : goods_{{{.good = Good::kProvisions}, {.good = Good::kComforts}, {.good = Good::kCulture}}} {
  set_limits(world);
  plan(world);
}

std::size_t Consumption::place_of(Good good) const {
  std::size_t place = 0;
  while (place < goods_.size() && goods_[place].good != good) ++place;
  TT_ASSERT(place < goods_.size());
  return place;
}

/// The grid as a whole is shifted by chance, by less than a taste, so that no price draws the market tick after tick.
void Consumption::set_limits(const World& world) {
  constexpr std::int64_t kApart = std::int64_t{kTasteSpread} * kFine / kTastes;
  for (Consumed& consumed : goods_) {
    const Mils last = world.markets[index_of(consumed.good)].price;
    const auto& steps = consumed.good == Good::kProvisions ? kNeedSteps : kWantSteps;
    const std::int64_t shift = world.dice().below(kApart, Stream::kReferencePrice, kWholeGrid, index_of(consumed.good));
    for (std::size_t taste = 0; taste < kTastes; ++taste) {
      const std::int64_t off =
          static_cast<std::int64_t>(taste) * kApart + shift - std::int64_t{kTasteSpread} * kFine / 2;
      const Mils reference = std::max<Mils>(1, mul_div(last, kOne * kFine + off, kOne * kFine));
      for (std::size_t k = 0; k < kSteps; ++k)
        consumed.limits[taste * kSteps + k] = std::max<Mils>(1, share_of(reference, steps[k]));
    }
  }
}

/// The dearest price at which anybody could get a lot of each good.
Mils Consumption::pocket_money() const {
  Mils sum = 0;
  for (const Consumed& consumed : goods_) sum += *std::max_element(consumed.limits.begin(), consumed.limits.end());
  return sum;
}

void Consumption::plan(const World& world) {
  const std::uint32_t count = world.households.count();
  tastes_.resize(count);
  for (Consumed& consumed : goods_) consumed.budgets.resize(count);
  std::span<Mils> available = goods_[0].budgets;  // until the plans take their place
  const Mils pocket = pocket_money();
  for (const HouseholdId id : world.households.ids()) available[id.value] = world.households.cash[id] - pocket;
  reserve_for_orders(world, available);
  const Spending spending(world);
  const Dice dice = world.dice();
  for (const HouseholdId id : world.households.ids()) {
    const Mils plan = spending.plan(id, available[id.value]);
    const Mils provisions =
        share_of(std::min(plan, world.mean_pay), kProvisionsOfMeanPay) + share_of(plan, kProvisionsOfPlan);
    const Mils culture = share_of(plan - provisions, kCultureOfWants);
    const std::array<Mils, kGoodsConsumed> parts{provisions, plan - provisions - culture, culture};
    const auto tastes = static_cast<Tastes>(dice.draw(Stream::kReferencePrice, id.value));
    tastes_[id.value] = tastes;
    for (std::size_t k = 0; k < kGoodsConsumed; ++k) {
      goods_[k].budgets[id.value] = parts[k];
      goods_[k].pools[taste_of(tastes, k)] += parts[k];
    }
  }
}

std::vector<LimitOrder> Consumption::levels(Good good) const {
  const Consumed& consumed = goods_[place_of(good)];
  std::vector<LimitOrder> bids(kLevels);
  for (std::size_t taste = 0; taste < kTastes; ++taste) {
    Lots above = 0;
    for (std::size_t level = taste * kSteps; level < (taste + 1) * kSteps; ++level) {
      const Lots here = consumed.pools[taste] / consumed.limits[level];
      bids[level] = {consumed.limits[level], here - above};
      above = here;
    }
  }
  return bids;
}

}  // namespace tt::rules
