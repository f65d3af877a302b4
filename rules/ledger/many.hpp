// Many payments between households and one account, for one reason. The same books as one `post` for each; the account
// and its statement are written once.
#pragma once

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

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
    Mils& cash = world_.households.cash[id];
    cash += amount;
    TT_ASSERT(cash >= 0);
    const std::uint32_t seat = world_.households.seat[id];
    if (seat != kNoSeat) [[unlikely]]
      world_.seats[seat].flows[index_of(reason_)] += amount;
    sum_ -= amount;
  }
};

}  // namespace tt::rules
