#include "rules/simulated/law_interest.hpp"

#include <algorithm>

#include "rules/state/constants.hpp"
#include "rules/state/law_votes.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/price_index.hpp"
#include "rules/state/wealth.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

// How people differ. Between least and least + spread, mean in the middle.
constexpr std::int64_t kTrustLeast = 4'000;  ///< part of what the treasury has over that one counts on getting back
constexpr std::int64_t kTrustSpread = 5'000;
constexpr std::int64_t kFearLeast = 5'000;  ///< of the chance to be without work, as a share of unemployment
constexpr std::int64_t kFearSpread = 20'000;
constexpr std::int64_t kMostFear = 5'000;

constexpr Bp kDismissals = 50;        ///< chance in a tick to be dismissed: seldom, and owners hear of each
constexpr Bp kPassedOn = 5'000;       ///< part of dearer labour that ends in prices
constexpr Bp kWorkAtRisk = 3'000;     ///< people dismissed for each per cent of pay, in per cent: 0.3
constexpr Bp kNearMinimum = 10'100;   ///< pay up to 1 % above the minimum is there because of it
constexpr std::int64_t kTemper = 50;  ///< bp of mean pay: people are not calculators
constexpr Bp kHardlyFelt = 20;        ///< of mean pay
constexpr Bp kNearTheLine = 60;

struct Character {
  std::int64_t trust = 0;
  std::int64_t fear = 0;
};

Character character_of(const World& world, HouseholdId id) {
  std::int64_t trust = kTrustLeast + kTrustSpread / 2;
  std::int64_t fear = kFearLeast + kFearSpread / 2;
  if (world.households.seat[id] == kNoSeat) {
    const Dice lifelong{world.seed, 0};
    trust = kTrustLeast + lifelong.below(kTrustSpread + 1, Stream::kLawTemper, id.value, 0);
    fear = kFearLeast + lifelong.below(kFearSpread + 1, Stream::kLawTemper, id.value, 1);
  }
  return {trust, std::min(kMostFear, share_of(world.unemployment, fear))};
}

bool gets_benefit(const Households& people, HouseholdId id) {
  return !people.employer[id].exists() && people.owner[id] == 0;
}

bool is_about_pay(Law law) {
  return law == Law::kMinimumWage || law == Law::kSeverance;
}

}  // namespace

LawInterest::LawInterest(const World& world, Law law, std::int64_t value)
    : world_(world), law_(law), value_(value), now_(rates_now()), then_(now_) {
  if (is_about_pay(law))
    weigh_pay();
  else if (law == Law::kMoneyRule)
    weigh_money();
  else
    weigh_taxes();
}

LawInterest::Rates LawInterest::rates_now() const {
  const Parameters& p = world_.scenario.parameters;
  return {p[Parameter::kIncomeTax], p[Parameter::kProfitTax], p[Parameter::kWealthTax], p[Parameter::kBenefit],
          p[Parameter::kBasicIncome]};
}

/// Surplus shares and dividends arrive with the profit tax off; the rates are applied to what they were before.
Mils LawInterest::taxes_of(const Rates& rates, HouseholdId id) const {
  const auto& people = world_.households;
  const Mils paid_out =
      mul_div(people.last_share[id] + people.last_dividend[id], kOne, std::max<std::int64_t>(1, kOne - now_.profit));
  const Mils profit = share_of(paid_out, rates.profit);
  const Mils on_wealth = wealth_.empty() ? 0 : mul_div(wealth_[id.value], rates.wealth, kOne * kTicksAYear);
  return profit + share_of(people.last_base[id] + paid_out - profit, rates.income) + on_wealth;
}

LawInterest::Budget LawInterest::budget_of(const Rates& rates) const {
  const auto& people = world_.households;
  Mils taxes = 0;
  Mils without_work = 0;
  for (const HouseholdId id : people.ids()) {
    taxes += taxes_of(rates, id);
    without_work += gets_benefit(people, id) ? 1 : 0;
  }
  const auto heads = static_cast<Mils>(people.count());
  Budget budget{.benefit = share_of(world_.mean_pay, rates.benefit)};
  if (without_work > 0) budget.benefit = std::min(budget.benefit, taxes / without_work);
  const Mils left = (taxes - budget.benefit * without_work) / heads;
  budget.basic_income = std::min(share_of(world_.mean_pay, rates.basic_income), left);
  budget.given_back = left - budget.basic_income;
  return budget;
}

