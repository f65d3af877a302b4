#include "tournament/runner.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "rules/rules.hpp"

namespace tt::tournament {
namespace {

/// Matches played ahead of the one that is due, a thread: enough that nobody waits, few enough to hold in memory.
constexpr std::uint64_t kAheadPerJob = 4;
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

/// Hands out the numbers of matches and takes back what came of them, so that they can be collected in order.
class Desk {
 public:
  Desk(std::uint64_t first, std::uint64_t last, unsigned jobs)
      : next_(first), due_(first), last_(last), ahead_(kAheadPerJob * jobs) {}

  /// The next match to play; nothing when there is none left or the run is over. Waits while too many lie here.
  std::optional<std::uint64_t> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return over_ || next_ >= last_ || next_ < due_ + ahead_; });
    if (over_ || next_ >= last_) return std::nullopt;
    return next_++;
  }

  void give(std::uint64_t index, Result<MatchResult> result) {
    const std::lock_guard lock(mutex_);
    done_.emplace(index, std::move(result));
    changed_.notify_all();
  }

  /// The match that is due, when it has been played.
  Result<MatchResult> collect() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_.contains(due_); });
    Result<MatchResult> result = std::move(done_.extract(due_).mapped());
    ++due_;
    changed_.notify_all();
    return result;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    over_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t next_;
  std::uint64_t due_;
  std::uint64_t last_;
  std::uint64_t ahead_;
  bool over_ = false;
  std::map<std::uint64_t, Result<MatchResult>> done_;
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

Result<void> run_matches(const Spec& spec, const std::filesystem::path& folder, Results& results, RunLimits limits,
                         const std::function<void(std::uint64_t)>& recorded) {
  const Schedule schedule(spec);
  Worlds worlds(spec);
  Desk desk(results.count(), limits.matches_until, limits.jobs);
  const auto play = [&](std::uint64_t index, BotPool& pool) -> Result<MatchResult> {
    const MatchPlan plan = schedule.match(index);
    const Match match = play_match(*worlds.of(plan), spec, plan, pool);
    if (auto written = write_match(folder, spec, match); !written) return written.error();
    return match.result;
  };
  const Players players(desk, limits.jobs, [&] {
    BotPool pool = pool_of(spec, folder);  // of this thread: its programs end with it
    while (const auto index = desk.take()) desk.give(*index, play(*index, pool));
  });
  while (results.count() < limits.matches_until) {
    auto match = desk.collect();
    if (!match) return match.error();
    if (auto added = results.add(*match); !added) return added.error();
    if (recorded) recorded(results.count());
  }
  return {};
}

}  // namespace tt::tournament
