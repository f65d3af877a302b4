// An enterprise that changes its form: into a co-operative of its people, or out of one.
#pragma once

#include <span>
#include <vector>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"

namespace tt::rules {

struct World;
struct Instalment;

/// Owes a former owner for shares. Instalments stay in the order of enterprises, of one in that of the sales.
void owe(World& world, const Instalment& instalment);

/// Those of one enterprise.
[[nodiscard]] std::span<Instalment> instalments_of(World& world, EnterpriseId id);

/// What a co-operative still owes the former owners of the enterprise.
[[nodiscard]] Mils owed_to_former_owners(const World& world, EnterpriseId id);

/// The people who work there become its members with these capital accounts; what cash is beyond them is the
/// indivisible reserve. The share capital ends, with what the trust owes for its part. Needs people.
void pass_to_members(World& world, EnterpriseId id, std::span<const HouseholdId> people,
                     std::span<const Mils> accounts);

/// The same by sale. Of the cash, what the employee trust owned becomes their capital
/// accounts in equal parts and all the rest the indivisible reserve, to the mil. What the trust had not yet paid for
/// its shares is owed on.
void become_cooperative(World& world, EnterpriseId id, std::span<const HouseholdId> people);

/// What of its indivisible reserve a co-operative leaves behind with its form: all, unless the law says less.
[[nodiscard]] Mils locked_reserve(const World& world, EnterpriseId id);

/// Whether a co-operative could leave its form: it owes former owners nothing, its debts allow pay-outs, and what it
/// leaves behind is there in cash, with what outside capital is paid back.
[[nodiscard]] bool may_demutualise(const World& world, EnterpriseId id);

/// Shares each member would get, in order: by capital account, a head alike where there are none.
[[nodiscard]] std::vector<Lots> shares_by_account(const World& world, EnterpriseId id,
                                                  std::span<const HouseholdId> members);

/// The members become employees and shareholders by their capital accounts, which end; whoever then holds most leads.
/// Outside capital is paid back first. The indivisible reserve is nobody's to take: it goes to the commons. Needs
/// members.
void demutualise(World& world, EnterpriseId id, std::span<const HouseholdId> members);

}  // namespace tt::rules
