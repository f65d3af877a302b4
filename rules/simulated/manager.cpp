#include "rules/simulated/manager.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/simulated/automation.hpp"
#include "rules/simulated/borrowing.hpp"
#include "rules/simulated/dual_work.hpp"
#include "rules/simulated/hours.hpp"
#include "rules/simulated/land.hpp"
#include "rules/simulated/owning.hpp"
#include "rules/state/capacity.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/dispute.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"

namespace tt::rules {
namespace {

constexpr Bp kOwnersMargin =
    500;  ///< what owners and members aim at before they expand, in bp of price: neither is greedier
constexpr Bp kMembersMargin = 500;
constexpr Bp kHandsArePlenty = 700;  ///< unemployment above which wages may fall; search alone keeps about 5 %
constexpr Bp kOwnersMarkup = 900;    ///< on unit cost, before stocks move it
constexpr Bp kMembersMarkup = 900;
constexpr Bp kForWhatSpoils = 10'700;                    ///< of sales are made where the dearest step spoils unsold
constexpr Lots kMostLotsAPerson = 100 * kLotsPerWorker;  ///< when machines do nearly everything
constexpr std::int64_t kMostUrgent = 2'500;  ///< above the last price that is bid for materials with an empty store
constexpr std::int64_t kBidSpread = 600;
constexpr std::int64_t kMostRaise = 100;  ///< in a tick, where people leave and there is a margin to keep them with
constexpr Bp kToMembers = 8'000;     ///< of value added; the rest renews and extends what they work with, or is shared
constexpr Tick kAssemblyRhythm = 4;  ///< ticks between simulated proposals of one co-operative

/// Adds a smoothed step towards `seen`; the sign term keeps whole numbers from stalling short of it.
std::int64_t smoothed(std::int64_t mean, std::int64_t seen, std::int64_t over) {
  return mean + (seen - mean) / over + (seen > mean ? 1 : 0) - (seen < mean ? 1 : 0);
}

class Manager {
 public:
  Manager(World& world, EnterpriseId id, Lots capacity)
      : world_(world),
        firms_(world.enterprises),
        id_(id),
        head_(firms_.head[id]),
        cooperative_(firms_.form[id] == Form::kCooperative),
        people_(firms_.workers[id]),
        price_(world.markets[index_of(firms_.product[id])].price),
        lots_per_person_(
            people_ > 0 ? std::clamp<Lots>(mul_div(capacity, kOne, firms_.hours[id] * people_), 40, kMostLotsAPerson)
                        : kLotsPerWorker) {}

  void run() {
    firms_.sales_average[id_] = smoothed(firms_.sales_average[id_], firms_.sold[id_], 6);
    base_ = std::max<Lots>(firms_.sales_average[id_], 60);
    gap_ = firms_.product_stock[id_] - target_stock();
    adjust_markup();
    plan_output();
    buy_inputs();
    borrow_or_repay(world_, id_);
    plan_machines(world_, id_, plan_);
    plan_land(world_, id_);
    set_hours(world_, id_, plan_, people_ * lots_per_person_);
    consider_dual_work(world_, id_);
    if (cooperative_)
      propose();
    else
      offer_work();
  }

 private:
  World& world_;
  Enterprises& firms_;
  EnterpriseId id_;
  HouseholdId head_;
  bool cooperative_;
  std::int64_t people_;
  Mils price_;
  Lots lots_per_person_;
  Lots base_ = 0;
  Lots gap_ = 0;   ///< stock above what is wanted
  Lots plan_ = 0;  ///< to make and sell in a tick

  [[nodiscard]] const Industry& industry() const { return industry_of(firms_.product[id_]); }
  /// An eighth of a tick's sales of what perishes, half of what keeps.
  [[nodiscard]] Lots target_stock() const { return base_ / (industry().perishes() ? 8 : 2); }
  [[nodiscard]] Mils unit_cost() const {
    const Mils pay = firms_.wage[id_];
    const Mils materials = industry().materials_for(world_.markets[index_of(Good::kMaterials)].price);
    const Mils upkeep = upkeep_of(world_, id_) / std::max<Lots>(1, firms_.output[id_]);
    return std::max<Mils>(1, pay / lots_per_person_ + materials + upkeep);
  }
  [[nodiscard]] std::int64_t margin() const { return mul_div(price_ - unit_cost(), kOne, std::max<Mils>(1, price_)); }
  void act(const Action& action) { static_cast<void>(act_at_close(world_, head_, action)); }

