// Machines instead of people: puts what can be spared, and what the bank lends on it, into machines and into finding
// out what they can do. Nobody is dismissed for them: who leaves is not replaced. Wins by progress and by what machines
// earn.
#include <algorithm>
#include <array>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::array<Setting, 2> kSettings{
    {{"machines", 8'000, 0, 10'000, "part of what can be spared that goes into each kind of machines, in bp"},
     {"research", 500, 0, 3'000, "part of the working time for research, in bp"}}};
constexpr std::int64_t kWeeksKept = 5;         ///< of wages, so that there is something to buy machines with
constexpr std::int64_t kBorrowBelow = 25'000;  ///< weeks of wages in the till, in bp
constexpr std::int64_t kRepayAbove = 50'000;
constexpr Tick kTooLateToBorrow = 20;  ///< ticks before the end in which machines no longer pay for themselves
constexpr std::size_t kMostEnterprises = 3;

class Automator final : public Strategy {
 public:
  explicit Automator(const Values& values)
      : way_{.on_machines = static_cast<Bp>(values[0]),
             .research = static_cast<Bp>(values[1]),
             .weeks_kept = kWeeksKept} {}

  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 9'000, actions);
    for (const Trade& trade : desk_.headed_by(world, mine)) {
      trade.run(way_, trade.careful_wage(10'000), actions);
      finance(world, trade, actions);
    }
    desk_.found_another(world, mine, kMostEnterprises, actions);
    return actions;
  }

 private:
  Desk desk_;
  OwnersWay way_;

  /// Borrows while machines are wanted that the till cannot pay for, and pays back out of plenty.
  static void finance(const PublicView& world, const Trade& trade, std::vector<Action>& actions) {
    const DebtRow& debt = trade.books().debt;
    const Mils wages = std::max<Mils>(1, trade.people() * trade.wage());
    const bool early = world.world.tick + kTooLateToBorrow < world.world.final_tick;
    const bool wants = std::any_of(trade.books().machines.begin(), trade.books().machines.end(),
                                   [](const MachinesRow& row) { return row.done < part(row.reach, 9'000); });
    if (debt.loan > 0 && trade.weeks_of_wages() > kRepayAbove)
      actions.emplace_back(Repay{trade.id(), std::min(debt.loan, trade.cash() / 4)});
    else if (early && wants && trade.people() > 0 && trade.weeks_of_wages() < kBorrowBelow && debt.may_borrow / 4 > 0)
      actions.emplace_back(Borrow{trade.id(), std::min(debt.may_borrow / 4, wages)});
  }
};

}  // namespace

StrategyEntry automator() {
  return entry_of<Automator>("automator", kCapitalists, "puts savings and credit into machines and research",
                             kSettings);
}

}  // namespace tt::tournament
