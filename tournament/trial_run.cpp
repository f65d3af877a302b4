#include "tournament/trial_run.hpp"

#include <algorithm>
#include <chrono>
#include <ostream>
#include <system_error>
#include <thread>

#include "rules/rules.hpp"
#include "tournament/bots/pool.hpp"
#include "tournament/bots/process.hpp"
#include "tournament/bots/try_start.hpp"
#include "tournament/ghosts.hpp"
#include "tournament/match.hpp"
#include "tournament/places.hpp"
#include "tournament/results.hpp"
#include "tournament/schedule.hpp"
#include "tournament/spec_format.hpp"
#include "tournament/text.hpp"

namespace tt::tournament {
namespace {

int refuse(std::ostream& err, const Failure& failure, int code) {
  err << "technotariat tournament check: " << failure.text() << '\n';
  return code;
}

std::string duration_text(double seconds) {
  if (seconds < 100) return fixed(seconds, 1) + " s";
  return seconds < 6'000 ? fixed(seconds / 60, 0) + " minutes" : fixed(seconds / 3'600, 1) + " hours";
}

void tell_plan(const Spec& spec, const Schedule& schedule, std::ostream& out) {
  out << spec.name << ": " << (spec.stop.kind == StopRule::Kind::kBudget ? "" : "at most ")
      << counted(schedule.matches(), "match", "matches") << " of " << counted(spec.ticks, "tick", "ticks") << ", "
      << name_of(spec.format) << ": " << schedule.design(spec.worlds) << ", in " << spec.scenario.name << ".\n";
  for (const rules::Role role : kAllRoles) {
    if (spec.of(role).seats == 0) continue;
    out << "  " << section_of(role) << ": " << spec.of(role).seats << " seats for";
    for (const StrategyEntry* entry : spec.of(role).strategies) out << ' ' << entry->name;
    out << '\n';
  }
  if (!schedule.seats_are_balanced())
    out << "  Not everybody sits in every seat equally often: rotations is less than a full one.\n";
}

/// Whether all of them get ready.
bool start_programs(const Spec& spec, std::ostream& out) {
  bool all = true;
  if (!spec.bots.empty()) out << fence_description() << '\n';
  for (const auto& bot : spec.bots) {
    const auto ready = try_start(bot->program, spec.time);
    all = all && ready;
    out << "  " << bot->program.name << ": "
        << (ready ? "ready after " + fixed(std::chrono::duration<double, std::milli>(*ready).count(), 0) + " ms"
                  : ready.error().text())
        << '\n';
  }
  return all;
}

/// Without the start of its programs, which live from match to match: a match of one tick has started them.
double seconds_of_first_match(const Spec& spec, const Schedule& schedule) {
  const MatchPlan plan = schedule.match(0);
  const auto founded = rules::found_world(spec.scenario, plan.world_seed);
  BotPool pool({});
  Spec short_one = spec;
  short_one.ticks = 1;
  static_cast<void>(play_match(founded, short_one, plan, pool));
  const auto began = std::chrono::steady_clock::now();
  Match match = play_match(founded, spec, plan, pool);
  if (spec.score == Score::kGhost) play_ghosts(founded, match);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int try_tournament(const TrialOptions& options, std::ostream& out, std::ostream& err) {
  const auto spec = read_spec(options.spec);
  if (!spec) return refuse(err, spec.error(), 2);
  const Places places{options.out.empty() ? usual_folder(options.spec) : options.out};
  const Schedule schedule(*spec);
  std::uint64_t there = 0;
  std::error_code ignored;
  if (std::filesystem::exists(places.results(), ignored)) {
    const auto results = Results::open(places.results(), *spec);
    if (!results) return refuse(err, results.error(), 2);
    there = results->count();
  }
  tell_plan(*spec, schedule, out);
  if (!start_programs(*spec, out)) {
    err << "technotariat tournament check: Not all programs start; `technotariat bot check` tells more of each.\n";
    return 1;
  }
  const double seconds = seconds_of_first_match(*spec, schedule);
  const unsigned jobs = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  const std::uint64_t left = schedule.matches() - there;
  out << "The first match took " << duration_text(seconds) << " just now; the " << left << " to be played take about "
      << duration_text(seconds * static_cast<double>(left) / jobs) << " with " << jobs << " jobs.\n"
      << "A run writes to " << places.folder.string()
      << (there > 0 ? ", where " + std::to_string(there) + " are already" : "")
      << ": results.sqlite, results.csv, standings.txt, report.html, .json and .csv, spec.toml, worlds/"
      << (spec->bots.empty() ? "" : ", bots/") << ".\n";
  return 0;
}

}  // namespace tt::tournament
