// Low wages: shaves the wage until people leave faster than they come, and keeps what is saved in the enterprise.
// Wins by wealth, if it wins.
#include <algorithm>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kLowestOfUsual = 8'000;   ///< below, nobody comes any more
constexpr Bp kHighestOfUsual = 9'700;  ///< above, it would be another strategy

class CostCutter final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 0, actions);
    for (const Trade& trade : headed_by(world, mine)) {
      actions.emplace_back(trade.production());
      trade.equip(actions);
      actions.emplace_back(trade.work(wage(world, trade), places(trade)));
    }
    return actions;
  }

 private:
  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils usual = usual_pay(world);
    const EnterpriseRow& row = trade.row();
    const bool bleeding = row.quit > row.hired + 1 || row.places > row.workers + 1 + row.workers / 10;
    const Mils step = bleeding ? trade.wage() / 100 : -trade.wage() / 120;
    return std::clamp<Mils>(trade.wage() + step, part(usual, kLowestOfUsual), part(usual, kHighestOfUsual));
  }

  static std::int64_t places(const Trade& trade) {
    const std::int64_t people = trade.people();
    if (trade.margin() > 600 && trade.glut() < 5'000) return people + 2 + people / 15;
    if (trade.margin() < 0 || trade.glut() > 15'000) return people - std::max<std::int64_t>(1, people / 15);
    return people;
  }
};

}  // namespace

StrategyEntry cost_cutter() {
  return entry_of<CostCutter>("cost-cutter", kCapitalists, "shaves wages until people leave, keeps what is saved");
}

}  // namespace tt::tournament
