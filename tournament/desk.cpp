#include "tournament/desk.hpp"

#include <algorithm>

#include "tournament/ghosts.hpp"
#include "tournament/runner.hpp"

namespace tt::tournament {

Desk::Desk(Schedule& schedule, FoundedWorlds& worlds, std::uint64_t first, std::uint64_t last, unsigned jobs)
    : schedule_(schedule),
      worlds_(worlds),
      next_(first),
      due_(first),
      last_(last),
      ahead_(kAheadPerJob * std::uint64_t{jobs}) {}

std::optional<Task> Desk::take() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (over_) return std::nullopt;
    if (!ghosts_.empty()) {
      Task task = std::move(ghosts_.front());
      ghosts_.pop_front();
      return task;
    }
    if (auto task = begin()) return task;
    if (none_left()) return std::nullopt;
    changed_.wait(lock);
  }
}

/// A match is not handed out while another thread founds its world: the two would do the work of one.
std::optional<Task> Desk::begin() {
  using State = FoundedWorlds::State;
  const std::uint64_t end = std::min({last_, due_ + ahead_, schedule_.known()});
  for (std::uint64_t index = next_; index < end; ++index) {
    MatchPlan plan = schedule_.match(index);
    const State state = worlds_.state(plan.world);
    if (state == State::kBegun || (state == State::kThere && index > next_)) continue;
    if (state == State::kNone) worlds_.begin(plan.world);
    if (index > next_) return Task{Task::Kind::kFound, index, std::move(plan), nullptr, 0};
    ++next_;
    return Task{Task::Kind::kPlay, index, std::move(plan), nullptr, 0};
  }
  return std::nullopt;
}

void Desk::founded() {
  const std::lock_guard lock(mutex_);
  changed_.notify_all();
}

void Desk::give(std::uint64_t index, Result<MatchResult> result) {
  const std::lock_guard lock(mutex_);
  finish(index, std::move(result));
}

void Desk::give(std::shared_ptr<Played> played) {
  const std::lock_guard lock(mutex_);
  played->missing = played->match.result.seats.size();
  played->ghosts.resize(played->missing);
  for (std::size_t seat = 0; seat < played->ghosts.size(); ++seat)
    ghosts_.push_back({Task::Kind::kGhost, played->index, {}, played, seat});
  changed_.notify_all();
}

void Desk::give_ghost(const Task& task, rules::Bp standing) {
  const std::lock_guard lock(mutex_);
  Played& played = *task.played;
  played.ghosts[task.seat] = standing;
  if (--played.missing > 0) return;
  take_in_ghosts(played.match.result, played.ghosts);
  finish(played.index, std::move(played.match.result));
}

Batch Desk::collect() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return done_.contains(due_); });
  Batch batch;
  for (; !batch.failure && done_.contains(due_); ++due_) {
    Result<MatchResult> result = std::move(done_.extract(due_).mapped());
    if (result)
      batch.matches.push_back(*std::move(result));
    else
      batch.failure = result.error();
  }
  changed_.notify_all();
  return batch;
}

void Desk::take_in(const MatchResult& match) {
  const std::lock_guard lock(mutex_);
  schedule_.take_in(match);
  changed_.notify_all();
}

void Desk::close() {
  const std::lock_guard lock(mutex_);
  over_ = true;
  changed_.notify_all();
}

/// Nothing to begin, and nothing whose ghosts may still come.
bool Desk::none_left() const {
  return next_ >= last_ && due_ + done_.size() >= last_;
}

void Desk::finish(std::uint64_t index, Result<MatchResult> result) {
  done_.emplace(index, std::move(result));
  changed_.notify_all();
}

}  // namespace tt::tournament
