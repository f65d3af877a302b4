// The closed sets the rules are written over. Numbers are stored and hashed: append, never renumber.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tt::rules {

enum class Good : std::uint8_t { kProvisions, kComforts, kMaterials, kCulture, kMachinery, kEngines, kLand };
inline constexpr std::size_t kGoods = 7;
inline constexpr std::array<Good, kGoods> kAllGoods{Good::kProvisions, Good::kComforts,  Good::kMaterials,
                                                    Good::kCulture,    Good::kMachinery, Good::kEngines,
                                                    Good::kLand};

/// What all work consists of. People do both; machinery does hands tasks, engines do minds tasks.
enum class Task : std::uint8_t { kHands, kMinds };
inline constexpr std::size_t kTasks = 2;
inline constexpr std::array<Task, kTasks> kAllTasks{Task::kHands, Task::kMinds};

enum class Form : std::uint8_t { kProprietary, kCooperative };
enum class Role : std::uint8_t { kCapitalist, kMember, kWorker };
/// kAutopilot: the household goes on like any simulated one, while its laurels are still counted: the ghost of a seat.
/// A member's stays in its co-operative.
enum class Controller : std::uint8_t { kVacant, kPlayer, kCaretaker, kBot, kAutopilot };
enum class Side : std::uint8_t { kBuy, kSell };
enum class Choice : std::uint8_t { kNone, kYes, kNo, kAbstain };

/// What people vote on where the world's laws are theirs to change (law_votes): laws whose effect on each person the
/// rules can work out.
enum class Law : std::uint8_t {
  kIncomeTax,
  kProfitTax,
  kWealthTax,
  kBenefit,
  kBasicIncome,
  kMinimumWage,
  kSeverance,
  kMoneyRule,
};
inline constexpr std::size_t kLaws = 8;

/// How far a dispute over pay has gone; what an owner answers to a demand.
enum class Dispute : std::uint8_t { kNone, kDemand, kStrike };
enum class Answer : std::uint8_t { kNone, kConcede, kHoldOut };

/// Why money moved; statements are sums of postings by reason.
enum class Reason : std::uint8_t {
  kIssue,
  kSales,
  kPurchases,
  kWage,
  kSurplusShare,
  kDividend,
  kIncomeTax,
  kBenefit,
  kInvestment,
  kMemberStake,
  kCapitalAccount,
  kCitizenDividend,
  kMachines,
  kUnionDues,
  kStrikePay,
  kSeverance,
  kShares,  ///< bought, sold, issued, bought back, or paid off by the employee trust or a co-operative
  kLand,
  kRent,
  kCommons,
  kProfitTax,
  kWealthTax,
  kBasicIncome,
  kNewMoney,   ///< made under the money rule
  kReserve,    ///< the indivisible reserve of a co-operative that leaves its form, left to the commons
  kLoan,       ///< lent: money made
  kRepayment,  ///< repaid: money destroyed
  kInterest,
  kDepositInterest,
  kWriteOff,       ///< what the bank bears of lost loans: money destroyed
  kMarketMaker,    ///< between the treasury and the public market maker: its budget, and what it has too much
  kCapitalReturn,  ///< of a co-operative, to the holders of its units
};
inline constexpr std::size_t kReasons = 32;

[[nodiscard]] constexpr std::size_t index_of(Good good) {
  return static_cast<std::size_t>(good);
}
[[nodiscard]] constexpr std::size_t index_of(Task task) {
  return static_cast<std::size_t>(task);
}
/// The machine that does these tasks.
[[nodiscard]] constexpr Good machine_for(Task task) {
  return task == Task::kHands ? Good::kMachinery : Good::kEngines;
}
[[nodiscard]] constexpr bool is_machine(Good good) {
  return good == Good::kMachinery || good == Good::kEngines;
}
/// What lasts is valued at prices smoothed over a season.
[[nodiscard]] constexpr bool lasts(Good good) {
  return is_machine(good) || good == Good::kLand;
}
[[nodiscard]] constexpr std::size_t index_of(Reason reason) {
  return static_cast<std::size_t>(reason);
}

}  // namespace tt::rules
