// Owners and workers in one boat: passes shares to a trust of the people who work there, step by step, paid off out of
// the trust's own dividends, and pays dividends steadily. People who own a part work harder and stay; the head keeps
// the lead, and the rest.
#include <algorithm>
#include <array>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::array<Setting, 2> kSettings{
    {{"employee_share", 1'500, 500, 6'000, "part of all shares that the employees' trust shall hold, in bp"},
     {"price", 10'000, 0, 10'000, "asked for them, of what they are worth, in bp; 0 gives them away"}}};
constexpr OwnersWay kWay{.on_machines = 3'500, .research = 250, .weeks_kept = 2};
constexpr Bp kStep = 1'000;  ///< of all shares, in one offer
constexpr Tick kBetweenOffers = 4;
constexpr std::int64_t kLeastPeople = 4;  ///< a trust is of people who work there
constexpr std::size_t kMostEnterprises = 4;

class Symbiont final : public Strategy {
 public:
  explicit Symbiont(const Values& values) : wanted_(static_cast<Bp>(values[0])), price_(static_cast<Bp>(values[1])) {}

  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 9'000, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) {
      trade.run(kWay, trade.careful_wage(9'900), actions);
      if ((world.world.tick + trade.id().value) % kBetweenOffers == 0) share(mine, trade, actions);
    }
    desk_.found_another(world, mine, kMostEnterprises, actions);
    return actions;
  }

 private:
  Desk desk_;
  Bp wanted_;
  Bp price_;  ///< of worth

  /// The next step towards the part wanted, if the head stays the largest holder.
  void share(const PrivateView& mine, const Trade& trade, std::vector<Action>& actions) const {
    const EnterpriseRow& row = trade.row();
    const Bp step = std::min<Bp>(kStep, wanted_ - row.trust_part);
    const Lots passed = part(row.shares_issued, step);
    Lots next = 0;
    for (const Holding& holding : trade.books().largest_holders)
      if (holding.holder.exists() && holding.holder != mine.household) next = std::max(next, holding.shares);
    if (step <= 0 || passed == 0 || trade.people() < kLeastPeople || row.head_shares - passed <= next) return;
    actions.emplace_back(OfferEmployeeShares{trade.id(), step, part(row.share_worth, price_)});
  }
};

}  // namespace

StrategyEntry symbiont() {
  return entry_of<Symbiont>("symbiont", kCapitalists, "lets the people who work there own a part, and keeps the lead",
                            kSettings);
}

}  // namespace tt::tournament
