// High wages: pays enough above the usual to draw people away from everybody else, up to what one more of them brings
// in. Gives up margin for size; wins by the livelihood of many well-paid people.
#include <algorithm>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kAboveUsual = 10'100;          ///< a little, so that everybody who looks sees it
constexpr Bp kGrowth = 250;                 ///< in a tick, twice what is usual
constexpr Bp kResearch = 200;               ///< of the working time
constexpr std::int64_t kWeeksKept = 3;      ///< of wages in the till
constexpr std::int64_t kSafeWeeks = 8'000;  ///< of wages in the till, in bp: below, no more growth
constexpr std::size_t kMostEnterprises = 4;

class Poacher final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 9'000, actions);
    bool first = true;
    for (const Trade& trade : desk_.headed_by(world, mine)) {
      actions.emplace_back(trade.production(kGrowth));
      trade.equip(actions);
      trade.look_ahead(kResearch, actions);
      trade.settle(actions);
      actions.emplace_back(trade.work(wage(world, trade), trade.staffing(2'000, kGrowth)));
      const Mils kept = kWeeksKept * std::max<std::int64_t>(2, trade.people()) * trade.wage();
      if (trade.cash() > kept && trade.may_pay_out())
        actions.emplace_back(DeclareDividend{trade.id(), (trade.cash() - kept) / 3});
      // Savings become wages before anybody goes unpaid.
      if (first && trade.weeks_of_wages() < kSafeWeeks && mine.cash > trade.people() * trade.wage())
        actions.emplace_back(Invest{trade.id(), mine.cash / 3});
      first = false;
    }
    desk_.found_another(world, mine, kMostEnterprises, actions);
    return actions;
  }

 private:
  Desk desk_;

  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils drawing = part(usual_pay(world), kAboveUsual);
    const Mils bearable = part(trade.worth_of_one(), 10'000);
    // Rich tills may pay beyond what work brings in; poor ones follow it down, slowly.
    const Mils aim = trade.weeks_of_wages() > 20'000 ? drawing : std::min(drawing, bearable);
    return trade.wage() + std::clamp<Mils>(aim - trade.wage(), -trade.wage() / 50, trade.wage() / 25);
  }
};

}  // namespace

StrategyEntry poacher() {
  return entry_of<Poacher>("poacher", kCapitalists, "pays above the usual to draw people away, grows fast");
}

}  // namespace tt::tournament
