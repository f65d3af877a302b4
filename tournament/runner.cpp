#include "tournament/runner.hpp"

#include <thread>
#include <vector>

#include "persistence/files.hpp"
#include "tournament/desk.hpp"
#include "tournament/ghosts.hpp"

namespace tt::tournament {
namespace {

/// Closes the desk and waits for everybody when the run ends, however it ends.
class Players {
 public:
  Players(Desk& desk, unsigned jobs, const std::function<void()>& work) : desk_(desk) {
    for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back(work);
  }
  Players(const Players&) = delete;
  Players& operator=(const Players&) = delete;
  ~Players() {
    desk_.close();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  Desk& desk_;
  std::vector<std::thread> threads_;
};

/// Logs in the tournament's folder, which programs do not see, nor the spec: both hold seeds.
BotPool pool_of(const Spec& spec, const std::filesystem::path& worlds) {
  const std::filesystem::path out = worlds.parent_path();
  if (spec.bots.empty()) return BotPool({});
  return BotPool(out / "bots", {out, spec.file});
}

/// A recorded match has a whole file, also after a power cut: first the files, then the rows.
Result<void> record(const std::filesystem::path& folder, Results& results, std::span<const MatchResult> matches) {
  if (matches.empty()) return {};
  if (auto synced = persistence::sync_all_in(folder); !synced) return synced.error();
  return results.add(matches);
}

}  // namespace

Result<void> run_matches(const Spec& spec, const std::filesystem::path& folder, Results& results, Stopping& stopping,
                         RunLimits limits, const std::function<void(std::uint64_t)>& recorded) {
  auto recorded_before = results.read();
  if (!recorded_before) return recorded_before.error();
  Schedule schedule(spec);
  for (const MatchResult& match : *recorded_before) schedule.take_in(match);
  FoundedWorlds worlds(spec.scenario, limits.jobs);
  Desk desk(schedule, worlds, results.count(), limits.matches_until, limits.jobs);
  const auto work = [&](const Task& task, BotPool& pool) {
    if (task.kind == Task::Kind::kGhost)
      return desk.give_ghost(task, ghost_standing(*task.played->founded, task.played->match, task.seat));
    auto founded = worlds.of(task.plan);
    desk.founded();
    if (task.kind == Task::Kind::kFound) return;
    Match match = play_match(*founded, spec, task.plan, pool);
    if (auto written = write_match(folder, spec, match); !written) return desk.give(task.index, written.error());
    if (spec.score == Score::kLaurels) return desk.give(task.index, std::move(match.result));
    desk.give(std::make_shared<Played>(Played{task.index, std::move(founded), std::move(match), {}, 0}));
  };
  const Players players(desk, limits.jobs, [&] {
    BotPool pool = pool_of(spec, folder);  // of this thread: its programs end with it
    while (const auto task = desk.take()) work(*task, pool);
  });
  while (results.count() < limits.matches_until && !stopping.over()) {
    const Batch batch = desk.collect();
    std::size_t wanted = 0;
    while (wanted < batch.matches.size() && !stopping.over()) stopping.take_in(batch.matches[wanted++]);
    const std::span<const MatchResult> matches = std::span(batch.matches).first(wanted);
    if (auto recorded_now = record(folder, results, matches); !recorded_now) return recorded_now.error();
    for (const MatchResult& match : matches) desk.take_in(match);
    if (recorded)
      for (std::size_t left = matches.size(); left > 0; --left) recorded(results.count() - left + 1);
    if (batch.failure && !stopping.over()) return *batch.failure;
  }
  return {};
}

}  // namespace tt::tournament
