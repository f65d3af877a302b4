// Profits are for taking: pays out whatever is beyond two weeks of wages, lives frugally on it, and founds another
// enterprise in the best-paying trade as soon as the purse allows. Breadth instead of size.
#include <algorithm>
#include <string>

#include "rules/state/constants.hpp"
#include "rules/state/industry.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::size_t kMostEnterprises = 4;
constexpr std::int64_t kWeeksToFound = 12;  ///< of usual pay: four people's wages for three ticks
constexpr Tick kTooLateToFound = 15;        ///< ticks before the end in which a new one no longer pays

class DividendHarvester final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 2'000, actions);
    for (const Trade& trade : headed_by(world, mine)) {
      actions.emplace_back(trade.production());
      trade.equip(actions);
      actions.emplace_back(trade.work(wage(world, trade), places(trade)));
      const Mils fortnight = 2 * std::max<std::int64_t>(4, trade.people()) * trade.wage();
      if (trade.cash() > fortnight) actions.emplace_back(DeclareDividend{trade.id(), (trade.cash() - fortnight) / 2});
    }
    found_another(world, mine, actions);
    return actions;
  }

 private:
  Tick founded_last_ = 0;

  void found_another(const PublicView& world, const PrivateView& mine, std::vector<Action>& actions) {
    const Mils capital = std::max(world.world.min_capital, kWeeksToFound * usual_pay(world));
    const Tick now = world.world.tick;
    if (mine.cash < capital || mine.books.size() >= kMostEnterprises) return;
    if (now < founded_last_ + 6 || now + kTooLateToFound > world.world.final_tick) return;
    founded_last_ = now;
    // Person and tick make the name unique.
    const std::string name = "Branch " + std::to_string(mine.household.value) + "-" + std::to_string(now);
    actions.emplace_back(FoundEnterprise{name, Form::kProprietary, best_trade(world), capital});
  }

  /// The good that fetches most for the work in it.
  static Good best_trade(const PublicView& world) {
    const Mils materials = world.markets[index_of(Good::kMaterials)].price;
    const auto added = [&](Good good) {
      return world.markets[index_of(good)].price - industry_of(good).materials_for(materials);
    };
    return *std::max_element(kAllGoods.begin(), kAllGoods.end(), [&](Good a, Good b) { return added(a) < added(b); });
  }

  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils usual = part(usual_pay(world), trade.people() < 4 ? 10'300 : 9'700);
    return trade.wage() + (usual - trade.wage()) / 6;
  }

  static std::int64_t places(const Trade& trade) {
    const std::int64_t people = trade.people();
    if (people < 4) return 4;
    if (trade.margin() > 400 && trade.glut() < 5'000) return people + 1 + people / 12;
    if (trade.margin() < -300 || trade.glut() > 15'000) return people - std::max<std::int64_t>(1, people / 15);
    return people;
  }
};

}  // namespace

StrategyEntry dividend_harvester() {
  return entry_of<DividendHarvester>("dividend-harvester", kCapitalists,
                                     "takes profits out and founds further enterprises");
}

}  // namespace tt::tournament