  /// Moved by stocks, never in jumps, and drawn back to the usual: a bang-bang rule makes prices swing.
  void adjust_markup() {
    Bp& markup = firms_.markup[id_];
    const Bp usual = cooperative_ ? kMembersMarkup : kOwnersMarkup;
    const std::int64_t glut = mul_div(gap_, kOne, base_);
    markup -= static_cast<Bp>(std::clamp<std::int64_t>(glut / 60, -40, 60));
    markup -= (markup - usual) / 32;
    markup = std::clamp(markup, -3'500, 2'500);
  }

  void plan_output() {
    const std::int64_t growth = std::clamp<std::int64_t>(
        (margin() - (cooperative_ ? kMembersMargin : kOwnersMargin)) / 10, -80, cooperative_ ? 100 : 200);
    // What sold out is built upon as it was made; else the smoothed sales tell what the market takes.
    const Lots base = gap_ <= 0 ? std::max(base_, std::min(firms_.output[id_], firms_.output_target[id_])) : base_;
    const Lots usual = industry().perishes() ? share_of(base_, kForWhatSpoils) : base;
    const Lots wanted = usual + share_of(base, growth) - std::clamp<Lots>(gap_ / 10, -base_ / 20, base_ / 10);
    const Lots before = firms_.output_target[id_];
    const Lots least = before - share_of(before, cooperative_ ? 100 : 250) - 1;
    const Lots most = before + share_of(before, cooperative_ ? 80 : 200) + 1;
    plan_ = std::clamp<Lots>(std::clamp(wanted, least, most), 60, kMaxQuantity);
    const Mils ask = unit_cost() + share_of(unit_cost(), firms_.markup[id_]);
    // Hands that are paid anyway make a little more than planned, unless the store is full.
    const Lots idle = std::max<Lots>(0, share_of(people_ * lots_per_person_, firms_.hours[id_]) - plan_);
    const Lots target = plan_ + (gap_ < base_ / 4 ? std::min(idle, lots_per_person_) : 0);
    act(SetProduction{id_, std::clamp<Mils>(ask, 1, kMaxPrice), target});
  }

  void buy_inputs() {
    if (firms_.product[id_] == Good::kMaterials) return;
    const Lots a_tick = industry().materials_for(plan_) + materials_to_run(world_, id_, plan_);
    const Lots wanted = 2 * a_tick - firms_.materials_stock[id_];
    // The emptier the store, the more is bid; and nobody is quite like another, so that a shortage moves the price.
    const Lots short_of = std::clamp<Lots>(wanted, 0, 2 * a_tick);
    const std::int64_t urgency = mul_div(short_of, kMostUrgent, std::max<Lots>(1, 2 * a_tick));
    const std::int64_t temper =
        world_.dice().below(2 * kBidSpread + 1, Stream::kManagerTemper, id_.value, 1) - kBidSpread;
    const Mils limit = share_of(world_.markets[index_of(Good::kMaterials)].price, kOne + urgency + temper);
    act(OrderInputs{id_, std::clamp<Lots>(wanted, 0, kMaxQuantity), std::clamp<Mils>(limit, 1, kMaxPrice)});
  }

  /// People the plan needs, to the nearest whole one, at what the present ones make.
  [[nodiscard]] std::int64_t people_needed() const {
    return std::max<std::int64_t>(1, (plan_ + lots_per_person_ / 2) / lots_per_person_);
  }

