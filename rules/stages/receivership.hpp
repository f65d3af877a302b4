// Enterprises that do not pay; used by the stage that closes enterprises.
#pragma once

#include <span>

#include "rules/core/id.hpp"

namespace tt::rules {

struct World;

/// Counts the ticks for which it has not paid and tells of the first. True when it is for the receiver.
[[nodiscard]] bool watch_payment(World& world, EnterpriseId id);

/// Its people take it over, or it is wound up.
void receive(World& world, EnterpriseId id, std::span<const HouseholdId> people);

/// Ends work there and begins to sell what it made. Creditors are paid from the cash at once and from the sale later.
void wind_up(World& world, EnterpriseId id, std::span<const HouseholdId> people);

/// A tick of that sale; at its end what is still owed is lost, to whom it is owed, and what is left is the holders'.
void go_on_winding_up(World& world, EnterpriseId id);

// Of rules/stages/enterprises.cpp.
void shut(World& world, EnterpriseId id);      ///< closes the doors; who held it holds it still
void dissolve(World& world, EnterpriseId id);  ///< gives what is left to whom it belongs and ends the share capital

}  // namespace tt::rules
