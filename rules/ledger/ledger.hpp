// Double-entry money. Balances change only in this folder; every movement has a payer, a payee and a
// reason.
#pragma once

#include <cstdint>

#include "rules/core/id.hpp"
#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct World;

/// A holder of money.
class Account {
 public:
  enum class Kind : std::uint8_t {
    kIssuer,
    kTreasury,
    kStrikeFund,
    kCommons,
    kExchange,
    kBank,
    kCredit,
    kMaker,
    kHousehold,
    kEnterprise
  };

  [[nodiscard]] static constexpr Account issuer() { return {Kind::kIssuer, 0}; }
  [[nodiscard]] static constexpr Account treasury() { return {Kind::kTreasury, 0}; }
  [[nodiscard]] static constexpr Account commons() { return {Kind::kCommons, 0}; }
  [[nodiscard]] static constexpr Account strike_fund() { return {Kind::kStrikeFund, 0}; }
  [[nodiscard]] static constexpr Account exchange() { return {Kind::kExchange, 0}; }
  [[nodiscard]] static constexpr Account bank() { return {Kind::kBank, 0}; }
  [[nodiscard]] static constexpr Account maker() { return {Kind::kMaker, 0}; }
  /// Pays what lending makes and takes what repayment and losses destroy.
  [[nodiscard]] static constexpr Account credit() { return {Kind::kCredit, 0}; }
  constexpr Account(HouseholdId id) : kind_(Kind::kHousehold), index_(id.value) {}  // NOLINT: a household is an account
  constexpr Account(EnterpriseId id) : kind_(Kind::kEnterprise), index_(id.value) {}  // NOLINT: so is an enterprise

  [[nodiscard]] constexpr Kind kind() const { return kind_; }
  [[nodiscard]] constexpr std::uint32_t index() const { return index_; }

 private:
  constexpr Account(Kind kind, std::uint32_t index) : kind_(kind), index_(index) {}
  Kind kind_;
  std::uint32_t index_;
};

/// Moves `amount` ≥ 0 from payer to payee, who must hold it, and books it under `reason` in both statements. The issuer
/// and credit alone pay what they do not hold: that creates money and is counted in `World::issued` and
/// `World::credit`.
void post(World& world, Account payer, Account payee, Mils amount, Reason reason);

/// One side of a movement: adds a signed amount to a balance and to its owner's statement. Only for those who book the
/// other side as well.
void book(World& world, Account account, Mils amount, Reason reason);

/// Opens new statements for every enterprise and seat: the running tick's become the last tick's.
void turn_statements(World& world);

}  // namespace tt::rules