  void offer_work() {
    const std::int64_t needed = people_needed();
    std::int64_t places = people_;
    if (needed > people_ && firms_.cash[id_] >= share_of(people_ * firms_.wage[id_], 8'000))
      places = people_ + std::min(needed - people_, 1 + people_ / 12);
    // Shorter weeks come before dismissals.
    const std::int64_t kept = mul_div(needed, kOne, kOwnersShortWeek);
    if (kept < people_) places = people_ - std::min(people_ - kept, std::max<std::int64_t>(1, people_ / 20));
    act(OfferWork{id_, new_wage(),
                  static_cast<std::uint32_t>(std::clamp<std::int64_t>(places, 1, kWorkersPerEnterprise))});
    share_ownership(world_, id_);
    const Mils spare = firms_.cash[id_] - kStartWeeksEnterprise * std::max<std::int64_t>(people_, 2) * firms_.wage[id_];
    if (spare > 0) act(DeclareDividend{id_, spare / 4});
    const Mils owners_cash = world_.households.cash[head_];
    if (firms_.cash[id_] < people_ * firms_.wage[id_] / 2 && owners_cash > 8 * world_.mean_pay)
      act(Invest{id_, owners_cash / 4});
  }

  /// Up when places stay empty or people quit and there is a margin; slowly down when hands are plenty or there is a
  /// loss.
  [[nodiscard]] Mils new_wage() const {
    const Mils wage = firms_.wage[id_];
    const Dice dice = world_.dice();
    Mils change = 0;
    if (firms_.vacancies[id_] > 0 && firms_.hired[id_] == 0 && margin() > 200)
      change += share_of(wage, dice.below(150, Stream::kManagerTemper, id_.value));
    else if (firms_.vacancies[id_] == 0 && firms_.quit[id_] == 0 && world_.unemployment > kHandsArePlenty)
      change -= share_of(wage, dice.below(std::min(6 + (world_.unemployment - kHandsArePlenty) / 15, 100),
                                          Stream::kManagerTemper, id_.value));
    if (margin() < 0) change -= share_of(wage, 30);
    const std::int64_t quit_rate = people_ > 0 ? mul_div(firms_.quit[id_], kOne, people_) : 0;
    const bool raises = world_.scenario.parameters[Parameter::kRetentionRaises] != 0;
    if (raises && margin() > kOwnersMargin / 2) change += share_of(wage, std::min(quit_rate / 20, kMostRaise));
    return std::clamp<Mils>(std::max({wage + change, agreed_wage(world_, id_), minimum_wage(world_)}), kStartWage / 50,
                            kMaxWage);
  }

  /// The simulated members put to the vote what their manager would decide alone elsewhere: base wage towards 85 % of
  /// value added, and admissions.
  void propose() {
    if ((world_.clock + id_.value) % kAssemblyRhythm != 0 || people_ == 0) return;
    const Flows& flows = firms_.last_flows[id_];
    const Mils added = std::max<Mils>(0, flows[index_of(Reason::kSales)] + flows[index_of(Reason::kPurchases)]);
    const Mils wage = firms_.wage[id_];
    const Mils kept = upkeep_of(world_, id_);
    const Mils affordable = share_of(std::max<Mils>(0, added - kept) / people_, kToMembers);
    const Mils step = std::clamp<Mils>((affordable - wage) / 3, -share_of(wage, 600), share_of(wage, 400));
    if (step > share_of(wage, 100) || step < -share_of(wage, 100))
      act(ProposeMotion{id_, ChangeBaseWage{std::clamp<Mils>(wage + step, kStartWage / 50, kMaxWage)}});
    const std::int64_t needed = people_needed();
    const bool attractive = expected_pay(world_, id_) >= share_of(world_.mean_pay, 9'000);
    const std::int64_t places =
        needed > people_ && attractive ? people_ + std::min(needed - people_, 1 + people_ / 10) : people_;
    if (places != firms_.places[id_])
      act(ProposeMotion{
          id_, ChangePlaces{static_cast<std::uint32_t>(std::min<std::int64_t>(places, kWorkersPerEnterprise))}});
  }
};

}  // namespace

void manage(World& world, EnterpriseId enterprise, Lots capacity) {
  Manager(world, enterprise, capacity).run();
}

}  // namespace tt::rules
