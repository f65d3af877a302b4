#include "rules/state/back_pay.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "rules/ledger/ledger.hpp"
#include "rules/state/divide.hpp"
#include "rules/state/tax.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

namespace {

/// Where more of what is owed to somebody without a job there is added.
Mils& claim_of(World& world, EnterpriseId id, HouseholdId person) {
  for (WageClaim& claim : world.wage_claims)
    if (claim.enterprise == id && claim.person == person) return claim.owed;
  return world.wage_claims.emplace_back(WageClaim{id, person, 0}).owed;
}

}  // namespace

void owe_wages(World& world, EnterpriseId id, HouseholdId person, Mils amount) {
  if (amount == 0) return;
  auto& people = world.households;
  (people.employer[person] == id ? people.wages_owed[person] : claim_of(world, id, person)) += amount;
  world.enterprises.wages_owed[id] += amount;
}

void pay_wages_owed(World& world, EnterpriseId id, std::span<const HouseholdId> people, Mils purse) {
  auto& firms = world.enterprises;
  const Mils paid = std::min(firms.wages_owed[id], purse);
  if (paid <= 0) return;
  struct Line {
    HouseholdId person;
    Mils* owed;
  };
  std::vector<Line> lines;
  for (const HouseholdId person : people)
    if (Mils& owed = world.households.wages_owed[person]; owed > 0) lines.push_back({person, &owed});
  Mils to_people = 0;
  for (const Line& line : lines) to_people += *line.owed;
  const bool claims = to_people < firms.wages_owed[id];
  for (WageClaim& claim : world.wage_claims)
    if (claims && claim.enterprise == id) lines.push_back({claim.person, &claim.owed});
  std::vector<std::int64_t> weights;
  for (const Line& line : lines) weights.push_back(*line.owed);
  const auto parts = divide(paid, weights, world.dice().draw(Stream::kShareRemainder, id.value, 5));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    post(world, id, lines[i].person, parts[i], Reason::kWage);
    *lines[i].owed -= parts[i];
    world.households.last_base[lines[i].person] += parts[i];
    tax_income(world, lines[i].person, parts[i]);
  }
  firms.wages_owed[id] -= paid;
  if (claims) std::erase_if(world.wage_claims, [](const WageClaim& claim) { return claim.owed == 0; });
}

void settle_on_leaving(World& world, HouseholdId person, EnterpriseId id) {
  Mils& owed = world.households.wages_owed[person];
  const Mils paid = std::min(owed, world.enterprises.cash[id]);
  post(world, id, person, paid, Reason::kWage);
  tax_income(world, person, paid);
  world.enterprises.wages_owed[id] -= paid;
  owed -= paid;
  claim_wages_owed(world, id, {&person, 1});
}

void claim_wages_owed(World& world, EnterpriseId id, std::span<const HouseholdId> people) {
  for (const HouseholdId person : people) {
    Mils& owed = world.households.wages_owed[person];
    if (owed > 0) world.wage_claims.push_back({id, person, owed});
    owed = 0;
  }
}

void forget_wages_owed(World& world, EnterpriseId id) {
  std::erase_if(world.wage_claims, [&](const WageClaim& claim) { return claim.enterprise == id; });
  world.enterprises.wages_owed[id] = 0;
}

Mils wages_owed_to(const World& world, HouseholdId person) {
  return std::accumulate(world.wage_claims.begin(), world.wage_claims.end(), world.households.wages_owed[person],
                         [&](Mils sum, const WageClaim& c) { return sum + (c.person == person ? c.owed : 0); });
}

}  // namespace tt::rules
