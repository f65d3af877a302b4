// Plays the way careful owners do: pays a little under the usual and never more than work brings in, grows while there
// is a margin, keeps three weeks of wages in the till and takes out some of what is beyond. The measure for the others.
#include <algorithm>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::int64_t kWeeksKept = 3;  ///< of wages in the till
constexpr Bp kOnMachines = 3'500;       ///< of what can be spared, for each kind
constexpr Bp kResearch = 250;           ///< of the working time
constexpr std::size_t kMostEnterprises = 4;

class SteadyOwner final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 6'000, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) {
      actions.emplace_back(trade.production());
      trade.equip(actions, kOnMachines);
      trade.look_ahead(kResearch, actions);
      trade.settle(actions);
      actions.emplace_back(trade.work(wage(world, trade), trade.staffing(1'000)));
      const Mils kept = kWeeksKept * std::max<std::int64_t>(2, trade.people()) * trade.wage();
      if (trade.cash() > kept && trade.may_pay_out())
        actions.emplace_back(DeclareDividend{trade.id(), (trade.cash() - kept) / 3});
    }
    desk_.found_another(world, mine, kMostEnterprises, actions);
    return actions;
  }

 private:
  Desk desk_;

  /// A tenth of the way each tick, in either direction.
  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils aim = std::min(part(usual_pay(world), 9'900), part(trade.worth_of_one(), 9'500));
    return trade.wage() + (aim - trade.wage()) / 10;
  }
};

}  // namespace

StrategyEntry steady_owner() {
  return entry_of<SteadyOwner>("steady-owner", kCapitalists, "pays what is usual and grows while there is a margin");
}

}  // namespace tt::tournament
