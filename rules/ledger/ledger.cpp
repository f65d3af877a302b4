#include "rules/ledger/ledger.hpp"

#include <algorithm>

#include "rules/core/assert.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {
namespace {

/// The running tick's statement becomes the last one's; the next opens with what there is.
void turn(PublicAccount& account, Mils balance) {
  account.last_opening = account.opening;
  account.last_flows = account.flows;
  account.opening = balance;
  account.flows = {};
}

}  // namespace

void book(World& world, Account account, Mils amount, Reason reason) {
  switch (account.kind()) {
    case Account::Kind::kIssuer:
      world.issued -= amount;
      return;
    case Account::Kind::kCredit:
      world.credit -= amount;
      return;
    case Account::Kind::kBank:
      world.bank += amount;
      world.bank_account.flows[index_of(reason)] += amount;
      TT_ASSERT(world.bank >= 0);
      return;
    case Account::Kind::kMaker:
      world.maker.cash += amount;
      world.maker_account.flows[index_of(reason)] += amount;
      TT_ASSERT(world.maker.cash >= 0);
      return;
    case Account::Kind::kTreasury:
      world.treasury += amount;
      world.treasury_account.flows[index_of(reason)] += amount;
      TT_ASSERT(world.treasury >= 0);
      return;
    case Account::Kind::kStrikeFund:
      world.strike_fund += amount;
      TT_ASSERT(world.strike_fund >= 0);
      return;
    case Account::Kind::kCommons:
      world.commons.cash += amount;
      TT_ASSERT(world.commons.cash >= 0);
      return;
    case Account::Kind::kExchange:
      world.exchange += amount;
      TT_ASSERT(world.exchange >= 0);
      return;
    case Account::Kind::kHousehold: {
      const HouseholdId id{account.index()};
      Mils& cash = world.households.cash[id];
      cash += amount;
      TT_ASSERT(cash >= 0);
      const std::uint32_t seat = world.households.seat[id];
      if (seat != kNoSeat) world.seats[seat].flows[index_of(reason)] += amount;
      return;
    }
    case Account::Kind::kEnterprise: {
      const EnterpriseId id{account.index()};
      Mils& cash = world.enterprises.cash[id];
      cash += amount;
      TT_ASSERT(cash >= 0);
      world.enterprises.flows[id][index_of(reason)] += amount;
      return;
    }
  }
}

void post(World& world, Account payer, Account payee, Mils amount, Reason reason) {
  TT_ASSERT(amount >= 0);
  if (amount == 0) return;
  book(world, payer, -amount, reason);
  book(world, payee, amount, reason);
}

void turn_statements(World& world) {
  turn(world.treasury_account, world.treasury);
  turn(world.bank_account, world.bank);
  turn(world.maker_account, world.maker.cash);
  auto& firms = world.enterprises;
  firms.last_opening_cash.values.swap(firms.opening_cash.values);
  firms.opening_cash.values = firms.cash.values;
  firms.last_flows.values.swap(firms.flows.values);
  std::fill(firms.flows.values.begin(), firms.flows.values.end(), Flows{});
  for (Seat& seat : world.seats) {
    seat.last_opening_cash = seat.opening_cash;
    seat.last_flows = seat.flows;
    seat.opening_cash = world.households.cash[seat.household];
    seat.flows = {};
  }
}

}  // namespace tt::rules
