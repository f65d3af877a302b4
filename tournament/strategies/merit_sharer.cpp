// To each by contribution: works hard, and wants the surplus paid out by what everybody contributes, so that others
// work hard too.
#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kHardWork = 11'000;  ///< beyond, toil costs more livelihood than a member's part of the result brings

class MeritSharer final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    live(world, mine, desk_, kHardWork, 2'000, actions);
    const auto member = membership_of(world, mine);
    if (!member) return actions;
    vote(*member, judge, actions);
    if (!is_assembly_day(world, mine)) return actions;
    propose_merit(*member, kOne, 1'500, actions);
    propose_split(*member, {7'500, 1'500, 1'000}, actions);
    return actions;
  }

 private:
  Desk desk_;

  static Mils judge(const MotionRow& motion) {
    if (const auto* const merit = std::get_if<ChangeMerit>(&motion.change))
      return merit->merit - std::get<ChangeMerit>(motion.current).merit;
    return motion.effect_on_me;
  }
};

}  // namespace

StrategyEntry merit_sharer() {
  return entry_of<MeritSharer>("merit-sharer", kMembers, "works hard and wants surplus shared by contribution");
}

}  // namespace tt::tournament
