// Offers for a whole enterprise, and what former owners are still to be paid for theirs.
#pragma once

#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

/// An offer for all shares at one price a share; one an enterprise at a time.
struct BuyOut {
  EnterpriseId enterprise;
  HouseholdId bidder;
  bool by_workers =
      false;             ///< the bidder speaks for the people who work there: paid in instalments, a co-operative then
  Mils price = 0;        ///< a share
  Tick opened_tick = 0;  ///< sealed until this tick has closed
  Tick closes_tick = 0;  ///< decided when this tick closes
  std::vector<HouseholdId> agreed;  ///< seated holders and, of the workers' own offer, seated employees
};

/// What a co-operative owes a former owner; half of each surplus pays it off.
struct Instalment {
  EnterpriseId enterprise;
  HouseholdId creditor;
  Mils owed = 0;
};

}  // namespace tt::rules
