// Works where it pays most: watches what every enterprise is expected to pay and moves when it is worth the trouble.
#include "rules/state/constants.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kWorthTheTrouble = 10'300;

class PaySeeker final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    if (mine.effort != kOne) actions.emplace_back(SetEffort{kOne});
    spend(mine, 3'000, actions);
    Mils best_pay = part(pay_at(world, mine.employer), kWorthTheTrouble);
    EnterpriseId best;
    for (const EnterpriseRow& row : world.enterprises) {
      if (!row.open || row.places <= row.workers || row.enterprise == mine.employer) continue;
      if (row.expected_pay <= best_pay) continue;
      best_pay = row.expected_pay;
      best = row.enterprise;
    }
    if (best.exists()) actions.emplace_back(ApplyForWork{best});
    return actions;
  }

 private:
  static Mils pay_at(const PublicView& world, EnterpriseId id) {
    for (const EnterpriseRow& row : world.enterprises)
      if (row.enterprise == id && row.open) return row.expected_pay;
    return 0;
  }
};

}  // namespace

StrategyEntry pay_seeker() {
  return entry_of<PaySeeker>("pay-seeker", kWorkers, "takes the best-paid open place there is");
}

}  // namespace tt::tournament
