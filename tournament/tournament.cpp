#include "tournament/tournament.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <ostream>
#include <system_error>
#include <thread>

#include "rules/rules.hpp"
#include "tournament/bots/process.hpp"
#include "tournament/ghosts.hpp"
#include "tournament/places.hpp"
#include "tournament/report/report.hpp"
#include "tournament/results.hpp"
#include "tournament/runner.hpp"
#include "tournament/standings.hpp"
#include "tournament/stopping.hpp"
#include "tournament/write_file.hpp"

namespace tt::tournament {
namespace {

constexpr unsigned kJobsMost = 256;  // a thread takes a world of a few megabytes

/// Keeps a second run out of the folder; the kernel lets go of it however this one ends.
class FolderLock {
 public:
  static Result<FolderLock> take(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return FolderLock(descriptor);
    if (descriptor >= 0) ::close(descriptor);
    return Failure{
        descriptor < 0 ? "The folder cannot be opened." : "Another run is at work in this folder.", folder.string(),
        descriptor < 0 ? "Check the path and its permissions." : "Wait for it, or choose another folder with --out."};
  }
  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

/// "12 of 96 matches, 3.4 a second, 25 s left", written over itself.
class ProgressLine {
 public:
  ProgressLine(std::ostream& err, bool shown, std::uint64_t first, std::uint64_t last)
      : err_(err), shown_(shown), first_(first), last_(last), began_(std::chrono::steady_clock::now()) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() {
    if (shown_) err_ << '\n';
  }

  void show(std::uint64_t count) {
    if (!shown_) return;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    const double rate = static_cast<double>(count - first_) / std::max(seconds, 1e-3);
    err_ << '\r' << count << " of " << last_ << " matches, " << std::fixed << std::setprecision(1) << rate
         << " a second, " << std::setprecision(0) << static_cast<double>(last_ - count) / rate << " s left    "
         << std::flush;
  }

