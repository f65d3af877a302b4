// Plays the way most owners do: pays what is usual, grows while there is a margin, keeps a month of wages in the till
// and takes out what is beyond. The measure for the other capitalists.
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
    spend(mine, 5'000, actions);
    for (const Trade& trade : headed_by(world, mine)) {
      actions.emplace_back(trade.production());
      actions.emplace_back(trade.inputs());
      actions.emplace_back(trade.work(wage(world, trade), places(trade)));
      const Mils month = 4 * std::max<std::int64_t>(2, trade.people()) * trade.wage();
      if (trade.cash() > month) actions.emplace_back(DeclareDividend{trade.id(), (trade.cash() - month) / 4});
    }
    return actions;
  }

 private:
  /// A tenth of the way to the usual pay each tick, in either direction.
  static Mils wage(const PublicView& world, const Trade& trade) {
    return trade.wage() + (usual_pay(world) - trade.wage()) / 10;
  }

  static std::int64_t places(const Trade& trade) {
    const std::int64_t people = trade.people();
    if (trade.margin() > 300 && trade.glut() < 5'000 && trade.weeks_of_wages() > 10'000) return people + 1 + people / 12;
    if (trade.margin() < -500 || trade.glut() > 15'000) return people - std::max<std::int64_t>(1, people / 20);
    return people;
  }
};

}  // namespace

StrategyEntry steady_owner() {
  return entry_of<SteadyOwner>("steady-owner", kCapitalists, "pays what is usual and grows while there is a margin");
}

}  // namespace tt::tournament
