#include "tournament/runner.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "rules/rules.hpp"
#include "tournament/ghosts.hpp"

namespace tt::tournament {
namespace {

/// Worlds kept founded: neighbours in the schedule share one.
constexpr std::uint32_t kWorldsKept = 4;

class Worlds {
 public:
  explicit Worlds(const Spec& spec) : scenario_(spec.scenario) {}

  /// The founded world of a plan; made once, however many ask at the same time.
  std::shared_ptr<const rules::World> of(const MatchPlan& plan) {
    std::shared_ptr<Slot> slot;
    {
      const std::lock_guard lock(mutex_);
      std::shared_ptr<Slot>& kept = slots_[plan.world];
      if (!kept) kept = std::make_shared<Slot>();
      slot = kept;
      while (slots_.size() > kWorldsKept) slots_.erase(slots_.begin());
    }
    std::call_once(slot->once, [&] { slot->world = rules::found_world(scenario_, plan.world_seed); });
    return {slot, &slot->world};
  }

 private:
  struct Slot {
    std::once_flag once;
    rules::World world;
  };
  const rules::Scenario& scenario_;
  std::mutex mutex_;
  std::map<std::uint32_t, std::shared_ptr<Slot>> slots_;
};

/// A match on the desk: its ghosts are handed out one by one once it is played.
struct Played {
  std::uint64_t index = 0;
  std::shared_ptr<const rules::World> founded;
  Match match;
  std::vector<rules::Bp> ghosts;  ///< standings, one a seat
  std::size_t missing = 0;        ///< of them, not played yet
};

/// What a thread is to do next: play a match, or one ghost of a played one.
struct Task {
  std::uint64_t index = 0;
  MatchPlan plan;                  ///< of the match to be played
  std::shared_ptr<Played> played;  ///< or the match whose ghost it is
  std::size_t seat = 0;
};

/// Hands out tasks and takes back what came of them, so that matches can be collected in order.
class Desk {
 public:
  /// `schedule` has taken in the matches before `first`.
  Desk(Schedule& schedule, std::uint64_t first, std::uint64_t last, unsigned jobs)
      : schedule_(schedule), next_(first), due_(first), last_(last), ahead_(kAheadPerJob * jobs) {}

  /// Ghosts first: what is begun is finished. Nothing when there is nothing left to begin or the run is over. Waits
  /// while too many matches lie here, or while the next round is not drawn.
  std::optional<Task> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return over_ || !ghosts_.empty() || none_left() || may_begin(); });
    if (over_) return std::nullopt;
    if (!ghosts_.empty()) {
      Task task = std::move(ghosts_.front());
      ghosts_.pop_front();
      return task;
    }
    if (!may_begin()) return std::nullopt;
    const std::uint64_t index = next_++;
    return Task{index, schedule_.match(index), nullptr, 0};
  }

  /// The match is complete.
  void give(std::uint64_t index, Result<MatchResult> result) {
    const std::lock_guard lock(mutex_);
    finish(index, std::move(result));
  }

  /// The match is played, its ghosts are to follow.
  void give(std::shared_ptr<Played> played) {
    const std::lock_guard lock(mutex_);
    played->missing = played->match.result.seats.size();
    played->ghosts.resize(played->missing);
    for (std::size_t seat = 0; seat < played->ghosts.size(); ++seat)
      ghosts_.push_back({played->index, {}, played, seat});
    changed_.notify_all();
  }

  void give_ghost(const Task& task, rules::Bp standing) {
    const std::lock_guard lock(mutex_);
    Played& played = *task.played;
    played.ghosts[task.seat] = standing;
    if (--played.missing > 0) return;
    take_in_ghosts(played.match.result, played.ghosts);
    finish(played.index, std::move(played.match.result));
  }

  /// The match that is due, when it is complete.
  Result<MatchResult> collect() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_.contains(due_); });
    Result<MatchResult> result = std::move(done_.extract(due_).mapped());
    ++due_;
    changed_.notify_all();
    return result;
  }

  /// What was collected counts: it may decide who meets next.
  void take_in(const MatchResult& match) {
    const std::lock_guard lock(mutex_);
    schedule_.take_in(match);
    changed_.notify_all();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    over_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  Schedule& schedule_;
  std::uint64_t next_;
  std::uint64_t due_;
  std::uint64_t last_;
  std::uint64_t ahead_;
  bool over_ = false;
  std::deque<Task> ghosts_;
  std::map<std::uint64_t, Result<MatchResult>> done_;

  /// Nothing to begin, and nothing whose ghosts may still come.
  [[nodiscard]] bool none_left() const { return next_ >= last_ && due_ + done_.size() >= last_; }
  [[nodiscard]] bool may_begin() const { return next_ < std::min({last_, due_ + ahead_, schedule_.known()}); }
  void finish(std::uint64_t index, Result<MatchResult> result) {
    done_.emplace(index, std::move(result));
    changed_.notify_all();
  }
};

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

}  // namespace

Result<void> run_matches(const Spec& spec, const std::filesystem::path& folder, Results& results, Stopping& stopping,
                         RunLimits limits, const std::function<void(std::uint64_t)>& recorded) {
  auto recorded_before = results.read();
  if (!recorded_before) return recorded_before.error();
  Schedule schedule(spec);
  for (const MatchResult& match : *recorded_before) schedule.take_in(match);
  Worlds worlds(spec);
  Desk desk(schedule, results.count(), limits.matches_until, limits.jobs);
  const auto work = [&](const Task& task, BotPool& pool) {
    if (task.played) return desk.give_ghost(task, ghost_standing(*task.played->founded, task.played->match, task.seat));
    auto founded = worlds.of(task.plan);
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
    auto match = desk.collect();
    if (!match) return match.error();
    if (auto added = results.add(*match); !added) return added.error();
    stopping.take_in(*match);
    desk.take_in(*match);
    if (recorded) recorded(results.count());
  }
  return {};
}

}  // namespace tt::tournament
