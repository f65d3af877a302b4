#include "rules/state/shares.hpp"

#include <algorithm>

#include "rules/core/assert.hpp"
#include "rules/state/note.hpp"

namespace tt::rules {
namespace {

auto place_of(std::vector<Holding>& holdings, HouseholdId holder) {
  return std::lower_bound(holdings.begin(), holdings.end(), holder,
                          [](const Holding& h, HouseholdId id) { return h.holder < id; });
}

}  // namespace

void issue_founders_shares(World& world, EnterpriseId id, HouseholdId founder) {
  auto& firms = world.enterprises;
  firms.shares_issued[id] = kSharesAtFounding;
  firms.shareholders[id] = {{founder, kSharesAtFounding}};
  firms.head[id] = founder;
  world.households.owner[founder] = 1;
}

Lots shares_of(const World& world, EnterpriseId id, HouseholdId holder) {
  const auto& holdings = world.enterprises.shareholders[id];
  const auto at = std::lower_bound(holdings.begin(), holdings.end(), holder,
                                   [](const Holding& h, HouseholdId who) { return h.holder < who; });
  return at != holdings.end() && at->holder == holder ? at->shares : 0;
}

void add_shares(World& world, EnterpriseId id, HouseholdId holder, Lots change) {
  if (change == 0) return;
  auto& holdings = world.enterprises.shareholders[id];
  auto at = place_of(holdings, holder);
  if (at == holdings.end() || at->holder != holder) at = holdings.insert(at, {holder, 0});
  at->shares += change;
  TT_ASSERT(at->shares >= 0);
  if (at->shares == 0) holdings.erase(at);
}

void seat_board(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  const HouseholdId before = firms.head[id];
  Lots most = 0;
  for (const Holding& h : firms.shareholders[id])
    if (h.holder != kTrust) most = std::max(most, h.shares);
  TT_ASSERT(most > 0);
  if (before.exists() && shares_of(world, id, before) == most) return;
  HouseholdId head;
  const auto lot = [&](HouseholdId who) { return world.dice().draw(Stream::kBoard, id.value, who.value); };
  for (const Holding& h : firms.shareholders[id])
    if (h.holder != kTrust && h.shares == most && (!head.exists() || lot(h.holder) < lot(head))) head = h.holder;
  firms.head[id] = head;
  world.households.owner[head] = 1;
  if (before.exists()) mark_owner(world, before);
  firms.declared_dividend[id] = 0;  // what the old board meant to pay is the new one's to decide
  firms.board_order[id] = {};
  if (!concerns_a_seat(world, id)) return;
  note(world, {.tick = world.running(), .kind = EventKind::kBoardChanged, .subject = head, .enterprise = id});
}

void mark_owner(World& world, HouseholdId person) {
  const auto& firms = world.enterprises;
  world.households.owner[person] = 0;
  for (const EnterpriseId id : firms.ids())
    if (firms.open[id] != 0 && firms.form[id] == Form::kProprietary && firms.head[id] == person)
      world.households.owner[person] = 1;
}

void dissolve_shares(World& world, EnterpriseId id) {
  auto& firms = world.enterprises;
  firms.shares_issued[id] = 0;
  firms.shareholders[id].clear();
  firms.share_market[id] = {};
  firms.board_order[id] = {};
  firms.trust_debt[id] = {};
  std::erase_if(world.buy_outs, [&](const BuyOut& offer) { return offer.enterprise == id; });
  std::erase_if(world.share_orders, [&](const ShareOrder& order) { return order.enterprise == id; });
  std::erase_if(world.outside_capital, [&](const OutsideCapital& c) { return c.enterprise == id; });
}

Bp trust_part(const World& world, EnterpriseId id) {
  const Lots issued = world.enterprises.shares_issued[id];
  return issued > 0 ? static_cast<Bp>(mul_div(shares_of(world, id, kTrust), kOne, issued)) : 0;
}

}  // namespace tt::rules
