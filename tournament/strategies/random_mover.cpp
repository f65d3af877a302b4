// Acts by chance, within what the rules allow as far as it can see: shows how much of a standing is luck, and shakes
// the rules. Its chance comes from its own seed alone.
#include <algorithm>

#include "rules/core/random.hpp"
#include "rules/state/constants.hpp"
#include "tournament/strategies/assembly.hpp"
#include "tournament/strategies/trade.hpp"
#include "tournament/strategy.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

class Chance {
 public:
  Chance(std::uint64_t seed, Tick tick) : state_(mix(seed ^ mix(tick))) {}
  /// In least … most.
  std::int64_t between(std::int64_t least, std::int64_t most) {
    state_ = mix(state_);
    return least + static_cast<std::int64_t>(state_ % static_cast<std::uint64_t>(most - least + 1));
  }

 private:
  std::uint64_t state_;
};

class RandomMover final : public Strategy {
 public:
  std::vector<Action> decide(const PublicView& world, const PrivateView& mine, std::uint64_t bot_seed) override {
    Chance chance(bot_seed, world.world.tick);
    std::vector<Action> actions;
    for (const Trade& trade : desk_.headed_by(world, mine)) head(trade, world, chance, actions);
    if (const auto member = membership_of(world, mine)) belong(*member, chance, actions);
    if (chance.between(0, 4) == 0)
      actions.emplace_back(SetEffort{static_cast<Bp>(chance.between(kMinEffort, kMaxEffort))});
    if (chance.between(0, 4) == 0) actions.emplace_back(SetSpending{static_cast<Bp>(chance.between(0, kMaxSpending))});
    if (chance.between(0, 9) == 0) shop(world, mine, chance, actions);
    return actions;
  }

 private:
  Desk desk_;

  static void head(const Trade& trade, const PublicView& world, Chance& chance, std::vector<Action>& actions) {
    actions.emplace_back(trade.production(static_cast<Bp>(chance.between(0, 500))));
    trade.equip(actions);
    if (trade.row().form != Form::kProprietary) return;
    const Mils wage = part(usual_pay(world), chance.between(8'000, 12'000));
    actions.emplace_back(trade.work(wage, trade.people() + chance.between(-2, 3)));
    if (chance.between(0, 3) == 0 && trade.cash() > 0 && trade.may_pay_out())
      actions.emplace_back(DeclareDividend{trade.id(), chance.between(0, trade.cash() / 4)});
  }

  static void belong(const Membership& member, Chance& chance, std::vector<Action>& actions) {
    vote(
        member, [&](const MotionRow&) { return chance.between(-1, 1); }, actions);
    switch (chance.between(0, 15)) {
      case 0:
        return propose(member, ChangeMerit{static_cast<Bp>(chance.between(0, kOne))}, actions);
      case 1:
        return propose(member, ChangeBaseWage{part(member.assembly.base_wage, chance.between(9'000, 11'000)) + 1},
                       actions);
      case 2: {
        const auto distribution = static_cast<Bp>(chance.between(0, kOne));
        const auto accounts = static_cast<Bp>(chance.between(0, kOne - distribution));
        return propose(member, ChangeSplit{{distribution, accounts, kOne - distribution - accounts}}, actions);
      }
      case 3:
        return propose(member, ChangePlaces{static_cast<std::uint32_t>(member.people() + chance.between(0, 4))},
                       actions);
    }
  }

  static void shop(const PublicView& world, const PrivateView& mine, Chance& chance, std::vector<Action>& actions) {
    const Good good = kAllGoods[static_cast<std::size_t>(chance.between(0, kGoods - 1))];
    const Mils limit = std::max<Mils>(1, part(world.markets[index_of(good)].price, chance.between(8'000, 12'000)));
    const Lots affordable = std::min<Lots>(50, mine.cash / limit);
    if (affordable > 0) actions.emplace_back(PlaceOrder{good, Side::kBuy, chance.between(1, affordable), limit});
    const Lots held = mine.stock[index_of(good)];
    if (held > 0) actions.emplace_back(PlaceOrder{good, Side::kSell, chance.between(1, held), limit});
  }
};

}  // namespace

StrategyEntry random_mover() {
  return entry_of<RandomMover>("random", kEveryone, "acts by chance within the rules");
}

}  // namespace tt::tournament
