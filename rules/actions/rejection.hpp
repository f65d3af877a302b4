// Why an action is refused. Closed; ordered by precedence: where several apply, the first is the answer.
// The numbers are on the wire (plus 200): append, never renumber.
#pragma once

#include <cstdint>

namespace tt::rules {

enum class Rejection : std::uint8_t {
  kNone = 0,
  kWorldFinished,
  kUnknownActor,
  kTooManyActions,
  kMalformedAction,
  kUnknownEnterprise,
  kEnterpriseClosed,
  kUnknownMotion,
  kMotionClosed,
  kUnknownPerson,
  kNotOwner,
  kNotManager,
  kNotMember,
  kWrongForm,
  kNotEmployed,
  kAlreadyEmployedHere,
  kNoOpenPlace,
  kBadEnterpriseName,
  kNameInUse,
  kPriceOutOfRange,
  kQuantityOutOfRange,
  kWageOutOfRange,
  kPlacesOutOfRange,
  kEffortOutOfRange,
  kShareOutOfRange,
  kSplitNotWhole,
  kAmountOutOfRange,
  kNotEnoughCash,
  kNotEnoughStock,
  kMotionAlreadyOpen,
  kEnterpriseLimit,
  kHoursOutOfRange,
  kBeyondMandate,
  kFormNotAllowed,
  kNoMachines,
  kBeyondBudget,
  kLawForbids,
  kNotInUnion,
  kNoDispute,
  kBelowAgreement,
  kNotEnoughShares,
  kTrustOwesAnother,
  kBelowMinimumWage,
  kDualWorkNotAllowed,
  kOnProbation,
  kFoundingRest,
  kBuyOutAlreadyOpen,
  kNoBuyOut,
  kOwesFormerOwners,
  kBeyondCredit,
  kDebtFirst,
  kLawOutOfBounds,
  kLawOnAgenda,
  kNoLawBallot,
  kNoOutsideCapital,
  kBeyondOwnCapital,
  kTermsOfUnits,
  kUnitsFirst,
};
inline constexpr std::uint8_t kRejections = 58;

/// What was wrong and what to do, in plain English; the field of the action that is at fault, or "".
struct RejectionText {
  const char* text;
  const char* field;
};
[[nodiscard]] RejectionText describe(Rejection rejection);

}  // namespace tt::rules
