// Works where it pays most: watches what every enterprise is expected to pay and moves when it is worth the trouble.
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
    seek_pay(world, mine, kWorthTheTrouble, actions);
    return actions;
  }
};

}  // namespace

StrategyEntry pay_seeker() {
  return entry_of<PaySeeker>("pay-seeker", kWorkers, "takes the best-paid open place there is");
}

}  // namespace tt::tournament
