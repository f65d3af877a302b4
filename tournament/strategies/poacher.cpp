// High wages: pays enough above the usual to draw people away from everybody else, up to what one more of them brings
// in. Gives up margin for size; wins by the livelihood of many well-paid people.
#include <algorithm>

#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr Bp kAboveUsual = 10'600;  ///< people move for 4 % more; a little beyond, so that everybody who looks does
constexpr std::int64_t kSafeWeeks = 8'000;  ///< of wages in the till, in bp: below, no more growth

class Poacher final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t) override {
    std::vector<Action> actions;
    spend(mine, 0, actions);
    bool first = true;
    for (const Trade& trade : headed_by(world, mine)) {
      actions.emplace_back(trade.production(8'600));
      trade.equip(actions);
      actions.emplace_back(trade.work(wage(world, trade), places(trade)));
      // Savings become wages before anybody goes unpaid.
      if (first && trade.weeks_of_wages() < kSafeWeeks && mine.cash > trade.people() * trade.wage())
        actions.emplace_back(Invest{trade.id(), mine.cash / 3});
      first = false;
    }
    return actions;
  }

 private:
  static Mils wage(const PublicView& world, const Trade& trade) {
    const Mils drawing = part(usual_pay(world), kAboveUsual);
    const Mils bearable = part(trade.worth_of_one_more(), 10'200);
    // Rich tills may pay beyond what work brings in; poor ones follow it down, slowly.
    const Mils aim = trade.weeks_of_wages() > 20'000 ? drawing : std::min(drawing, bearable);
    return trade.wage() + std::clamp<Mils>(aim - trade.wage(), -trade.wage() / 50, trade.wage() / 25);
  }

  static std::int64_t places(const Trade& trade) {
    const std::int64_t people = trade.people();
    if (trade.weeks_of_wages() > kSafeWeeks && trade.glut() < 8'000 && trade.margin() > -500)
      return people + 2 + people / 6;
    if (trade.weeks_of_wages() < 4'000 || trade.glut() > 15'000) return people - std::max<std::int64_t>(1, people / 20);
    return people;
  }
};

}  // namespace

StrategyEntry poacher() {
  return entry_of<Poacher>("poacher", kCapitalists, "pays above the usual to draw people away, grows fast");
}

}  // namespace tt::tournament
