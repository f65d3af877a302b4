// The assembly is the lever: proposes admissions while goods sell, a base wage near what a head brings in, stands for
// manager when the better for it, and never misses a vote.
#include <algorithm>

#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::int64_t kMostMembers = 60;  ///< past forty a site adds half: beyond this, newcomers cost the others

class Organiser final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    live(world, mine, kOne, 1'000, actions);
    const auto member = membership_of(world, mine);
    if (!member) return actions;
    vote(*member, judge, actions);
    invite(*member, actions);
    if (is_assembly_day(world, mine)) bring_before(*member, mine, actions);
    return actions;
  }

 private:
  /// Room for a few more, as long as what they make does not pile up. The simulated members would shut the door again
  /// whenever it is left ajar, so this comes up at every assembly.
  static void invite(const Membership& member, std::vector<Action>& actions) {
    const std::int64_t people = member.people();
    if (people < kMostMembers && member.row.stock < member.row.sold)
      propose(member, ChangePlaces{static_cast<std::uint32_t>(people + 4)}, actions);
  }

  static void bring_before(const Membership& member, const PrivateView& mine, std::vector<Action>& actions) {
    const Mils wage = member.assembly.base_wage;
    const Mils affordable = part(member.value_added_per_head(), 9'300);
    const Mils step = std::clamp<Mils>((affordable - wage) / 2, -wage / 25, wage / 20);
    if (step > wage / 100 || step < -wage / 100)
      propose(member, ChangeBaseWage{std::max<Mils>(1, wage + step)}, actions);
    stand_for_manager(member, mine, actions);
  }

  /// A more able head wastes less, and the members can be shown it.
  static void stand_for_manager(const Membership& member, const PrivateView& mine, std::vector<Action>& actions) {
    if (member.books.may_manage) return;
    const auto head = std::find_if(member.assembly.members.begin(), member.assembly.members.end(),
                                   [&](const MemberRow& row) { return row.household == member.assembly.manager; });
    if (head == member.assembly.members.end() || mine.skill > head->skill)
      propose(member, ElectManager{mine.household}, actions);
  }

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
