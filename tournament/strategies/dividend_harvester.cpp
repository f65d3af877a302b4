// Profits are for taking: pays out whatever is beyond two weeks of wages, lives well on it, and founds another
// enterprise in the best-paying trade as soon as the purse allows. Breadth instead of size.
#include <algorithm>

#include "rules/state/constants.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::size_t kMostEnterprises = 4;

class DividendHarvester final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 9'500, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) {
      actions.emplace_back(trade.production());
      trade.equip(actions);
      trade.settle(actions);
      actions.emplace_back(trade.work(wage(world, trade), trade.staffing(1'200)));
      const Mils fortnight = 2 * std::max<std::int64_t>(4, trade.people()) * trade.wage();
      if (trade.cash() > fortnight && trade.may_pay_out())
        actions.emplace_back(DeclareDividend{trade.id(), (trade.cash() - fortnight) / 2});
    }
    desk_.found_another(world, mine, kMostEnterprises, actions);
    return actions;
  }

 private:
  Desk desk_;

  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils usual = part(usual_pay(world), trade.people() < 4 ? 10'300 : 9'700);
    return trade.wage() + (usual - trade.wage()) / 6;
  }
};

}  // namespace

StrategyEntry dividend_harvester() {
  return entry_of<DividendHarvester>("dividend-harvester", kCapitalists,
                                     "takes profits out and founds further enterprises");
}

}  // namespace tt::tournament
