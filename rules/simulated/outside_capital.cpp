#include "rules/simulated/outside_capital.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/simulated/automation.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/outside_capital.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

constexpr std::int64_t kForRisk = 200;                         ///< bp a year above the bank's, with all behind it
constexpr std::int64_t kForThinCover = 600;                    ///< more where nothing is left behind it
constexpr std::int64_t kForReturnOwed = 500;                   ///< more while the promise is not kept
constexpr std::int64_t kMostOverPrice = 12'000;                ///< a unit can be taken back at its price any time
constexpr std::int64_t kSavingsWeeks = 8;                      ///< of usual pay, not invested
constexpr std::int64_t kTemper = 3'000;                        ///< bp: opinions of worth spread this far, evenly
constexpr std::uint64_t kSavers = 4;                           ///< who look at an offer in a tick
constexpr std::uint64_t kFirstSaver = std::uint64_t{1} << 40;  ///< among the draws under Stream::kInvesting
constexpr Tick kRhythm = 13;                                   ///< ticks between such motions of one co-operative
constexpr Mils kUnit = 100 * kCrown;                           ///< what simulated assemblies ask for a unit
constexpr std::int64_t kOverAsked = 50;                        ///< bp a year: what they promise beyond what is asked
constexpr Mils kMostWeeks = 8;                                 ///< of pay, raised at a time

class Assembly {
 public:
  Assembly(World& world, EnterpriseId id, HouseholdId speaker)
      : world_(world), firms_(world.enterprises), id_(id), speaker_(speaker) {}

  void consider() {
    const std::int64_t yields = kTicksAYear * machines_yield(world_, id_);
    if (firms_.board_order[id_].quantity > 0)
      reconsider_offer(yields);
    else if (!redeem(yields))
      offer(yields);
  }

 private:
  World& world_;
  Enterprises& firms_;
  EnterpriseId id_;
  HouseholdId speaker_;

  void propose(const MotionChange& change) {
    static_cast<void>(act_at_close(world_, speaker_, ProposeMotion{id_, change}));
  }
  [[nodiscard]] Mils pay() const { return base_pay(world_, id_) * firms_.workers[id_]; }
  [[nodiscard]] Mils price() const {
    const OutsideCapital* const promise = outside_capital(world_, id_);
    return promise == nullptr || firms_.shares_issued[id_] == 0 ? kUnit : promise->price;
  }
  /// What it takes to sell this much more, at least what is promised already.
  [[nodiscard]] Bp rate_for(Mils more) const {
    const OutsideCapital* const promise = outside_capital(world_, id_);
    const Bp promised = promise == nullptr ? 0 : promise->rate;
    return static_cast<Bp>(std::max<std::int64_t>(promised, asked_return(world_, id_, more) + kOverAsked));
  }

  void offer(std::int64_t yields) {
    const Mils room = (own_capital(world_, id_) - outside_claim(world_, id_)) / 2;
    const Mils wanted = std::min({machines_wanted(world_, id_), kMostWeeks * pay(), room});
    if (wanted < pay() / 2 || wanted < price()) return;
    const Bp rate = rate_for(wanted);
    if (rate < yields && rate <= kMostReturn)
      propose(OfferCapital{std::min(wanted / price(), kMaxQuantity), price(), rate});
  }

  /// An offer that nobody has taken up for a quarter is withdrawn, or made better while that pays.
  void reconsider_offer(std::int64_t yields) {
    if (outside_capital(world_, id_)->sold + kRhythm > world_.clock) return;
    const Lots units = firms_.board_order[id_].quantity;
    const Bp rate = rate_for(units * price());
    const bool pays = rate < yields && rate <= kMostReturn;
    if (!pays)
      propose(OfferCapital{});
    else if (rate > outside_capital(world_, id_)->rate)
      propose(OfferCapital{units, price(), rate});
  }

  /// Cash that is neither the working weeks' nor the members', where machines bring less than it costs.
  bool redeem(std::int64_t yields) {
    const OutsideCapital* const promise = outside_capital(world_, id_);
    if (promise == nullptr || yields >= promise->rate) return false;
    const Mils idle =
        firms_.cash[id_] - std::max(kWorkingWeeks * pay(), firms_.accounts[id_] + firms_.reserve[id_]) - promise->owed;
    const Lots units = std::min({idle / 2 / promise->price, firms_.shares_issued[id_], kMaxQuantity});
    if (units <= 0) return false;
    propose(RedeemCapital{units});
    return true;
  }
};

}  // namespace

std::int64_t deposit_yield(const World& world) {
  const Mils paid = -world.bank_account.last_flows[index_of(Reason::kDepositInterest)];
  return mul_div(paid, kTicksAYear * kOne, std::max<Mils>(1, world.money()));
}

std::int64_t asked_return(const World& world, EnterpriseId id, Mils more) {
  const OutsideCapital* const promise = outside_capital(world, id);
  const Mils claim = outside_claim(world, id) + more;
  const Mils behind = std::max<Mils>(1, enterprise_worth(world, id) - owed_to_former_owners(world, id) + more);
  const std::int64_t thin = std::min<std::int64_t>(kOne, mul_div(claim, kOne, behind));
  const bool owed = promise != nullptr && promise->owed > 0;
  return deposit_yield(world) + kForRisk + mul_div(kForThinCover, thin, kOne) + (owed ? kForReturnOwed : 0);
}

Mils fair_unit_price(const World& world, EnterpriseId id) {
  const OutsideCapital* const promise = outside_capital(world, id);
  if (promise == nullptr) return 1;
  const Mils more = world.enterprises.board_order[id].quantity * promise->price;
  const Mils worth = mul_div(promise->price, promise->rate, asked_return(world, id, more));
  return std::clamp<Mils>(std::min(worth, share_of(promise->price, kMostOverPrice)), 1, kMaxPrice);
}

std::vector<ShareOrder> drawn_unit_bids(const World& world, EnterpriseId id) {
  const Dice dice = world.dice();
  const auto& people = world.households;
  const Lots offered = world.enterprises.board_order[id].quantity;
  const Mils fair = fair_unit_price(world, id);
  std::vector<ShareOrder> bids;
  for (std::uint64_t k = kFirstSaver; k < kFirstSaver + 2 * kSavers; k += 2) {
    const HouseholdId who{static_cast<std::uint32_t>(dice.below(people.count(), Stream::kInvesting, id.value, k))};
    if (is_seat(world, who)) continue;
    const Mils budget = (people.cash[who] - kSavingsWeeks * world.mean_pay) / 8;
    const std::int64_t opinion = kOne - kTemper / 2 + dice.below(kTemper, Stream::kInvesting, id.value, k + 1);
    const Mils limit = std::clamp<Mils>(share_of(fair, opinion), 1, kMaxPrice);
    const Lots units = std::min<Lots>(budget > 0 ? budget / limit : 0, offered);
    if (units > 0) bids.push_back({who, id, Side::kBuy, units, limit});
  }
  return bids;
}

void consider_outside_capital(World& world, EnterpriseId id, std::span<const HouseholdId> members) {
  if ((world.clock + id.value) % kRhythm != 0 || !outside_capital_allowed(world)) return;
  const auto speaks =
      std::find_if(members.begin(), members.end(), [&](HouseholdId who) { return !is_seat(world, who); });
  if (speaks != members.end()) Assembly(world, id, *speaks).consider();
}

}  // namespace tt::rules
