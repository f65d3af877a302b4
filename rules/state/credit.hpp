// What the mutual bank lends, to whom and at what rate. Nothing here looks at a spot price alone: a boom in prices must
// not lift what may be borrowed, or it feeds itself.
#pragma once

#include <algorithm>

#include "rules/state/constants.hpp"
#include "rules/state/wealth.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

inline constexpr Mils kTicksOfProfit = 40;     ///< of smoothed profit that a loan may come to
inline constexpr Mils kLoansOverCapital = 20;  ///< all loans together, of the bank's own money
inline constexpr Bp kCheapUse = 5'000;         ///< of the limit that may be lent before the rate rises
inline constexpr std::int64_t kDearest = 3;    ///< the rate's multiple when all is lent
inline constexpr Bp kIndebted = 3'000;         ///< of assets; who owes more pays nothing out
inline constexpr Tick kNoPayoutAfterLoan = 26;
inline constexpr std::int64_t kWeeksOwed = 2;         ///< of pay, beyond which wages owed are a failure to pay
inline constexpr std::uint16_t kTicksToReceiver = 3;  ///< of not paying: told in the first, two ticks ahead
inline constexpr std::uint16_t kTicksOfSale = 6;      ///< a receiver's, of stocks and land

/// Losses that the bank's own money did not cover: money still about that nobody owes. The bank's next income goes here
/// before depositors get any.
[[nodiscard]] inline Mils bank_shortfall(const World& world) {
  return world.credit - world.loans;
}

/// The bank's own money: what lending is bound to.
[[nodiscard]] inline Mils bank_capital(const World& world) {
  return std::max<Mils>(0, world.bank - bank_shortfall(world));
}

[[nodiscard]] inline Mils lending_limit(const World& world) {
  return kLoansOverCapital * bank_capital(world);
}

/// A year's rate on every loan, in bp: the law's while up to half of the limit is lent, then rising evenly to three
/// times it; so that a bank that lost much, or is asked for much, lends less and earns more.
[[nodiscard]] inline std::int64_t loan_rate(const World& world) {
  const std::int64_t usual = world.scenario.parameters[Parameter::kLoanRate];
  const Mils limit = lending_limit(world);
  const std::int64_t use = limit > world.loans ? mul_div(world.loans, kOne, limit) : world.loans > 0 ? kOne : 0;
  return usual + mul_div(usual * (kDearest - 1), std::max<std::int64_t>(0, use - kCheapUse), kOne - kCheapUse);
}

/// What a loan costs in a tick; what is below a mil is carried from tick to tick.
[[nodiscard]] inline Mils interest_on(const World& world, Mils loan) {
  return mul_div(loan, loan_rate(world), kTicksAYear * kOne);
}

/// At the lower of the last and the slow price.
[[nodiscard]] inline Mils prudent_price(const World& world, Good good) {
  const Market& market = world.markets[index_of(good)];
  return std::min(market.price, market.slow_price);
}

/// Stocks, machines and land at prudent prices.
[[nodiscard]] inline Mils collateral(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  Mils worth = firms.product_stock[id] * prudent_price(world, firms.product[id]) +
               firms.materials_stock[id] * prudent_price(world, Good::kMaterials) +
               firms.site[id].parcels * prudent_price(world, Good::kLand);
  for (const Task task : kAllTasks)
    worth += firms.machines[id][index_of(task)].units * prudent_price(world, machine_for(task));
  return worth;
}

/// The most an enterprise may owe: what collateral and profit both bear; and no more than the bank's own money, so that
/// no one loss is beyond it.
[[nodiscard]] inline Mils credit_limit(const World& world, EnterpriseId id) {
  if (world.scenario.parameters[Parameter::kLending] == 0) return 0;
  const Mils by_profit = kTicksOfProfit * std::max<Mils>(0, world.enterprises.profit_average[id]);
  const Mils by_collateral = share_of(collateral(world, id), world.scenario.parameters[Parameter::kLoanToValue]);
  return std::min({by_profit, by_collateral, bank_capital(world)});
}

/// What it could borrow now; nothing while interest is in arrears.
[[nodiscard]] inline Mils lendable(const World& world, EnterpriseId id) {
  if (world.enterprises.arrears[id] > 0) return 0;
  const Mils room = std::min(credit_limit(world, id) - world.enterprises.loan[id], lending_limit(world) - world.loans);
  return std::max<Mils>(0, room);
}

/// Of that, what its head may borrow without asking: a co-operative's manager, up to the part of the limit that the
/// mandate says.
[[nodiscard]] inline Mils head_may_borrow(const World& world, EnterpriseId id) {
  const Mils all = lendable(world, id);
  if (world.enterprises.form[id] == Form::kProprietary) return all;
  const Mils mandated = share_of(credit_limit(world, id), world.enterprises.mandate[id].credit);
  return std::clamp<Mils>(mandated - world.enterprises.loan[id], 0, all);
}

/// All it owes: the loan, interest and wages not paid.
[[nodiscard]] inline Mils debts_of(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  return firms.loan[id] + firms.arrears[id] + firms.wages_owed[id];
}

/// Ticks until the receiver comes to an enterprise that has failed to pay and goes on so; 0 while it pays.
[[nodiscard]] inline std::uint32_t ticks_to_receiver(const World& world, EnterpriseId id) {
  const std::uint16_t failed = world.enterprises.distress_ticks[id];
  return failed == 0 || failed > kTicksToReceiver ? 0 : kTicksToReceiver - failed;
}

/// Whether owners and members may be paid out. Not while wages or interest are owed, nor while much is, nor soon after
/// borrowing: nobody borrows to pay themselves and leave the debt to the others.
[[nodiscard]] inline bool may_pay_out(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  if (firms.arrears[id] > 0 || firms.wages_owed[id] > 0) return false;
  if (firms.loan[id] == 0) return true;
  if (world.clock + 1 < firms.borrowed[id] + kNoPayoutAfterLoan) return false;
  return firms.loan[id] <= share_of(std::max<Mils>(0, enterprise_worth(world, id) + firms.loan[id]), kIndebted);
}

}  // namespace tt::rules
