// Tomorrow before today: keeps surplus in accounts and the common reserve, puts its own savings in as well, and admits
// new members while their work finds buyers.
#include <algorithm>

#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::int64_t kPurseWeeks = 6;  ///< of usual pay held back from what is put in

class Reinvestor final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    live(world, mine, desk_, kOne, 2'000, actions);
    const auto member = membership_of(world, mine);
    if (!member) return actions;
    vote(*member, judge, actions);
    // Own savings carry the co-operative over a thin week; they stay one's own, in the account.
    const Mils spare = mine.cash - kPurseWeeks * usual_pay(world);
    const Mils fortnight = 2 * member->people() * member->assembly.base_wage;
    if (spare > 0 && member->books.cash < fortnight)
      actions.emplace_back(Invest{member->assembly.enterprise, spare / 2});
    if (!is_assembly_day(world, mine)) return actions;
    propose_split(*member, {2'500, 4'000, 3'500}, actions);
    if (member->sells_out())
      propose(*member, ChangePlaces{static_cast<std::uint32_t>(std::min<std::int64_t>(80, member->people() + 2))},
              actions);
    return actions;
  }

 private:
  Desk desk_;

  static Mils judge(const MotionRow& motion) {
    if (const auto* const change = std::get_if<ChangeSplit>(&motion.change))
      return std::get<ChangeSplit>(motion.current).split.distribution - change->split.distribution;
    if (std::holds_alternative<ChangePlaces>(motion.change)) return 1;
    return motion.effect_on_me;
  }
};

}  // namespace

StrategyEntry reinvestor() {
  return entry_of<Reinvestor>("reinvestor", kMembers, "keeps surplus in accounts and reserve, grows from it");
}

}  // namespace tt::tournament
