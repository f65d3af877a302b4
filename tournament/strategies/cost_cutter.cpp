// Low wages: shaves the wage until people leave faster than they come, lets machines do what people cost too much for,
// and takes out what is saved. Wins by wealth, if it wins.
#include <algorithm>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kLowestOfUsual = 8'000;   ///< below, nobody comes any more
constexpr Bp kHighestOfUsual = 9'700;  ///< above, it would be another strategy
/// Machines do what people cost too much for: what they do is not paid for.
constexpr OwnersWay kWay{.on_machines = 5'000, .research = 400};
constexpr std::size_t kMostEnterprises = 3;

class CostCutter final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 9'000, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) trade.run(kWay, wage(world, trade), actions);
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
