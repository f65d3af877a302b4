#include "rules/simulated/borrowing.hpp"

#include <algorithm>

#include "rules/actions/perform.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/offer.hpp"

namespace tt::rules {
namespace {

constexpr Mils kBridgeWeeks = 2;          ///< of pay, up to which a bridging loan fills the till
constexpr Mils kFlushWeeks = 4;           ///< of pay, above which cash repays
constexpr std::int64_t kOverRate = 2;     ///< profit on assets must be so many times the interest to grow on credit
constexpr Bp kLeastWorthStaying = 5'000;  ///< of usual pay, for which the most patient would stay as members
constexpr std::int64_t kSpread = 3'000;

}  // namespace

void borrow_or_repay(World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  const auto act = [&](const Action& action) { static_cast<void>(act_at_close(world, firms.head[id], action)); };
  const Mils pay = base_pay(world, id) * firms.workers[id];
  const Mils cash = firms.cash[id];
  const Mils flush = kFlushWeeks * pay;
  if (firms.loan[id] > 0 && cash > flush) {
    act(Repay{id, std::min(firms.loan[id], (cash - flush) / 2 + 1)});
    return;
  }
  const Mils room = head_may_borrow(world, id);
  if (room == 0 || pay == 0) return;
  if (cash < pay) {
    act(Borrow{id, std::min(room, kBridgeWeeks * pay - cash)});
    return;
  }
  // To grow: more cash means more places and machines, which the till sets a limit to.
  if (firms.loan[id] > 0 || cash >= flush) return;
  const Mils assets = std::max<Mils>(1, enterprise_worth(world, id) + debts_of(world, id));
  const std::int64_t yields = mul_div(kTicksAYear * firms.profit_average[id], kOne, assets);
  const Mils wanted = std::min(room / 2, flush - cash);
  if (yields >= kOverRate * loan_rate(world) && wanted > pay / 2) act(Borrow{id, wanted});
}

bool would_rescue(const World& world, EnterpriseId id, HouseholdId person) {
  const auto& firms = world.enterprises;
  const Mils people = std::max<Mils>(1, firms.workers[id]);
  const Mils added = firms.profit_average[id] / people + base_pay(world, id);  // a head, before pay
  const Dice lifelong{world.seed, 0};
  const std::int64_t patience = kLeastWorthStaying + lifelong.below(kSpread, Stream::kCredit, person.value, 2);
  return added >= std::max(benefit(world), share_of(world.mean_pay, patience));
}

}  // namespace tt::rules
