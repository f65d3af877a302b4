// Land for all: has its co-operative give a part of the surplus to the commons, which buy land that co-operatives use
// free of rent, and gives of its own savings while its own people are short of room. Otherwise it works in the assembly
// as an organiser does.
#include <array>

#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::array<Setting, 2> kSettings{
    {{"commons", 1'000, 0, 5'000, "part of the surplus for common land, in bp"},
     {"gift", 300, 0, 5'000, "part of the purse given in a tick while room is short, in bp"}}};
constexpr std::int64_t kPurseWeeks = 8;  ///< of usual pay, not given away
constexpr Tick kTooLateToGive = 26;      ///< ticks before the end in which land bought no longer helps much

class CommonsBuilder final : public Strategy {
 public:
  explicit CommonsBuilder(const Values& values)
      : commons_(static_cast<Bp>(values[0])), gift_(static_cast<Bp>(values[1])) {}

  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    live(world, mine, desk_, kOne, 2'000, actions);
    const auto member = membership_of(world, mine);
    if (!member) return actions;
    vote(*member, judge, actions);
    organise(*member, world, mine, actions);
    give(*member, world, mine, actions);
    if (is_assembly_day(world, mine)) propose_split(*member, {8'000 - commons_, 1'500, 500, commons_}, actions);
    return actions;
  }

 private:
  Desk desk_;
  Bp commons_;
  Bp gift_;

  void give(const Membership& member, const PublicView& world, const PrivateView& mine,
            std::vector<Action>& actions) const {
    const Mils spare = mine.cash - kPurseWeeks * usual_pay(world);
    const bool short_of_room = member.books.site.room < member.people();
    const Mils gift = part(spare, gift_);
    if (short_of_room && gift > 0 && world.world.tick + kTooLateToGive < world.world.final_tick)
      actions.emplace_back(BackCommons{gift});
  }

  static Mils judge(const MotionRow& motion) {
    if (const auto* const change = std::get_if<ChangeSplit>(&motion.change))
      return change->split.commons - std::get<ChangeSplit>(motion.current).split.commons;
    if (const auto* const change = std::get_if<ChangePlaces>(&motion.change))
      return static_cast<Mils>(change->places) - static_cast<Mils>(std::get<ChangePlaces>(motion.current).places);
    return motion.effect_on_me;
  }
};

}  // namespace

StrategyEntry commons_builder() {
  return entry_of<CommonsBuilder>("commons-builder", kMembers, "gives to the commons, whose land members use free",
                                  kSettings);
}

}  // namespace tt::tournament
