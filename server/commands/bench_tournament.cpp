#include "server/commands/bench_tournament.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "rules/rules.hpp"
#include "server/commands/stopwatch.hpp"
#include "tournament/bots/try_start.hpp"
#include "tournament/rate.hpp"
#include "tournament/runner.hpp"
#include "tournament/scratch_folder.hpp"
#include "tournament/spec.hpp"

namespace tt::server {
namespace {

using persistence::Result;
using tournament::ScratchFolder;

/// Three seats of the smallest scenario, held by nobody in particular.
std::string idle_spec(std::uint32_t worlds) {
  return "name = \"Bench\"\nscenario = \"hamlet\"\nscore = \"laurels\"\nmaster_seed = 7\nworlds = " +
         std::to_string(worlds) +
         "\n[capitalists]\nseats = 2\nstrategies = [\"idle\"]\n[members]\nseats = 1\nstrategies = [\"idle\"]\n";
}

std::string sitting_spec(const std::string& score) {
  return "name = \"Bench\"\nscenario = \"sitting\"\nscore = \"" + score +
         "\"\nmaster_seed = 7\nworlds = 16\nrotations = 1\n[capitalists]\nseats = 2\nstrategies = [\"poacher\", "
         "\"automator\"]\n[members]\nseats = 1\nstrategies = [\"organiser\"]\n";
}

std::string program_spec(const std::string& command, const std::string& transport) {
  return "name = \"Bench\"\nscenario = \"hamlet\"\nscore = \"laurels\"\nmaster_seed = 7\nworlds = "
         "40\n[bots.measured]\ncommand = '" +
         command + "'\ntransport = \"" + transport +
         "\"\n[capitalists]\nseats = 2\nstrategies = [\"measured\"]\n[members]\nseats = 1\nstrategies = "
         "[\"measured\"]\n";
}

struct Run {
  double seconds = 0;
  std::uint64_t matches = 0;
  std::uint64_t decisions = 0;  ///< one a seat and tick
};

/// Plays the whole of a spec as `tournament run` does, up to the tables of the end.
Result<Run> play(const tournament::Spec& spec, unsigned jobs) {
  const auto folder = ScratchFolder::make("bench-tournament");
  if (!folder) return folder.error();
  const std::filesystem::path worlds = folder->path() / "worlds";
  std::error_code problem;
  std::filesystem::create_directory(worlds, problem);
  if (problem)
    return persistence::Failure{"The folder cannot be made: " + problem.message() + ".", worlds.string(),
                                "Make room there."};
  auto results = tournament::Results::create(folder->path() / "results.sqlite", spec);
  if (!results) return results.error();
  tournament::Stopping stopping(spec);
  Run run{0, tournament::Schedule(spec).matches(), 0};
  persistence::Result<void> played;
  run.seconds = seconds_of([&] {
    played = tournament::run_matches(spec, worlds, *results, stopping, {jobs, run.matches}, {});
  });
  if (!played) return played.error();
  auto matches = results->read();
  if (!matches) return matches.error();
  for (const tournament::MatchResult& match : *matches) run.decisions += match.seats.size() * match.ticks;
  return run;
}

/// The same worlds with the same seats taken, and their ticks closed: what the rules alone take.
double bare_seconds(const tournament::Spec& spec) {
  const tournament::Schedule schedule(spec);
  return seconds_of([&] {
    std::uint64_t founded_seed = 0;
    rules::World founded;
    for (std::uint64_t index = 0; index < schedule.matches(); ++index) {
      const tournament::MatchPlan plan = schedule.match(index);
      if (index == 0 || plan.world_seed != founded_seed) founded = rules::found_world(spec.scenario, plan.world_seed);
      founded_seed = plan.world_seed;
      rules::World world = founded;
      for (const tournament::Seating& seating : plan.seatings)
        static_cast<void>(rules::apply(world, rules::TakeSeat{rules::free_seat(world, seating.role),
                                                              plan.seatings.size(), "idle", rules::Controller::kBot}));
      for (rules::Tick tick = 0; tick < spec.ticks && !world.finished; ++tick) rules::close_tick(world);
    }
  });
}

/// A file of results as another runner might have written it: 12 strategies, four at a table.
std::string made_up_results() {
  constexpr std::uint32_t kMatches = 10'000, kStrategies = 12, kSeats = 4;
  std::ostringstream text;
  text << "match,seed,seat,strategy,score\n";
  for (std::uint32_t match = 0; match < kMatches; ++match)
    for (std::uint32_t seat = 0; seat < kSeats; ++seat) {
      const std::uint32_t strategy = (match + seat * (1 + match / kStrategies % 2)) % kStrategies;
      text << match << ',' << match / 4 << ',' << seat << ",s" << strategy << ','
           << strategy + rules::mix(std::uint64_t{match} * kSeats + seat) % 20 << '\n';
    }
  return text.str();
}

Result<double> rating_seconds() {
  const auto folder = ScratchFolder::make("bench-rating");
  if (!folder) return folder.error();
  const std::filesystem::path file = folder->path() / "results.csv";
  std::ofstream(file) << made_up_results();
  std::ostringstream told;
  return seconds_of([&] { static_cast<void>(tournament::rate({.file = file}, told, told)); });
}

unsigned processors() {
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

Result<TournamentCost> measure_tournaments() {
  TournamentCost cost;
  const auto idle = tournament::parse_spec(idle_spec(200), "bench");
  if (!idle) return idle.error();
  const auto crowd = play(*idle, processors());
  if (!crowd) return crowd.error();
  cost.decisions_per_second = static_cast<double>(crowd->decisions) / crowd->seconds;
  const auto alone = play(*idle, 1);
  if (!alone) return alone.error();
  const double bare = bare_seconds(*idle);
  cost.overhead = alone->seconds / bare - 1;
  cost.rules_decisions_per_second = static_cast<double>(alone->decisions) / bare * processors();
  for (const bool ghosts : {false, true}) {
    const auto spec = tournament::parse_spec(sitting_spec(ghosts ? "ghost" : "laurels"), "bench");
    if (!spec) return spec.error();
    const auto sittings = play(*spec, processors());
    if (!sittings) return sittings.error();
    (ghosts ? cost.ghost_sittings_per_second : cost.sittings_per_second) =
        static_cast<double>(sittings->matches) / sittings->seconds;
  }
  const auto rating = rating_seconds();
  if (!rating) return rating.error();
  cost.rating_seconds = *rating;
  return cost;
}

Result<double> measure_program(const std::string& command, const std::string& transport) {
  const auto spec = tournament::parse_spec(program_spec(command, transport), "bench");
  if (!spec) return spec.error();
  // A program that does not start would lose at great speed.
  for (const auto& bot : spec->bots)
    if (const auto ready = tournament::try_start(bot->program, spec->time); !ready) return ready.error();
  const auto run = play(*spec, processors());
  if (!run) return run.error();
  return static_cast<double>(run->decisions) / run->seconds;
}

}  // namespace tt::server
