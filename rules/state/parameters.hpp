// What a scenario may set: laws, and what experiments switch on and off. One table gives each its name in data files,
// bounds, usual value and reason, so that files, pages and documentation cannot drift from the rules.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/core/units.hpp"

namespace tt::rules {

/// Stored and hashed by position: append, never reorder.
enum class Parameter : std::uint8_t {
  kIncomeTax,
  kBenefit,
  kWealthWeight,
  kTrainingTicks,
  kFlightSearch,
  kRetentionRaises,
  kCooperativesAllowed,
  kProprietaryAllowed,
  kSpendingByWealth,
  kShock,
  kShockFrom,
  kShockTicks,
  kIncomeToFew,
  kMeritAtStart,
  kMachines,
  kSpillover,
  kProgressWeight,
  kUnionLaw,
  kStrikeAllowed,
  kUnionDues,
  kSeverance,
  kStrikeAnger,
  kShareMarket,
  kTrustByContribution,
  kTrustEffort,
  kTrustQuits,
  kProfitTax,
  kWealthTax,
  kBasicIncome,
  kMinimumWage,
  kMoneyRule,
  kDualWork,
  kProbation,
  kFoundingRest,
  kChangeOfForm,
  kAssetLock,
  kLending,
  kLoanRate,
  kLoanToValue,
  kFirstRefusal,
  kTrustAtStart,
  kMarketMaker,
  kLawVotes,
  kLawStep,
  kOutsideCapital,
};
inline constexpr std::size_t kParameters = 45;

enum class ParameterUnit : std::uint8_t { kBp, kTicks, kSwitch };
enum class ParameterKind : std::uint8_t {
  kLaw,      ///< what a government decides
  kNature,   ///< how people and things are taken to be; varied by experiments
  kScoring,  ///< what the laurels count
};

struct ParameterInfo {
  Parameter parameter;
  std::string_view name;  ///< in data files and documentation
  ParameterKind kind;
  ParameterUnit unit;
  std::int64_t least;
  std::int64_t most;
  std::int64_t usual;
  std::string_view meaning;
  std::string_view reason;  ///< why the usual value is what it is: a source or a measurement
};

[[nodiscard]] std::span<const ParameterInfo> all_parameters();
[[nodiscard]] const ParameterInfo& info(Parameter parameter);
/// The parameter of that name, or null.
[[nodiscard]] const ParameterInfo* find_parameter(std::string_view name);

/// One value for each, at first the usual ones.
struct Parameters {
  std::array<std::int64_t, kParameters> values;

  Parameters();
  [[nodiscard]] std::int64_t& operator[](Parameter p) { return values[static_cast<std::size_t>(p)]; }
  [[nodiscard]] std::int64_t operator[](Parameter p) const { return values[static_cast<std::size_t>(p)]; }
  [[nodiscard]] bool operator==(const Parameters&) const = default;
};

/// Whether each value lies within its bounds.
[[nodiscard]] bool within_bounds(const Parameters& parameters);

}  // namespace tt::rules
