// Works for a wage and owns a part of everything: takes the best-paid place, lives modestly, and bids each tick for
// shares of the enterprises that earn the most on what they are worth. Wins by wealth that others' work brings in.
#include <algorithm>
#include <array>

#include "rules/state/constants.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::array<Setting, 2> kSettings{
    {{"price", 9'800, 5'000, 15'000, "bid for a share, of what it is worth, in bp"},
     {"holdings", 4, 1, 12, "enterprises whose shares are bid for at a time"}}};
constexpr std::int64_t kPurseWeeks = 2;  ///< of usual pay, kept
constexpr Bp kFrugal = 2'500;
constexpr Bp kWorthTheTrouble = 10'400;

class Investor final : public Strategy {
 public:
  explicit Investor(const Values& values)
      : price_(static_cast<Bp>(values[0])), most_(static_cast<std::size_t>(values[1])) {}

  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    if (mine.effort != kOne) actions.emplace_back(SetEffort{kOne});
    spend(mine, kFrugal, actions);
    seek_pay(world, mine, kWorthTheTrouble, actions);
    invest(world, mine, actions);
    return actions;
  }

 private:
  Bp price_;
  std::size_t most_;

  struct Target {
    const EnterpriseRow* row = nullptr;
    std::int64_t yield = 0;  ///< earned in a tick on what all shares are worth, in 1/10 000 000
  };

  void invest(const PublicView& world, const PrivateView& mine, std::vector<Action>& actions) const {
    std::vector<Target> targets;
    for (const EnterpriseRow& row : world.enterprises) {
      if (!row.open || row.form != Form::kProprietary || row.share_worth <= 0 || row.winding_up > 0) continue;
      const Mils earned = row.revenue - row.workers * part(row.wage, row.hours);
      if (earned > 0) targets.push_back({&row, earned * 10'000'000 / (row.share_worth * row.shares_issued)});
    }
    std::stable_sort(targets.begin(), targets.end(),
                     [](const Target& a, const Target& b) { return a.yield > b.yield; });
    if (targets.size() > most_) targets.resize(most_);
    withdraw(mine, targets, actions);
    const Mils spare = mine.cash - kPurseWeeks * usual_pay(world);
    for (const Target& target : targets) {
      const Mils limit = std::clamp<Mils>(part(target.row->share_worth, price_), 1, kMaxPrice);
      const Lots lots = spare > 0 ? spare / static_cast<Mils>(targets.size()) / limit : 0;
      if (lots > 0)
        actions.emplace_back(
            OrderShares{target.row->enterprise, Side::kBuy, std::min<Lots>(lots, kMaxQuantity), limit});
    }
  }

  /// Bids of before for what is no longer among the best.
  static void withdraw(const PrivateView& mine, const std::vector<Target>& targets, std::vector<Action>& actions) {
    for (const HoldingRow& holding : mine.holdings) {
      const bool stays = std::any_of(targets.begin(), targets.end(),
                                     [&](const Target& t) { return t.row->enterprise == holding.enterprise; });
      if (holding.order_quantity > 0 && !stays) actions.emplace_back(OrderShares{holding.enterprise, Side::kBuy, 0, 0});
    }
  }
};

}  // namespace

StrategyEntry investor() {
  return entry_of<Investor>("investor", kWorkers, "works, saves and buys shares of what earns most", kSettings);
}

}  // namespace tt::tournament
