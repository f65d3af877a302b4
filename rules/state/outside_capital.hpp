// Non-voting capital of co-operatives. Whoever buys a unit of it lends no vote to it and gets a stated return before
// the members share a surplus; what cannot be paid stays owed. The register, the call market and the offer are those of
// share capital: the columns that a co-operative has no other use for.
#pragma once

#include <cstdint>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;

inline constexpr Bp kMostReturn = 2'000;  ///< a year, that an assembly may promise

/// What a co-operative has promised the holders of its units. There is one while units are out or on offer.
struct OutsideCapital {
  EnterpriseId enterprise;
  Mils price = 0;                  ///< of a unit: asked for it, and paid back for it
  Bp rate = 0;                     ///< return a year, of the price
  Mils owed = 0;                   ///< return due and not paid, of all units together
  std::int64_t carry = 0;          ///< below a mil, in 1/520 000
  std::uint32_t sold = 0;          ///< when units were last sold, on the world's clock; 0 for never
  std::uint32_t unpaid_ticks = 0;  ///< for which return has been owed
};

/// The co-operative's promise, or null.
[[nodiscard]] const OutsideCapital* outside_capital(const World& world, EnterpriseId id);

/// Units that are out at their price: what the holders have put in.
[[nodiscard]] Mils outside_nominal(const World& world, EnterpriseId id);

/// That and the return owed: what comes after creditors and former owners, and before members.
[[nodiscard]] Mils outside_claim(const World& world, EnterpriseId id);

/// What is the members' own of all that the co-operative has: what debts, former owners and holders of units leave.
/// Below zero if that is more than there is.
[[nodiscard]] Mils own_capital(const World& world, EnterpriseId id);

/// All units together as wealth counts them: the lowest of what is promised, what the last auctions paid, and what
/// would be left for them; a whole number of mils a unit.
[[nodiscard]] Mils outside_worth(const World& world, EnterpriseId id);

/// Whether the law of this world lets co-operatives offer units.
[[nodiscard]] bool outside_capital_allowed(const World& world);

/// Whether so many units at this price stay within the co-operative's own capital: holders never put in more than the
/// members have.
[[nodiscard]] bool within_own_capital(const World& world, EnterpriseId id, Lots units, Mils price);

/// Whether members may share a surplus, as far as outside capital goes: no return is owed.
[[nodiscard]] bool members_may_share(const World& world, EnterpriseId id);

/// The most the base wage may be raised to: while units are out, what the co-operative usually earns a head in a normal
/// week, so that capital is not paid out as wages. What is paid already may go on.
[[nodiscard]] Mils most_base_wage(const World& world, EnterpriseId id);

/// Puts units on offer from the next auction on until they are sold, in place of what is on offer. None: withdraws the
/// offer.
void offer_units(World& world, EnterpriseId id, Lots units, Mils price, Bp rate);

/// Units were sold at this price: what it is above theirs goes to the indivisible reserve, for it is nobody's.
void count_sale(World& world, EnterpriseId id, Lots units, Mils price);

/// Whether there is the cash to pay what is owed and take so many units back at their price, with a week's pay left.
[[nodiscard]] bool may_redeem(const World& world, EnterpriseId id, Lots units);

/// Pays the return owed and takes units back at their price, from every holder in proportion. Needs the cash and as
/// many units.
void redeem_units(World& world, EnterpriseId id, Lots units);

/// At the end of the form or of the enterprise: the holders are paid as far as the cash goes, and the units end.
void pay_off_outside_capital(World& world, EnterpriseId id);

/// Return of a tick falls due, and what is owed is paid as far as the cash beyond a week's pay goes.
void pay_return(World& world, EnterpriseId id);

}  // namespace tt::rules
