// Everybody counts the same: wants surplus paid out, in equal parts, and a high base wage. Votes for what raises the
// pay of the members, whoever they are.
#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

struct Judge {
  Mils effect_on_me;

  Mils operator()(const ChangeMerit&) const { return 0; }  // see below: it is the direction that counts
  Mils operator()(const ChangePlaces&) const { return 1; }
  template <class Other>
  Mils operator()(const Other&) const {
    return effect_on_me;
  }
};

class EqualSharer final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    live(world, mine, desk_, kOne, 2'000, actions);
    const auto member = membership_of(world, mine);
    if (!member) return actions;
    vote(*member, judge, actions);
    if (!is_assembly_day(world, mine)) return actions;
    propose_merit(*member, 0, 1'500, actions);
    propose_split(*member, {8'000, 1'500, 500}, actions);
    const Mils affordable = part(member->value_added_per_head(), 9'000);
    if (affordable > part(member->assembly.base_wage, 10'200))
      propose(*member, ChangeBaseWage{(member->assembly.base_wage + affordable) / 2}, actions);
    return actions;
  }

 private:
  Desk desk_;

  static Mils judge(const MotionRow& motion) {
    if (const auto* const merit = std::get_if<ChangeMerit>(&motion.change))
      return std::get<ChangeMerit>(motion.current).merit - merit->merit;
    return std::visit(Judge{motion.effect_on_me}, motion.change);
  }
};

}  // namespace

StrategyEntry equal_sharer() {
  return entry_of<EqualSharer>("equal-sharer", kMembers, "pays surplus out to all members alike, and a high base wage");
}

}  // namespace tt::tournament
