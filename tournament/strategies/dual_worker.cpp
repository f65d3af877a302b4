// Two jobs: a main one, best a member's, whose share of the surplus comes with membership, and part of the week where
// the wage is highest, wherever both allow it. Moves when another pair pays more.
#include <algorithm>
#include <array>

#include "rules/state/constants.hpp"
#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::array<Setting, 1> kSettings{{{"second_share", 4'000, kLeastSecondShare, kMostSecondShare,
                                             "part of the working time in the second job, in bp"}}};
constexpr Bp kWorthTheTrouble = 10'400;
constexpr Bp kWorthAChange = 10'100;

class DualWorker final : public Strategy {
 public:
  explicit DualWorker(const Values& values) : share_(static_cast<Bp>(values[0])) {}

  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    if (mine.effort != kOne) actions.emplace_back(SetEffort{kOne});
    spend(mine, 3'000, actions);
    const bool votes = has_been_here(world, mine);
    if (const auto member = membership_of(world, mine); member && votes) {
      vote(*member, judge, actions);
      if (!member->newcomer && !member->row.dual_work && is_assembly_day(world, mine))
        propose(*member, ChangeDualWork{true}, actions);
    }
    if (!look_for_a_place(world, mine, actions)) look_for_a_second(world, mine, actions);
    return actions;
  }

 private:
  /// The usual probation of new members: whoever moves as often as this one is on it more often than not.
  static constexpr Tick kProbation = 13;

  Bp share_;
  EnterpriseId place_;
  Tick since_ = 0;  ///< the tick from which one has a vote there

  /// Whether the present place has been one's own for long enough to have a vote there.
  bool has_been_here(const PublicView& world, const PrivateView& mine) {
    const bool first = !place_.exists() && mine.productivity == kOne;
    if (mine.employer != place_) since_ = first ? 0 : world.world.tick + kProbation;
    place_ = mine.employer;
    return world.world.tick >= since_;
  }

  static Mils judge(const MotionRow& motion) {
    if (const auto* const change = std::get_if<ChangeDualWork>(&motion.change)) return change->allowed ? 1 : -1;
    return motion.effect_on_me;
  }

  static const EnterpriseRow* row_of(const PublicView& world, EnterpriseId id) {
    for (const EnterpriseRow& row : world.enterprises)
      if (row.enterprise == id && row.open) return &row;
    return nullptr;
  }
  static Mils base_pay(const EnterpriseRow& row) { return part(row.wage, row.hours); }

  /// The best-paid enterprise beside `main` that would take a part of the week; null where there is none.
  static const EnterpriseRow* best_second(const PublicView& world, const PrivateView& mine, const EnterpriseRow& main) {
    const EnterpriseRow* best = nullptr;
    if (!main.dual_work) return nullptr;
    for (const EnterpriseRow& row : world.enterprises) {
      const bool mine_already = row.enterprise == mine.second_job;
      if (!row.open || !row.dual_work || row.enterprise == main.enterprise || row.dispute == Dispute::kStrike) continue;
      if (!mine_already && row.places <= row.workers + row.second_hands) continue;
      if (best == nullptr || base_pay(row) > base_pay(*best)) best = &row;
    }
    return best;
  }

  /// What working at `main` brings, with the best second job to it.
  [[nodiscard]] Mils worth(const PublicView& world, const PrivateView& mine, const EnterpriseRow& main) const {
    const EnterpriseRow* const second = best_second(world, mine, main);
    if (second == nullptr) return main.expected_pay;
    return std::max(main.expected_pay, part(main.expected_pay, kOne - share_) + part(base_pay(*second), share_));
  }

  bool look_for_a_place(const PublicView& world, const PrivateView& mine, std::vector<Action>& actions) const {
    const EnterpriseRow* const present = row_of(world, mine.employer);
    Mils least = present == nullptr ? 0 : part(worth(world, mine, *present), kWorthTheTrouble);
    EnterpriseId best;
    for (const EnterpriseRow& row : world.enterprises) {
      if (!row.open || row.places <= row.workers || row.enterprise == mine.employer) continue;
      const Mils pays = worth(world, mine, row);
      if (pays <= least) continue;
      least = pays;
      best = row.enterprise;
    }
    if (best.exists()) actions.emplace_back(ApplyForWork{best});
    return best.exists();
  }

  void look_for_a_second(const PublicView& world, const PrivateView& mine, std::vector<Action>& actions) const {
    const EnterpriseRow* const main = row_of(world, mine.employer);
    if (main == nullptr) return;
    const EnterpriseRow* const second = best_second(world, mine, *main);
    const bool pays = second != nullptr && base_pay(*second) > part(main->expected_pay, kWorthAChange);
    if (pays && second->enterprise != mine.second_job)
      actions.emplace_back(SetSecondJob{second->enterprise, share_});
    else if (!pays && mine.second_job.exists())
      actions.emplace_back(SetSecondJob{mine.second_job, 0});
  }
};

}  // namespace

StrategyEntry dual_worker() {
  return entry_of<DualWorker>("dual-worker", kWorkers, "a place in one enterprise and part of the week in another",
                              kSettings);
}

}  // namespace tt::tournament
