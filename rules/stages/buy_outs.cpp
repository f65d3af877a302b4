// Offers for whole enterprises, decided two ticks after they were made. More than half of the shares asked for must
// agree; then all of them pass at the same price (drag-along), so that one holder cannot hold out against the rest. The
// workers' own offer also needs more than half of the people who work there.
#include <algorithm>
#include <vector>

#include "rules/ledger/ledger.hpp"
#include "rules/simulated/owning.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/membership.hpp"
#include "rules/state/note.hpp"
#include "rules/state/roster.hpp"
#include "rules/state/shares.hpp"

namespace tt::rules {
namespace {

class Decision {
 public:
  Decision(World& world, const BuyOut& offer, std::span<const HouseholdId> people)
      : world_(world), offer_(offer), id_(offer.enterprise), people_(people) {}

  void run() {
    if (world_.enterprises.open[id_] == 0) return;  // closed meanwhile
    const bool done = asked() > 0 && holders_agree() && (offer_.by_workers ? workers_agree() : affordable());
    if (done) offer_.by_workers ? pass_to_workers() : pass_to_bidder();
    note(world_, {.tick = world_.running(),
                  .kind = done ? EventKind::kBuyOutDone : EventKind::kBuyOutFailed,
                  .subject = offer_.bidder,
                  .enterprise = id_,
                  .value = offer_.price});
  }

 private:
  World& world_;
  const BuyOut& offer_;
  EnterpriseId id_;
  std::span<const HouseholdId> people_;

  [[nodiscard]] bool sells(const Holding& h) const {
    return h.holder != kTrust && (offer_.by_workers || h.holder != offer_.bidder);
  }
  [[nodiscard]] bool agreed(HouseholdId who) const {
    return std::find(offer_.agreed.begin(), offer_.agreed.end(), who) != offer_.agreed.end();
  }
  [[nodiscard]] Lots asked() const {
    Lots sum = 0;
    for (const Holding& h : world_.enterprises.shareholders[id_]) sum += sells(h) ? h.shares : 0;
    return sum;
  }
  [[nodiscard]] bool holders_agree() const {
    Lots yes = 0;
    for (const Holding& h : world_.enterprises.shareholders[id_]) {
      if (!sells(h)) continue;
      const bool takes_it =
          h.holder == offer_.bidder ||
          (is_seat(world_, h.holder) ? agreed(h.holder) : would_sell(world_, id_, h.holder, offer_.price));
      yes += takes_it ? h.shares : 0;
    }
    return 2 * yes > asked();
  }
  /// Seated employees who said nothing are not counted; the bidder is for it.
  [[nodiscard]] bool workers_agree() const {
    std::size_t yes = 0;
    std::size_t voices = 0;
    for (const HouseholdId person : people_) {
      const bool seat = is_seat(world_, person);
      const bool in_favour =
          person == offer_.bidder || (seat ? agreed(person) : would_take_over(world_, id_, person, offer_.price));
      yes += in_favour ? 1 : 0;
      voices += !seat || in_favour ? 1 : 0;
    }
    return yes > 0 && 2 * yes > voices;
  }
  [[nodiscard]] bool affordable() const { return asked() * offer_.price <= world_.households.cash[offer_.bidder]; }

  void pass_to_bidder() {
    const auto holders = world_.enterprises.shareholders[id_];
    for (const Holding& h : holders) {
      if (!sells(h)) continue;
      post(world_, offer_.bidder, h.holder, h.shares * offer_.price, Reason::kShares);
      add_shares(world_, id_, h.holder, -h.shares);
      add_shares(world_, id_, offer_.bidder, h.shares);
    }
    seat_board(world_, id_);
  }

  /// The shares end and the price is owed.
  void pass_to_workers() {
    for (const Holding& h : world_.enterprises.shareholders[id_])
      if (sells(h)) owe(world_, {id_, h.holder, h.shares * offer_.price});
    become_cooperative(world_, id_, people_);
  }
};

}  // namespace

void decide_buy_outs(World& world) {
  if (world.buy_outs.empty()) return;
  const Roster& roster = roster_of(world);
  std::vector<BuyOut> due;
  std::erase_if(world.buy_outs, [&](const BuyOut& offer) {
    if (offer.closes_tick > world.running()) return false;
    due.push_back(offer);
    return true;
  });
  for (const BuyOut& offer : due) Decision(world, offer, roster.of(offer.enterprise)).run();
}

}  // namespace tt::rules
