// Why a figure is what it is: the value a close ago, and signed contributions that lead to the present one, exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"
#include "rules/view/figures.hpp"

namespace tt::rules {

/// Same numbers as the wire's Cause, less one; append, never renumber.
enum class Cause : std::uint8_t {
  kPosted,            ///< money that moved for `reason`; of `enterprise` if there is one, else one's own
  kCapitalAccount,    ///< credited to or paid out of one's capital account
  kStockQuantity,     ///< more or less of `good` held, at the price of before
  kStockPrice,        ///< what is held of `good` at another price
  kEnterpriseGained,  ///< `enterprise` was founded; worth this much of it is one's own
  kEnterpriseLost,    ///< it has no more shares: closed, or of another form
  kBasePay,
  kSurplusShare,
  kDividend,
  kBenefit,
  kTax,
  kEmployeesPay,  ///< above the benefit, of the people of one's enterprises
  kOwnPay,        ///< above the benefit; a member's part of the co-operative's
  kHardship,      ///< effort above a normal week, spending below the usual
  kRounding,      ///< to whole points; or what a floor at nothing cut off
  kWealthLaurel,  ///< a greater or smaller share of it, by its weight
  kLivelihoodLaurel,
  kHired,
  kQuit,
  kDismissed,   ///< or left in any other way
  kMorePeople,  ///< at the output a head of before
  kOutputPerHead,
  kMarketVolume,  ///< the whole market traded more or less
  kMarketShare,   ///< of that, this enterprise's part grew or shrank
  kMade,
  kSold,
  kPerished,
  kPrice,
  kWage,
  kExpectedShare,  ///< smoothed share of the surplus
  kDemand,         ///< the demand of now against the supply of before
  kSupply,         ///< the rest: the supply of now
  kProgressLaurel,
  kMachineWork,  ///< what machines did
  kDisplaced,    ///< people whose work they took and who have no income
  kStrikeSupport,
  kUnionDues,
  kSharesHeld,  ///< a greater or smaller part of `enterprise` held, at its worth of before
  kSharePrice,  ///< what is held of `enterprise` at another price a share
  kBasicIncome,
  kDebt,  ///< `enterprise` owes more or less
};
inline constexpr std::size_t kCauses = 41;

struct Contribution {
  Cause cause = Cause::kPosted;
  std::optional<Reason> reason;  ///< of postings
  EnterpriseId enterprise;
  std::optional<Good> good;  ///< of stocks
  std::int64_t amount = 0;   ///< in the figure's unit; never 0
};

struct Explanation {
  std::int64_t before = 0;
  std::int64_t now = 0;
  std::vector<Contribution> parts;  ///< before + their sum = now
};

/// `before` and `now`: the world after two closes, one right after the other. `enterprise` as in figures_of: none for
/// the viewer's own figures, else one whose books are open to the viewer now. Nothing for anything else, and for a
/// seat taken since.
[[nodiscard]] std::optional<Explanation> explain(const World& before, const World& now, HouseholdId viewer,
                                                 Figure figure, EnterpriseId enterprise);

}  // namespace tt::rules
