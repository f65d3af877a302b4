// From owner to one among owners: builds the enterprise up, works in it, then offers it to the people who work there
// for what they can pay off out of surplus, and stays as a member. Gives up shares for instalments, and a workforce for
// a co-operative that does not strike and that people do not leave.
#include <algorithm>
#include <array>

#include "rules/state/constants.hpp"
#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::array<Setting, 2> kSettings{
    {{"after", 20, 0, 1'000, "ticks of building up before the first offer"},
     {"price", 12'000, 8'000, 20'000, "asked, of what the shares are worth, in bp; less is asked if that is refused"}}};
constexpr OwnersWay kWay{.on_machines = 3'500, .research = 250, .weeks_kept = 2};
constexpr std::size_t kMostEnterprises = 3;
constexpr Tick kBetweenOffers = 4;
constexpr std::int64_t kLeastPeople = 4;
constexpr Bp kCheaperEachTime = 9'000;
constexpr Bp kCheapest = 8'000;  ///< of what the shares are worth

class Converter final : public Strategy {
 public:
  explicit Converter(const Values& values) : after_(static_cast<Tick>(values[0])), price_(static_cast<Bp>(values[1])) {}

  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    ++ticks_;
    if (const auto member = membership_of(world, mine)) {
      live(world, mine, desk_, kOne, 3'000, actions);
      vote(
          *member, [](const MotionRow& motion) { return motion.effect_on_me; }, actions);
      organise(*member, world, mine, actions);
      for (const Trade& trade : desk_.headed_by(world, mine))
        if (trade.row().form == Form::kProprietary) trade.run(kWay, trade.careful_wage(9'900), actions);
      return actions;
    }
    spend(mine, 9'000, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) {
      if (trade.row().form != Form::kProprietary) continue;
      join(mine, trade, actions);
      trade.run(kWay, trade.careful_wage(9'900), actions);
      offer(world, mine, trade, actions);
    }
    // Founding takes one away from the place of work, so it comes before.
    if (ticks_ <= after_) desk_.found_another(world, mine, kMostEnterprises, actions);
    if (sold_.exists() && !mine.employer.exists() && mine.books.empty()) follow(world, actions);
    return actions;
  }

 private:
  Desk desk_;
  Tick after_;
  Bp price_;
  Tick ticks_ = 0;
  Tick offered_last_ = 0;
  EnterpriseId sold_;  ///< or offered

  /// A place among the people, so as to be one of them when it becomes theirs.
  static void join(const PrivateView& mine, const Trade& trade, std::vector<Action>& actions) {
    if (!mine.employer.exists() && !mine.applied_to.exists() && trade.row().places > trade.row().workers)
      actions.emplace_back(ApplyForWork{trade.id()});
  }

  void offer(const PublicView& world, const PrivateView& mine, const Trade& trade, std::vector<Action>& actions) {
    const EnterpriseRow& row = trade.row();
    if (ticks_ <= after_ || trade.people() < kLeastPeople || mine.employer != trade.id()) return;
    if (row.buy_out_price > 0 || world.world.tick < offered_last_ + kBetweenOffers || row.share_worth <= 0) return;
    if (offered_last_ > 0) price_ = std::max(kCheapest, static_cast<Bp>(part(price_, kCheaperEachTime)));
    offered_last_ = world.world.tick;
    sold_ = trade.id();
    actions.emplace_back(OfferBuyOut{trade.id(), std::clamp<Mils>(part(row.share_worth, price_), 1, kMaxPrice), true});
  }

  /// Into the co-operative it has become, if it was left outside.
  void follow(const PublicView& world, std::vector<Action>& actions) const {
    for (const EnterpriseRow& row : world.enterprises)
      if (row.enterprise == sold_ && row.open && row.places > row.workers) actions.emplace_back(ApplyForWork{sold_});
  }
};

}  // namespace

StrategyEntry converter() {
  return entry_of<Converter>("converter", kCapitalists, "builds up, sells to the people who work there, stays a member",
                             kSettings);
}

}  // namespace tt::tournament
