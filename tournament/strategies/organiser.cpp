// The assembly is the lever: proposes admissions while goods sell, a base wage near what a head brings in, stands for
// manager when the better for it, and never misses a vote.
#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

class Organiser final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    live(world, mine, desk_, kOne, 2'000, actions);
    const auto member = membership_of(world, mine);
    if (!member) return actions;
    vote(*member, judge, actions);
    organise(*member, world, mine, actions);
    return actions;
  }

 private:
  Desk desk_;

  /// More members are more livelihood in the enterprise; else what it means for one's own pay.
  static Mils judge(const MotionRow& motion) {
    if (const auto* const change = std::get_if<ChangePlaces>(&motion.change))
      return static_cast<Mils>(change->places) - static_cast<Mils>(std::get<ChangePlaces>(motion.current).places);
    return motion.effect_on_me;
  }
};

}  // namespace

StrategyEntry organiser() {
  return entry_of<Organiser>("organiser", kMembers, "proposes admissions, base wage and manager, never misses a vote");
}

}  // namespace tt::tournament
