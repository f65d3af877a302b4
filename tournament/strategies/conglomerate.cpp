// Size by buying: takes money out of what it owns and buys whole enterprises with it, those that bring the most people
// for the price; founds one where none is for sale. Wins by owning much and employing many.
#include <algorithm>
#include <array>
#include <map>

#include "rules/state/constants.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::array<Setting, 2> kSettings{
    {{"premium", 2'500, 0, 10'000, "offered above what the shares are worth, in bp"},
     {"enterprises", 5, 1, 12, "owned at most"}}};
constexpr OwnersWay kWay{.on_machines = 3'000, .research = 200, .weeks_kept = 2};
constexpr Tick kTicksToDecide = 3;  ///< an offer is answered at the second close; then one knows
constexpr Tick kBeforeAskingAgain = 10;
constexpr Tick kTooLateToBuy = 6;        ///< ticks before the end
constexpr std::int64_t kPurseWeeks = 3;  ///< of usual pay, not spent on enterprises
constexpr std::uint32_t kLeastPeople = 3;

class Conglomerate final : public Strategy {
 public:
  explicit Conglomerate(const Values& values)
      : premium_(static_cast<Bp>(values[0])), most_(static_cast<std::size_t>(values[1])) {}

  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 9'000, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) trade.run(kWay, trade.careful_wage(9'900), actions);
    if (world.world.tick < offered_last_ + kTicksToDecide) return actions;  // the purse is spoken for
    if (!bid(world, mine, actions)) desk_.found_another(world, mine, most_, actions);
    return actions;
  }

 private:
  Desk desk_;
  Bp premium_;
  std::size_t most_;
  Tick offered_last_ = 0;
  std::map<EnterpriseId, Tick> asked_;

  bool bid(const PublicView& world, const PrivateView& mine, std::vector<Action>& actions) {
    const Tick now = world.world.tick;
    if (mine.books.size() >= most_ || now + kTooLateToBuy > world.world.final_tick) return false;
    const Mils purse = mine.cash - kPurseWeeks * usual_pay(world);
    const EnterpriseRow* best = nullptr;
    Mils best_cost = 0;
    for (const EnterpriseRow& row : world.enterprises) {
      const Mils cost = to_buy(row, mine) * price(row);
      if (!is_for_sale(world, row, mine) || cost <= 0 || cost > purse) continue;
      // People for the money: a / b > c / d as a d > c b.
      if (best != nullptr && row.workers * best_cost <= best->workers * cost) continue;
      best = &row;
      best_cost = cost;
    }
    if (best == nullptr) return false;
    asked_[best->enterprise] = offered_last_ = now;
    actions.emplace_back(OfferBuyOut{best->enterprise, price(*best), false});
    return true;
  }

  [[nodiscard]] Mils price(const EnterpriseRow& row) const {
    return std::clamp<Mils>(part(row.share_worth, kOne + premium_) + 1, 1, kMaxPrice);
  }

  /// Shares that neither oneself nor the employees' trust holds.
  static Lots to_buy(const EnterpriseRow& row, const PrivateView& mine) {
    Lots own = 0;
    for (const HoldingRow& holding : mine.holdings)
      if (holding.enterprise == row.enterprise) own = holding.shares;
    return row.shares_issued - part(row.shares_issued, row.trust_part) - own;
  }

  /// People who play keep what they have; the others think it over.
  [[nodiscard]] bool is_for_sale(const PublicView& world, const EnterpriseRow& row, const PrivateView& mine) const {
    if (!row.open || row.form != Form::kProprietary || row.head == mine.household || row.workers < kLeastPeople)
      return false;
    if (row.buy_out_price > 0 || row.winding_up > 0 || row.ticks_to_receiver > 0) return false;
    if (std::any_of(world.seats.begin(), world.seats.end(),
                    [&](const SeatRow& seat) { return seat.household == row.head; }))
      return false;
    const auto before = asked_.find(row.enterprise);
    return before == asked_.end() || before->second + kBeforeAskingAgain <= world.world.tick;
  }
};

}  // namespace

StrategyEntry conglomerate() {
  return entry_of<Conglomerate>("conglomerate", kCapitalists, "takes profits out and buys whole enterprises with them",
                                kSettings);
}

}  // namespace tt::tournament