 private:
  std::ostream& err_;
  bool shown_;
  std::uint64_t first_;
  std::uint64_t last_;
  std::chrono::steady_clock::time_point began_;
};

Result<Results> open_results(const Places& places, const Spec& spec) {
  std::error_code ignored;
  if (std::filesystem::exists(places.results(), ignored)) return Results::open(places.results(), spec);
  if (std::filesystem::exists(places.worlds(), ignored) && !std::filesystem::is_empty(places.worlds(), ignored))
    return Failure{"There are matches here, but no results.sqlite.", places.folder.string(),
                   "Choose another folder with --out."};
  return Results::create(places.results(), spec);
}

/// Going on needs the matches there and a program that would play them the same way: the last one is played again.
Result<void> check_continuation(const Places& places, const Spec& spec, Results& results) {
  if (results.count() == 0) return {};
  auto matches = results.read();
  if (!matches) return matches.error();
  for (const MatchResult& match : *matches) {
    const std::filesystem::path file = places.worlds() / match_file_name(match.block, match.order);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
      return Failure{"The file of a recorded match is missing.", file.string(),
                     "Put it back, or run the tournament in a new folder."};
  }
  if (!spec.bots.empty() && spec.time.clocks) return {};  // what is in time depends on the day
  Schedule schedule(spec);
  for (std::size_t i = 0; i + 1 < matches->size(); ++i) schedule.take_in((*matches)[i]);
  const MatchPlan plan = schedule.match(results.count() - 1);
  const rules::World world = rules::found_world(spec.scenario, plan.world_seed);
  Match again = play_match(world, spec, plan);
  if (spec.score == Score::kGhost) play_ghosts(world, again);
  if (again.result == matches->back()) return {};
  return Failure{"This program plays the last recorded match differently: its strategies or rules have changed since.",
                 places.results().string(),
                 "Go on with the program that began, or run the tournament in a new folder."};
}

Result<void> write_report(const Places& places, const Spec& spec, std::vector<MatchResult> matches,
                          const std::string& links) {
  const report::Report made = report::report_of(spec, std::move(matches));
  if (auto written = write_file(places.report("html"), report::to_html(made, links)); !written) return written.error();
  if (auto written = write_file(places.report("json"), report::to_json(made)); !written) return written.error();
  return write_file(places.report("csv"), report::to_csv(made));
}

Result<void> tell(const Places& places, const Spec& spec, Results& results, const TournamentOptions& options,
                  std::ostream& out) {
  auto matches = results.read();
  if (!matches) return matches.error();
  if (auto written = Results::rewrite(places.results(), spec, *matches); !written) return written.error();
  const Standings standings = standings_of(spec, *matches);
  const std::string text = to_text(spec, standings);
  if (auto written = write_file(places.csv(), to_csv(*matches)); !written) return written.error();
  if (auto written = write_file(places.standings(), text); !written) return written.error();
  if (auto written = write_report(places, spec, *std::move(matches), options.links); !written) return written.error();
  out << (options.json ? to_json(spec, standings) : text);
  return {};
}

/// What has been played so far, as the stopping rule sees it.
Result<Stopping> look_back(const Spec& spec, Results& results) {
  auto matches = results.read();
  if (!matches) return matches.error();
  Stopping stopping(spec);
  for (const MatchResult& match : *matches) stopping.take_in(match);
  return stopping;
}

/// Files of matches that were begun before it was known that enough had been played.
void remove_surplus(const Places& places, const Spec& spec, Results& results) {
  Schedule schedule(spec);
  const std::uint64_t end = std::min(schedule.known(), results.count() + kAheadPerJob * kJobsMost);
  for (std::uint64_t index = results.count(); index < end; ++index)
    remove_unrecorded(places.worlds(), schedule.match(index));
}

int refuse(std::ostream& err, const Failure& failure, int code) {
  err << "technotariat tournament: " << failure.text() << '\n';
  return code;
}

Result<FolderLock> enter(const Places& places) {
  std::error_code failed;
  std::filesystem::create_directories(places.worlds(), failed);
  if (failed)
    return Failure{"The folder cannot be made: " + failed.message() + ".", places.worlds().string(),
                   "Choose another with --out."};
  return FolderLock::take(places.folder);
}

}  // namespace

int run_tournament(const TournamentOptions& options, std::ostream& out, std::ostream& err) {
  const auto spec = load_spec(options.spec, options.origin);
  if (!spec) return refuse(err, spec.error(), 2);
  if (options.jobs > kJobsMost)
    return refuse(err, {"That are too many jobs.", "--jobs", "Ask for at most " + std::to_string(kJobsMost) + "."}, 2);
  const Places places{options.out.empty() ? usual_folder(options.spec) : options.out};
  const auto lock = enter(places);
  if (!lock) return refuse(err, lock.error(), 2);
  auto results = open_results(places, *spec);
  if (!results) return refuse(err, results.error(), 2);
  if (auto same = check_continuation(places, *spec, *results); !same) return refuse(err, same.error(), 2);
  if (auto kept = keep_spec(places, options.spec, options.origin); !kept) return refuse(err, kept.error(), 2);

  auto stopping = look_back(*spec, *results);
  if (!stopping) return refuse(err, stopping.error(), 1);
  const std::uint64_t all = Schedule(*spec).matches();
  const std::uint64_t until = options.matches_max == 0 ? all : std::min(all, results->count() + options.matches_max);
  const unsigned jobs =
      options.jobs > 0 ? options.jobs : std::clamp(std::thread::hardware_concurrency(), 1U, kJobsMost);
  if (!spec->bots.empty()) err << fence_description() << '\n';
  if (results->count() > 0) err << results->count() << " of " << all << " matches were there already.\n";
  {
    ProgressLine progress(err, options.progress, results->count(), until);
    const auto played = run_matches(*spec, places.worlds(), *results, *stopping, {jobs, until},
                                    [&](std::uint64_t count) { progress.show(count); });
    if (!played) return refuse(err, played.error(), 1);
  }
  if (!stopping->over()) {
    err << until << " of " << all << " matches are played; run it again to go on.\n";
    return 0;
  }
  if (results->count() < all) remove_surplus(places, *spec, *results);
  if (auto told = tell(places, *spec, *results, options, out); !told) return refuse(err, told.error(), 1);
  return 0;
}

int resume_tournament(const ResumeOptions& options, std::ostream& out, std::ostream& err) {
  const Places places{options.folder};
  if (const auto spec = load_spec(places); !spec) return refuse(err, spec.error(), 2);
  return run_tournament({.spec = places.spec(),
                         .origin = origin_of(places),
                         .out = options.folder,
                         .jobs = options.jobs,
                         .json = options.json,
                         .progress = options.progress,
                         .links = options.links},
                        out, err);
}

int report_tournament(const ReportOptions& options, std::ostream& out, std::ostream& err) {
  const Places places{options.folder};
  const auto spec = options.spec.empty() ? load_spec(places) : read_spec(options.spec);
  if (!spec) return refuse(err, spec.error(), 2);
  auto results = Results::open(places.results(), *spec);
  if (!results) return refuse(err, results.error(), 2);
  const auto stopping = look_back(*spec, *results);
  if (!stopping) return refuse(err, stopping.error(), 1);
  const std::uint64_t all = Schedule(*spec).matches();
  if (!stopping->over())
    return refuse(err,
                  {std::to_string(results->count()) + " of " + std::to_string(all) + " matches are played.",
                   options.folder.string(), "Run the tournament to its end first."},
                  2);
  auto matches = results->read();
  if (!matches) return refuse(err, matches.error(), 1);
  if (auto written = write_report(places, *spec, *std::move(matches), options.links); !written)
    return refuse(err, written.error(), 1);
  out << places.report("html").string() << '\n';
  return 0;
}

void list_strategies(std::ostream& out) {
  for (const StrategyEntry& entry : strategies()) {
    std::string roles;
    for (const rules::Role role : kAllRoles)
      if (entry.roles.include(role)) roles += (roles.empty() ? "" : ", ") + std::string(name_of(role));
    out << std::left << std::setw(20) << entry.name << std::setw(28) << roles << entry.description << '\n';
    for (const Setting& setting : entry.settings)
      out << "    " << setting.name << " = " << setting.usual << ", " << setting.least << " to " << setting.most << ": "
          << setting.meaning << '\n';
  }
}

}  // namespace tt::tournament
