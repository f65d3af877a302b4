// Many payments between households and other accounts, for one reason. The same books as one `post` for each; an
// account and its statement are written once.
#pragma once

#include <vector>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// One side of a payment: what a household gets, or pays if below zero.
inline void move_cash(World& world, HouseholdId id, Mils amount, Reason reason) {
  Mils& cash = world.households.cash[id];
  cash += amount;
  TT_ASSERT(cash >= 0);
  const std::uint32_t seat = world.households.seat[id];
  if (seat != kNoSeat) [[unlikely]]
    world.seats[seat].flows[index_of(reason)] += amount;
}

/// What households pay into `payee`, or get from it, until the end of this object's life. Nobody else may touch that
/// account meanwhile.
class Collection {
 public:
  Collection(World& world, Account payee, Reason reason) : world_(world), payee_(payee), reason_(reason) {}
  Collection(const Collection&) = delete;
  Collection& operator=(const Collection&) = delete;
  ~Collection() { book(world_, payee_, sum_, reason_); }

  /// amount ≥ 0, at most what the household holds.
  void from(HouseholdId payer, Mils amount) { move(payer, -amount); }
  /// amount ≥ 0; the account must hold all of it at the end.
  void to(HouseholdId payee, Mils amount) { move(payee, amount); }

 private:
  World& world_;
  Account payee_;
  Reason reason_;
  Mils sum_ = 0;

  void move(HouseholdId id, Mils amount) {
    move_cash(world_, id, amount, reason_);
    sum_ -= amount;
  }
};

/// What households get from the enterprises they work in, until the end of this object's life: household by household,
/// whichever enterprise pays. Nobody else may touch enterprises' accounts meanwhile.
class Payroll {
 public:
  Payroll(World& world, Reason reason) : world_(world), reason_(reason), sums_(world.enterprises.count(), 0) {}
  Payroll(const Payroll&) = delete;
  Payroll& operator=(const Payroll&) = delete;
  ~Payroll() {
    for (const EnterpriseId id : world_.enterprises.ids())
      if (sums_[id.value] != 0) book(world_, id, -sums_[id.value], reason_);
  }

  /// amount ≥ 0; the enterprise must hold all of it at the end.
  void pay(EnterpriseId payer, HouseholdId payee, Mils amount) {
    move_cash(world_, payee, amount, reason_);
    sums_[payer.value] += amount;
  }
  /// Of this enterprise so far.
  [[nodiscard]] Mils paid_by(EnterpriseId payer) const { return sums_[payer.value]; }

 private:
  World& world_;
  Reason reason_;
  std::vector<Mils> sums_;
};

}  // namespace tt::rules
