// Plays the way careful owners do: pays a little under the usual and never more than work brings in, grows while there
// is a margin, keeps two months of wages in the till and takes out some of what is beyond. The measure for the others.
#include <algorithm>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

class SteadyOwner final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 1'000, actions);
    for (const Trade& trade : headed_by(world, mine)) {
      actions.emplace_back(trade.production());
      trade.equip(actions);
      actions.emplace_back(trade.work(wage(world, trade), places(trade)));
      const Mils kept = 8 * std::max<std::int64_t>(2, trade.people()) * trade.wage();
      if (trade.cash() > kept) actions.emplace_back(DeclareDividend{trade.id(), (trade.cash() - kept) / 8});
    }
    return actions;
  }

 private:
  /// A tenth of the way each tick, in either direction.
  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils aim = std::min(part(usual_pay(world), 9'600), part(trade.worth_of_one_more(), 9'500));
    return trade.wage() + (aim - trade.wage()) / 10;
  }

  static std::int64_t places(const Trade& trade) {
    const std::int64_t people = trade.people();
    if (trade.margin() > 300 && trade.glut() < 5'000 && trade.weeks_of_wages() > 10'000)
      return people + 1 + people / 12;
    if (trade.margin() < -500 || trade.glut() > 15'000) return people - std::max<std::int64_t>(1, people / 20);
    return people;
  }
};

}  // namespace

StrategyEntry steady_owner() {
  return entry_of<SteadyOwner>("steady-owner", kCapitalists, "pays what is usual and grows while there is a margin");
}

}  // namespace tt::tournament
