// Actions of every kind, sensible and absurd, for whoever sits in a household. Same draws, same actions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>

#include "rules/rules.hpp"
#include "tests/support/seed.hpp"

namespace tt::test {

inline constexpr std::size_t kActionKinds = std::variant_size_v<rules::Action>;

/// An action of this kind (an index into rules::Action), more often one that may be accepted than not.
[[nodiscard]] rules::Action random_action(const rules::World& world, rules::HouseholdId actor, std::size_t kind,
                                          Draws& draws);

/// A hamlet with a person in each seat that can be had at once.
[[nodiscard]] rules::World seated_hamlet(std::uint64_t seed);

/// Takes away what units of outside capital the burn-in has left, promises and all.
void end_outside_capital(rules::World& world);

/// Pays all that an enterprise owes, with money from nowhere.
void pay_all_debts(rules::World& world, rules::EnterpriseId id);

/// Every seat tries `actions` random actions, then the tick closes.
void play_tick(rules::World& world, int actions, Draws& draws);

}  // namespace tt::test
