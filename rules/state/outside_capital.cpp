#include "rules/state/outside_capital.hpp"

#include <algorithm>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/ledger/ledger.hpp"
#include "rules/state/constants.hpp"
#include "rules/state/conversion.hpp"
#include "rules/state/credit.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/note.hpp"
#include "rules/state/offer.hpp"
#include "rules/state/shares.hpp"
#include "rules/state/tax.hpp"
#include "rules/state/wealth.hpp"

namespace tt::rules {
namespace {

/// Of const worlds and others.
auto place_of(auto& world, EnterpriseId id) {
  return std::lower_bound(world.outside_capital.begin(), world.outside_capital.end(), id,
                          [](const OutsideCapital& c, EnterpriseId at) { return c.enterprise < at; });
}

OutsideCapital& promise_of(World& world, EnterpriseId id) {
  const auto at = place_of(world, id);
  TT_ASSERT(at != world.outside_capital.end() && at->enterprise == id);
  return *at;
}

/// By units held; exact.
std::vector<std::int64_t> by_units(const World& world, EnterpriseId id, Mils amount) {
  std::vector<std::int64_t> units;
  for (const Holding& h : world.enterprises.shareholders[id]) units.push_back(h.shares);
  return divide(amount, units, world.dice().draw(Stream::kShareRemainder, id.value, 6));
}

void pay_holders(World& world, EnterpriseId id, Mils amount) {
  const auto parts = by_units(world, id, amount);
  const auto& holders = world.enterprises.shareholders[id];
  for (std::size_t i = 0; i < holders.size(); ++i) {
    post(world, id, holders[i].holder, parts[i], Reason::kCapitalReturn);
    world.households.last_dividend[holders[i].holder] += parts[i];
    tax_income(world, holders[i].holder, parts[i]);
  }
}

/// Of what is owed, this much; the tax on profits paid out comes off first.
void pay_owed(World& world, EnterpriseId id, Mils amount) {
  if (amount == 0) return;
  promise_of(world, id).owed -= amount;
  pay_holders(world, id, after_profit_tax(world, id, amount));
}

/// Nothing is out and nothing on offer: no promise.
void end_if_over(World& world, EnterpriseId id) {
  if (world.enterprises.shares_issued[id] == 0 && world.enterprises.board_order[id].quantity == 0)
    dissolve_shares(world, id);
}

Mils week_of_pay(const World& world, EnterpriseId id) {
  return base_pay(world, id) * world.enterprises.workers[id];
}

}  // namespace

const OutsideCapital* outside_capital(const World& world, EnterpriseId id) {
  const auto at = place_of(world, id);
  return at != world.outside_capital.end() && at->enterprise == id ? &*at : nullptr;
}

Mils outside_nominal(const World& world, EnterpriseId id) {
  const OutsideCapital* const promise = outside_capital(world, id);
  return promise == nullptr ? 0 : world.enterprises.shares_issued[id] * promise->price;
}

Mils outside_claim(const World& world, EnterpriseId id) {
  const OutsideCapital* const promise = outside_capital(world, id);
  return promise == nullptr ? 0 : world.enterprises.shares_issued[id] * promise->price + promise->owed;
}

Mils own_capital(const World& world, EnterpriseId id) {
  return enterprise_worth(world, id) - owed_to_former_owners(world, id) - outside_claim(world, id);
}

Mils outside_worth(const World& world, EnterpriseId id) {
  const Lots units = world.enterprises.shares_issued[id];
  if (units == 0) return 0;
  const Mils cover = std::max<Mils>(0, enterprise_worth(world, id) - owed_to_former_owners(world, id));
  const Mils each = std::min(outside_claim(world, id), cover) / units;
  const Mils paid = averaged_share_price(world, id);
  return (paid > 0 ? std::min(each, paid) : each) * units;
}

bool outside_capital_allowed(const World& world) {
  const Parameters& laws = world.scenario.parameters;
  return laws[Parameter::kOutsideCapital] != 0 && laws[Parameter::kShareMarket] != 0;
}

bool within_own_capital(const World& world, EnterpriseId id, Lots units, Mils price) {
  return outside_claim(world, id) + units * price <= own_capital(world, id);
}

bool members_may_share(const World& world, EnterpriseId id) {
  const OutsideCapital* const promise = outside_capital(world, id);
  return promise == nullptr || promise->owed == 0;
}

Mils most_base_wage(const World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  if (firms.shares_issued[id] == 0) return kMaxWage;
  const Mils people = std::max<Mils>(1, firms.workers[id]);
  const Mils earned = base_pay(world, id) + firms.profit_average[id] / people;
  return std::max(firms.wage[id], mul_div(std::max<Mils>(0, earned), kOne, firms.hours[id]));
}

void offer_units(World& world, EnterpriseId id, Lots units, Mils price, Bp rate) {
  auto& firms = world.enterprises;
  firms.board_order[id] = {Side::kSell, units, price};
  const auto at = place_of(world, id);
  const bool known = at != world.outside_capital.end() && at->enterprise == id;
  if (units == 0) {
    if (known) end_if_over(world, id);
    return;
  }
  OutsideCapital& promise =
      known ? *at : *world.outside_capital.insert(at, {.enterprise = id, .price = price, .rate = rate});
  promise.price = price;
  promise.rate = rate;
  note(world, {.tick = world.running(), .kind = EventKind::kCapitalOffered, .enterprise = id, .value = units});
}

void count_sale(World& world, EnterpriseId id, Lots units, Mils price) {
  OutsideCapital& promise = promise_of(world, id);
  promise.sold = world.clock + 1;
  world.enterprises.reserve[id] += units * (price - promise.price);
}

bool may_redeem(const World& world, EnterpriseId id, Lots units) {
  const OutsideCapital* const promise = outside_capital(world, id);
  if (promise == nullptr || units > world.enterprises.shares_issued[id] || !may_pay_out(world, id)) return false;
  return promise->owed + units * promise->price + week_of_pay(world, id) <= world.enterprises.cash[id];
}

void redeem_units(World& world, EnterpriseId id, Lots units) {
  auto& firms = world.enterprises;
  pay_owed(world, id, promise_of(world, id).owed);
  const Mils price = promise_of(world, id).price;
  const auto holders = firms.shareholders[id];
  const auto parts = by_units(world, id, units);
  for (std::size_t i = 0; i < holders.size(); ++i) {
    post(world, id, holders[i].holder, parts[i] * price, Reason::kShares);
    add_shares(world, id, holders[i].holder, -parts[i]);
  }
  firms.shares_issued[id] -= units;
  note(world, {.tick = world.running(), .kind = EventKind::kCapitalRedeemed, .enterprise = id, .value = units});
  end_if_over(world, id);
}

void pay_off_outside_capital(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  const OutsideCapital* const promise = outside_capital(world, id);
  if (promise == nullptr) return;
  if (firms.shares_issued[id] > 0) {
    pay_owed(world, id, std::min(promise->owed, firms.cash[id]));
    const auto parts = by_units(world, id, std::min(outside_nominal(world, id), firms.cash[id]));
    const auto& holders = firms.shareholders[id];
    for (std::size_t i = 0; i < holders.size(); ++i) post(world, id, holders[i].holder, parts[i], Reason::kShares);
    note(world, {.tick = world.running(),
                 .kind = EventKind::kCapitalRedeemed,
                 .enterprise = id,
                 .value = firms.shares_issued[id]});
  }
  dissolve_shares(world, id);
}

void pay_return(World& world, EnterpriseId id) {
  const auto& firms = world.enterprises;
  if (firms.shares_issued[id] == 0) return;
  OutsideCapital& promise = promise_of(world, id);
  const std::int64_t whole = kTicksAYear * kOne;
  const Mils nominal = outside_nominal(world, id);
  const std::int64_t rest = (nominal % whole) * promise.rate + promise.carry;
  promise.owed += nominal / whole * promise.rate + rest / whole;
  promise.carry = rest % whole;
  const Mils beyond = std::max<Mils>(0, firms.cash[id] - week_of_pay(world, id));
  pay_owed(world, id, may_pay_out(world, id) ? std::min(promise.owed, beyond) : 0);
  promise.unpaid_ticks = promise.owed > 0 ? promise.unpaid_ticks + 1 : 0;
  if (promise.unpaid_ticks == 1)
    note(world, {.tick = world.running(), .kind = EventKind::kReturnOwed, .enterprise = id, .value = promise.owed});
}

}  // namespace tt::rules
