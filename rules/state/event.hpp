// The chronicle: what happened, as data. Words are the client's.
#pragma once

#include <cstdint>
#include <optional>

#include "rules/actions/action.hpp"
#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

/// Same numbers as the wire's EventKind; append, never renumber.
enum class EventKind : std::uint8_t {
  kSeatTaken = 1,
  kSeatLeft,
  kFounded,
  kHired,
  kLeftWork,
  kDismissed,
  kLabourFlight,
  kMotionOpened,
  kMotionCarried,
  kMotionLost,
  kWagesUnpaid,
  kPriceMove,
  kDividendPaid,
  kSurplusShared,
  kApplicationFailed,
  kEnterpriseClosed,
  kWorldFinished,
  kCashLow,
  kGenerationAhead,
  kNewGeneration,
  kTechnostismNear,
  kTechnostism,
  kDemandMade,
  kStrikeBegan,
  kDisputeSettled,
  kDemandDropped,
  kBoardChanged,   ///< subject: the new largest holder
  kSharesIssued,   ///< value: shares; negative: bought back
  kTrustEndowed,   ///< value: the trust's part in bp, now
  kBuyOutOffered,  ///< value: price of a share; decided two ticks on
  kBuyOutDone,
  kBuyOutFailed,
  kBecameCooperative,
  kDemutualised,  ///< value: mils of its indivisible reserve, left to the commons
  kReceiverNear,  ///< value: mils of interest and wages owed; in two ticks its people may take it over, or it closes
  kTakenOver,     ///< by its people, from subject, who led it; value: mils that the bank gave up
  kWindingUp,     ///< subject: who led it; value: mils owed
  kLoanLost,      ///< value: mils, borne by the bank
  kFlightAhead,   ///< other: the best payer with open places; value: mils a tick that it pays more
  kLawProposed,   ///< law; value: what it would become; voted on two ticks on
  kLawCarried,    ///< law; value: what it becomes in two ticks
  kLawLost,
  kLawInForce,       ///< law; value: what it is from this close on
  kLapsed,           ///< what subject had decided could not be carried out, for what others had; value: the Rejection
  kCapitalOffered,   ///< by the assembly; value: units of outside capital on offer
  kCapitalSold,      ///< value: units sold in the auction
  kCapitalRedeemed,  ///< value: units taken back
  kReturnOwed,       ///< value: mils of return that holders of units were not paid; told once
};

struct Event {
  Tick tick = 0;  ///< number of the tick it happened in, from 1; sealed until that tick has closed
  EventKind kind = EventKind::kSeatTaken;
  HouseholdId subject;
  EnterpriseId enterprise;
  EnterpriseId other;
  Good good = Good::kProvisions;  ///< of price moves
  std::int64_t value = 0;
  MotionId motion;  ///< of motions, with what it would change
  std::optional<MotionChange> change;
  std::optional<Law> law;  ///< of votes on laws
};

}  // namespace tt::rules
