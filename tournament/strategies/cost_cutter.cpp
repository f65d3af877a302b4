// Low wages: shaves the wage until people leave faster than they come, lets machines do what people cost too much for,
// and takes out what is saved. Wins by wealth, if it wins.
#include <algorithm>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kLowestOfUsual = 8'000;    ///< below, nobody comes any more
constexpr Bp kHighestOfUsual = 9'700;   ///< above, it would be another strategy
constexpr std::int64_t kWeeksKept = 3;  ///< of wages in the till
constexpr Bp kOnMachines = 5'000;       ///< of what can be spared, for each kind
constexpr Bp kResearch = 400;           ///< of the working time: what machines do is not paid for
constexpr std::size_t kMostEnterprises = 3;

class CostCutter final : public Strategy {
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

  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils usual = usual_pay(world);
    const EnterpriseRow& row = trade.row();
    const bool bleeding = row.quit > row.hired + 1 || row.places > row.workers + 1 + row.workers / 10;
    const Mils step = bleeding ? trade.wage() / 100 : -trade.wage() / 120;
    return std::clamp<Mils>(trade.wage() + step, part(usual, kLowestOfUsual), part(usual, kHighestOfUsual));
  }
};

}  // namespace

StrategyEntry cost_cutter() {
  return entry_of<CostCutter>("cost-cutter", kCapitalists, "shaves wages until people leave, and automates");
}

}  // namespace tt::tournament
