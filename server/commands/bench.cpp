// What this machine can do: ticks of the rules, commits of the journal, frames of the public view, matches. Everything
// in process.
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "protocol/codec/envelope.hpp"
#include "protocol/codec/views.hpp"
#include "rules/rules.hpp"
#include "server/commands/bench_journal.hpp"
#include "server/commands/bench_rules.hpp"
#include "server/commands/bench_tournament.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"
#include "server/commands/stopwatch.hpp"

namespace tt::server {
namespace {

constexpr std::uint64_t kBenchSeed = 7;
constexpr std::uint32_t kMostHouseholds = 1'000'000;

/// Every scenario from the same seed through 24 ticks, hashed together.
std::uint64_t signature() {
  std::uint64_t all = 0;
  for (const rules::Scenario& scenario : rules::built_in_scenarios()) {
    rules::World world = rules::found_world(scenario, kBenchSeed);
    for (int tick = 0; tick < 24; ++tick) rules::close_tick(world);
    all = rules::mix(all ^ rules::state_hash(world));
  }
  return all;
}

/// Whole worlds of this scenario from their opening to their end, or through 60 ticks where there is none: a finished
/// world's close does nothing, and an endless one's closed enterprises pile up.
double ticks_per_second(const std::string& scenario, int worlds) {
  const rules::World opened = rules::found_world(*rules::find_scenario(scenario), kBenchSeed);
  double seconds = 0;
  int ticks = 0;
  for (int i = 0; i < worlds; ++i) {
    rules::World world = opened;
    seconds += seconds_of([&] {
      for (int tick = 0; tick < 60 && !world.finished; ++tick, ++ticks) rules::close_tick(world);
    });
  }
  return ticks / seconds;
}

struct FrameCost {
  std::size_t snapshot_bytes = 0;
  std::size_t delta_bytes = 0;
  double snapshot_us = 0;
  double delta_us = 0;
};

FrameCost frame_cost(const std::string& scenario) {
  constexpr int kRounds = 50;
  rules::World world = rules::found_world(*rules::find_scenario(scenario), kBenchSeed);
  const rules::PublicView before = rules::public_view(world);
  rules::close_tick(world);
  const rules::PublicView after = rules::public_view(world);
  FrameCost cost;
  technotariat::v1::ServerEnvelope envelope;
  cost.snapshot_us = 1e6 / kRounds * seconds_of([&] {
                       for (int round = 0; round < kRounds; ++round) {
                         *envelope.mutable_snapshot() = protocol::encode_snapshot(after, "bench");
                         cost.snapshot_bytes = protocol::serialise(envelope, protocol::Mapping::kBinary).size();
                       }
                     });
  cost.delta_us = 1e6 / kRounds * seconds_of([&] {
                    for (int round = 0; round < kRounds; ++round) {
                      *envelope.mutable_delta() = protocol::encode_delta(before, after, "bench");
                      cost.delta_bytes = protocol::serialise(envelope, protocol::Mapping::kBinary).size();
                    }
                  });
  return cost;
}

std::string whole(double value) {
  return std::to_string(static_cast<long long>(value));
}

std::string tenths(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

boost::json::object json_of(const RulesCost& cost) {
  boost::json::array ticks;
  for (const TickCost& tick : cost.ticks) {
    boost::json::object stages;
    for (const StageCost& stage : tick.stages) stages[stage.name] = stage.ns_per_household;
    ticks.push_back(boost::json::object{{"households", tick.households},
                                        {"household_ticks_per_second", 1e9 / tick.ns_per_household},
                                        {"ns_per_household", tick.ns_per_household},
                                        {"bytes_per_household", tick.bytes_per_household},
                                        {"ns_per_household_by_stage", std::move(stages)}});
  }
  return {{"memory_bytes_per_second", cost.memory_bytes_per_second},
          {"auction_orders_per_second", cost.auction_orders_per_second},
          {"ticks", std::move(ticks)}};
}

/// One line a size; the stages of the largest world, dearest figures in nanoseconds a household.
std::string lines_of(const RulesCost& cost) {
  std::string text = "memory: " + whole(cost.memory_bytes_per_second / 1e6) +
                     " MB a second\nauction of 100000 orders: " + whole(cost.auction_orders_per_second) +
                     " orders a second\n";
  for (const TickCost& tick : cost.ticks)
    text += "ticks, " + std::to_string(tick.households) + " households: " + whole(1e9 / tick.ns_per_household) +
            " household-ticks a second, " + whole(tick.ns_per_household) + " ns and " +
            whole(tick.bytes_per_household) + " bytes a household\n";
  for (const StageCost& stage : cost.ticks.back().stages)
    text += "  " + stage.name + ": " + whole(stage.ns_per_household) + " ns a household\n";
  return text;
}

boost::json::object json_of(const TournamentCost& cost) {
  return {{"decisions_per_second", cost.decisions_per_second},
          {"decisions_per_second_of_bare_rules", cost.rules_decisions_per_second},
          {"overhead_over_bare_rules", cost.overhead},
          {"sittings_per_second", cost.sittings_per_second},
          {"sittings_per_second_with_ghosts", cost.ghost_sittings_per_second},
          {"rating_seconds_10000_matches", cost.rating_seconds}};
}

std::string lines_of(const TournamentCost& cost) {
  return "tournaments, hamlet: " + whole(cost.decisions_per_second) + " of at most " +
         whole(cost.rules_decisions_per_second) + " decisions a second, founding included; " +
         whole(100 * cost.overhead) +
         " % over bare rules on one processor\ntournaments, sitting: " + tenths(cost.sittings_per_second) +
         " games a second, " + tenths(cost.ghost_sittings_per_second) +
         " with ghosts\nrating of 10000 matches: " + whole(1000 * cost.rating_seconds) + " ms\n";
}

int measure_bot(const BenchCommand& command) {
  const auto speed = measure_program(command.program, command.transport);
  if (!speed) return say_failure(speed.error());
  say(command.json ? boost::json::serialize(boost::json::object{{"decisions_per_second", *speed}}) + '\n'
                   : whole(*speed) + " decisions a second\n");
  return kDone;
}

}  // namespace

int run(const BenchCommand& command, const Players&) {
  if (!command.program.empty()) return measure_bot(command);
  if (command.signature) {
    say(hex(signature()) + '\n');
    return kDone;
  }
  const double sitting = ticks_per_second("sitting", 50);
  const double crowd = ticks_per_second("crowd", 1);
  const JournalCost journal = measure_journal();
  const FrameCost frames = frame_cost("sitting");
  const FrameCost large = frame_cost("crowd");
  const auto tournaments = measure_tournaments();
  if (!tournaments) return say_failure(tournaments.error());
  const RulesCost rules = measure_rules(kMostHouseholds);
  if (command.json) {
    say(boost::json::serialize(boost::json::object{{"ticks_per_second_sitting", sitting},
                                                   {"ticks_per_second_crowd", crowd},
                                                   {"commits_per_second", journal.single},
                                                   {"entries_per_group", journal.group},
                                                   {"entries_per_second_grouped", journal.grouped},
                                                   {"sqlite_rows_per_second_grouped", journal.raw},
                                                   {"sitting_snapshot_bytes", frames.snapshot_bytes},
                                                   {"sitting_snapshot_us", frames.snapshot_us},
                                                   {"sitting_delta_bytes", frames.delta_bytes},
                                                   {"sitting_delta_us", frames.delta_us},
                                                   {"crowd_snapshot_bytes", large.snapshot_bytes},
                                                   {"crowd_snapshot_us", large.snapshot_us},
                                                   {"crowd_delta_bytes", large.delta_bytes},
                                                   {"crowd_delta_us", large.delta_us},
                                                   {"tournaments", json_of(*tournaments)},
                                                   {"rules", json_of(rules)},
                                                   {"signature", hex(signature())}}) +
        '\n');
    return kDone;
  }
  const auto frame_line = [&](const char* scenario, const FrameCost& cost) {
    return std::string("frames, ") + scenario + ": snapshot " + std::to_string(cost.snapshot_bytes) + " bytes in " +
           whole(cost.snapshot_us) + " us, delta " + std::to_string(cost.delta_bytes) + " bytes in " +
           whole(cost.delta_us) + " us\n";
  };
  say("rules, sitting: " + whole(sitting) + " ticks a second\nrules, crowd: " + whole(crowd) +
      " ticks a second\njournal: " + whole(journal.single) + " commits a second, " + whole(journal.grouped) +
      " entries a second by " + std::to_string(journal.group) + ", SQLite's own " + whole(journal.raw) + "\n" +
      frame_line("sitting", frames) + frame_line("crowd", large) + lines_of(*tournaments) + lines_of(rules));
  return kDone;
}

}  // namespace tt::server
