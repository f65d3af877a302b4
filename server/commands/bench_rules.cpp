#include "server/commands/bench_rules.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

#include "rules/ledger/ledger.hpp"
#include "rules/ledger/many.hpp"
#include "rules/market/auction.hpp"
#include "rules/rules.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/constants.hpp"

namespace tt::server {
namespace {

constexpr std::uint64_t kSeed = 7;
constexpr double kUnmeasured = std::numeric_limits<double>::max();

template <class Work>
double seconds_of(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double memory_bandwidth() {
  constexpr std::size_t kNumbers = std::size_t{1} << 23U;  // three arrays of 64 MB
  std::vector<std::uint64_t> a(kNumbers), b(kNumbers, 1), c(kNumbers, 2);
  double best = kUnmeasured;
  for (std::uint64_t round = 0; round < 5; ++round)
    best = std::min(best, seconds_of([&] {
                      for (std::size_t i = 0; i < kNumbers; ++i) a[i] = b[i] + (round + 3) * c[i];
                    }));
  // Looked at, so that no compiler may leave the work out.
  if (a[kNumbers / 2] == 0) return 0;
  return 3.0 * sizeof(std::uint64_t) * kNumbers / best;
}

/// A book of one order for each of many people, cleared, filled and settled: every trader's money is carried over.
double auction_speed() {
  constexpr std::uint32_t kOrders = 100'000;
  rules::World world;
  for (std::uint32_t i = 0; i < kOrders; ++i) rules::add_row(world.households);
  for (const rules::HouseholdId id : world.households.ids()) {
    world.households.seat[id] = rules::kNoSeat;
    world.households.cash[id] = rules::kMaxAmount / 1'000;
  }
  std::vector<rules::LimitOrder> bids, asks;
  for (std::uint32_t i = 0; i < kOrders; ++i) {
    const std::uint64_t draw = rules::mix(i);
    const rules::LimitOrder order{static_cast<rules::Mils>(900'000 + draw % 200'000),
                                  static_cast<rules::Lots>((draw >> 40U) % 50 + 1)};
    (i % 2 == 0 ? bids : asks).push_back(order);
  }
  std::vector<rules::Lots> bid_fills, ask_fills;
  const auto settle = [&](rules::Mils price) {
    rules::Collection exchange(world, rules::Account::exchange(), rules::Reason::kPurchases);
    for (std::uint32_t i = 0; i < bid_fills.size(); ++i) exchange.from(rules::HouseholdId{2 * i}, bid_fills[i] * price);
    for (std::uint32_t i = 0; i < ask_fills.size(); ++i)
      exchange.to(rules::HouseholdId{2 * i + 1}, ask_fills[i] * price);
  };
  double best = kUnmeasured;
  for (std::uint64_t round = 0; round < 30; ++round)
    best = std::min(best, seconds_of([&] {
                      settle(rules::clear_auction(bids, asks, 1'000'000, round, bid_fills, ask_fills).price);
                    }));
  return kOrders / best;
}

double allocated_bytes(rules::World& world) {
  double bytes = 0;
  const auto add = [&](auto&... each) {
    ((bytes += static_cast<double>(each.values.capacity() * sizeof(each.values[0]))), ...);
  };
  rules::Households::columns(world.households, add);
  rules::Enterprises::columns(world.enterprises, add);
  return bytes;
}

rules::World found(std::uint32_t households) {
  rules::Scenario scenario = *rules::find_scenario("sitting");
  scenario.households = households;
  scenario.enterprises = households / 20;
  scenario.burn_in_ticks = 3;
  scenario.final_tick = 0;
  return rules::found_world(scenario, kSeed);
}

TickCost tick_cost(std::uint32_t households) {
  const std::uint32_t rounds = std::clamp<std::uint32_t>(2'000'000 / households, 5, 200);
  rules::World world = found(households);
  TickCost cost{households, 0, allocated_bytes(world) / households, {}};
  const double ns = 1e9 / households;
  double best = kUnmeasured;
  for (std::uint32_t round = 0; round < rounds; ++round)
    best = std::min(best, seconds_of([&] { rules::close_tick(world); }));
  cost.ns_per_household = best * ns;
  for (const rules::Stage& stage : rules::stages()) cost.stages.push_back({stage.name, kUnmeasured});
  // The stages once more, one by one, as a close runs them.
  for (std::uint32_t round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < cost.stages.size(); ++i) {
      double& least = cost.stages[i].ns_per_household;
      least = std::min(least, ns * seconds_of([&] { rules::stages()[i].run(world); }));
    }
    rules::turn_statements(world);
    ++world.clock;
    ++world.tick;
  }
  double laws = kUnmeasured;
  double hash = kUnmeasured;
  for (int round = 0; round < 5; ++round) {
    laws = std::min(laws, ns * seconds_of([&] { static_cast<void>(rules::broken_invariant(world)); }));
    hash = std::min(hash, ns * seconds_of([&] { world.last_hash = rules::state_hash(world); }));
  }
  cost.stages.push_back({"laws of conservation", laws});
  cost.stages.push_back({"state hash", hash});
  return cost;
}

}  // namespace

RulesCost measure_rules(std::uint32_t most_households) {
  RulesCost cost{memory_bandwidth(), auction_speed(), {}};
  for (std::uint32_t households = 1'000; households <= most_households; households *= 10)
    cost.ticks.push_back(tick_cost(households));
  return cost;
}

}  // namespace tt::server
