// The closed sets the rules are written over. Numbers are stored and hashed: append, never renumber.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tt::rules {

enum class Good : std::uint8_t { kProvisions, kComforts, kMaterials };
inline constexpr std::size_t kGoods = 3;
inline constexpr std::array<Good, kGoods> kAllGoods{Good::kProvisions, Good::kComforts, Good::kMaterials};

enum class Form : std::uint8_t { kProprietary, kCooperative };
enum class Role : std::uint8_t { kCapitalist, kMember, kWorker };
/// kAutopilot: the household goes on like any simulated one, while its laurels are still counted: the ghost of a seat.
enum class Controller : std::uint8_t { kVacant, kPlayer, kCaretaker, kBot, kAutopilot };
enum class Side : std::uint8_t { kBuy, kSell };
enum class Choice : std::uint8_t { kNone, kYes, kNo, kAbstain };

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
};
inline constexpr std::size_t kReasons = 12;

[[nodiscard]] constexpr std::size_t index_of(Good good) {
  return static_cast<std::size_t>(good);
}
[[nodiscard]] constexpr std::size_t index_of(Reason reason) {
  return static_cast<std::size_t>(reason);
}

}  // namespace tt::rules
