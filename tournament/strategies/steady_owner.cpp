// Plays the way careful owners do: pays a little under the usual and never more than work brings in, grows while there
// is a margin, keeps three weeks of wages in the till and takes out some of what is beyond. The measure for the others.
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr OwnersWay kWay{.on_machines = 3'500, .research = 250};
constexpr std::size_t kMostEnterprises = 4;

class SteadyOwner final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 9'000, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) trade.run(kWay, trade.careful_wage(9'900), actions);
    desk_.found_another(world, mine, kMostEnterprises, actions);
    return actions;
  }

 private:
  Desk desk_;
};

}  // namespace

StrategyEntry steady_owner() {
  return entry_of<SteadyOwner>("steady-owner", kCapitalists, "pays what is usual and grows while there is a margin");
}

}  // namespace tt::tournament
