// The register of shares and who leads by it. Only these functions change a register.
#pragma once

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

inline constexpr Lots kSharesAtFounding = 10'000;
inline constexpr Lots kMostShares = 100'000'000;  ///< × kMaxPrice = 1e18 mils, inside 64 bits

/// The employee trust of an enterprise, as a holder.
inline constexpr HouseholdId kTrust{};

/// Gives all shares of a new proprietary enterprise to its founder, who leads it.
void issue_founders_shares(World& world, EnterpriseId id, HouseholdId founder);

/// What this holder has; 0 if not listed.
[[nodiscard]] Lots shares_of(const World& world, EnterpriseId id, HouseholdId holder);

/// Adds to a holder's shares, or takes from them; nobody goes below zero. Does not touch the number issued.
void add_shares(World& world, EnterpriseId id, HouseholdId holder, Lots change);

/// The largest holder leads. Among equals whoever leads already; else one drawn. Follow every change of a register by
/// this. At least one household must hold a share.
void seat_board(World& world, EnterpriseId id);

/// Marks as an owner whoever leads an open proprietary enterprise, and nobody else.
void mark_owner(World& world, HouseholdId person);

/// Ends the share capital, or outside capital, of an enterprise that closes or changes its form: register, orders,
/// debts of the trust.
void dissolve_shares(World& world, EnterpriseId id);

/// Of the shares issued, the part the employee trust holds, in bp.
[[nodiscard]] Bp trust_part(const World& world, EnterpriseId id);

/// One holder's part of an amount: rounded down, the remainder stays with whoever pays.
[[nodiscard]] inline Mils part_of_holding(const World& world, EnterpriseId id, Mils amount, Lots shares) {
  return mul_div(amount, shares, world.enterprises.shares_issued[id]);
}

}  // namespace tt::rules