void LawInterest::weigh_taxes() {
  std::int64_t* const changed = law_ == Law::kIncomeTax   ? &then_.income
                                : law_ == Law::kProfitTax ? &then_.profit
                                : law_ == Law::kWealthTax ? &then_.wealth
                                : law_ == Law::kBenefit   ? &then_.benefit
                                                          : &then_.basic_income;
  *changed = value_;
  if (now_.wealth > 0 || then_.wealth > 0) {
    wealth_ = wealth_of_all(world_);
    const Mils free = kWealthFreeWeeks * world_.mean_pay;
    for (Mils& each : wealth_) each = std::max<Mils>(0, each - free);
  }
  before_ = budget_of(now_);
  after_ = budget_of(then_);
}

/// By enterprise what the law adds to an employee's pay, and so to its owner's bill.
void LawInterest::weigh_pay() {
  const auto& firms = world_.enterprises;
  const Mils least_now = minimum_wage(world_);
  const Mils least_then = share_of(world_.mean_pay, value_);
  const std::int64_t ticks = value_ - law_now(world_, law_);
  raise_.assign(firms.count(), 0);
  owners_bill_.assign(world_.households.count(), 0);
  Mils all = 0;
  for (const EnterpriseId id : firms.ids()) {
    if (firms.open[id] == 0 || firms.form[id] != Form::kProprietary) continue;
    Mils& raise = raise_[id.value];
    if (law_ == Law::kSeverance)
      raise = share_of(ticks * firms.wage[id], kDismissals);
    else if (least_then > firms.wage[id])
      raise = least_then - firms.wage[id];
    else if (least_then < least_now && firms.wage[id] <= share_of(least_now, kNearMinimum))
      raise = (least_then - firms.wage[id]) / 2;  // competition for people keeps the other half
    const Mils bill = raise * firms.workers[id];
    owners_bill_[firms.head[id].value] += bill;
    all += bill;
  }
  if (law_ == Law::kMinimumWage) dearer_ = share_of(all, kPassedOn) / static_cast<Mils>(world_.households.count());
}

void LawInterest::weigh_money() {
  new_money_ = money_to_make(world_, value_) - money_to_make(world_, law_now(world_, law_));
}

LawEffect LawInterest::by_budget(HouseholdId id) const {
  const auto [trust, fear] = character_of(world_, id);
  const Bp of_benefit = gets_benefit(world_.households, id) ? kOne : static_cast<Bp>(fear);
  return {taxes_of(now_, id) - taxes_of(then_, id), share_of(after_.benefit - before_.benefit, of_benefit) +
                                                        after_.basic_income - before_.basic_income +
                                                        share_of(after_.given_back - before_.given_back, trust)};
}

LawEffect LawInterest::by_pay(HouseholdId id) const {
  const auto& people = world_.households;
  LawEffect effect{.pays = -owners_bill_[id.value] - dearer_};
  const EnterpriseId work = people.employer[id];
  if (!work.exists() || people.owner[id] != 0 || raise_[work.value] == 0) return effect;
  const Mils raise = raise_[work.value];
  effect.gets = share_of(raise, kOne - now_.income);
  if (law_ != Law::kMinimumWage) return effect;
  const Mils wage = std::max<Mils>(1, world_.enterprises.wage[work]);
  const Bp at_risk = static_cast<Bp>(share_of(mul_div(raise, kOne, wage), kWorkAtRisk));
  effect.pays -= share_of(std::max<Mils>(0, wage - benefit(world_)), at_risk);
  return effect;
}

/// A head alike to everybody, out of the worth of all the money people hold.
LawEffect LawInterest::by_money(HouseholdId id) const {
  const auto heads = static_cast<Mils>(world_.households.count());
  return {-mul_div(world_.households.cash[id], new_money_, std::max<Mils>(1, world_.money())), new_money_ / heads};
}

LawEffect LawInterest::effect_on(HouseholdId id) const {
  if (is_about_pay(law_)) return by_pay(id);
  return law_ == Law::kMoneyRule ? by_money(id) : by_budget(id);
}

Choice lean_on_law(const World& world, const LawVote& vote, HouseholdId person, LawEffect effect) {
  // Drawn by who and what, not by when: a leaning shown is the vote cast, unless the figures change.
  const Dice lasting{world.seed, vote.opened_tick};
  const std::int64_t temper =
      lasting.below(2 * kTemper + 1, Stream::kLawTemper, person.value, 2 + index_of(vote.law)) - kTemper;
  const Mils felt = effect.total() + share_of(world.mean_pay, temper);
  const Mils line = share_of(world.mean_pay, kHardlyFelt);
  if (-line < felt && felt < line) return Choice::kAbstain;
  return felt > 0 ? Choice::kYes : Choice::kNo;
}

bool near_the_line_on_law(const World& world, LawEffect effect) {
  const Mils line = share_of(world.mean_pay, kNearTheLine);
  return -line < effect.total() && effect.total() < line;
}

}  // namespace tt::rules
