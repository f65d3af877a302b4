// Workers of their own: saves what founding takes, founds a co-operative where work fetches most, admits others and
// runs it with them. The hybrid: starts for a wage, ends among owners.
#include <algorithm>
#include <string>

#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kFrugal = 2'000;
constexpr Tick kTooLateToFound = 12;    ///< ticks before the end in which a new one no longer pays
constexpr std::int64_t kWeeksKept = 1;  ///< of usual pay that stay in the purse

class CoFounder final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    const auto member = membership_of(world, mine);
    if (!member && found(world, mine, actions)) return actions;
    live(world, mine, desk_, kOne, kFrugal, actions);
    if (!member) return actions;
    vote(
        *member, [](const MotionRow& motion) { return motion.effect_on_me; }, actions);
    organise(*member, world, mine, actions);
    return actions;
  }

 private:
  Desk desk_;

  static bool found(const PublicView& world, const PrivateView& mine, std::vector<Action>& actions) {
    const Mils capital = mine.cash - kWeeksKept * usual_pay(world);
    const Tick now = world.world.tick;
    if (capital < world.world.min_capital || now + kTooLateToFound > world.world.final_tick) return false;
    // Person and tick make the name unique.
    const std::string name = "Fellowship " + std::to_string(mine.household.value) + "-" + std::to_string(now);
    actions.emplace_back(FoundEnterprise{name, Form::kCooperative, best_trade(world), capital});
    return true;
  }
};

}  // namespace

StrategyEntry co_founder() {
  return entry_of<CoFounder>("co-founder", kWorkers, "saves up, founds a co-operative and admits others");
}

}  // namespace tt::tournament
