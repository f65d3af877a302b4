// Hands out what a run has to do to the threads that do it, and takes back what came of it, so that matches are
// collected in the order of the schedule.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "tournament/founded_worlds.hpp"
#include "tournament/match.hpp"
#include "tournament/schedule.hpp"

namespace tt::tournament {

/// A match on the desk: its ghosts are handed out one by one once it is played.
struct Played {
  std::uint64_t index = 0;
  std::shared_ptr<const rules::World> founded;
  Match match;
  std::vector<rules::Bp> ghosts;  ///< standings, one a seat
  std::size_t missing = 0;        ///< of them, not played yet
};

/// What a thread is to do next.
struct Task {
  enum class Kind : std::uint8_t { kFound, kPlay, kGhost };

  Kind kind = Kind::kPlay;
  std::uint64_t index = 0;         ///< of the match
  MatchPlan plan;                  ///< of the match to be played, or one in the world to be founded
  std::shared_ptr<Played> played;  ///< the match whose ghost it is
  std::size_t seat = 0;            ///< of the ghost
};

/// Matches that are complete, the next of the schedule.
struct Batch {
  std::vector<MatchResult> matches;
  std::optional<Failure> failure;  ///< of the match after them
};

/// May be used from any thread.
class Desk {
 public:
  /// Matches first … last − 1. `schedule` has taken in those before `first`; it and `worlds` must outlive the desk.
  Desk(Schedule& schedule, FoundedWorlds& worlds, std::uint64_t first, std::uint64_t last, unsigned jobs);

  /// Ghosts first: what is begun is finished. Then the next match, or a world that is needed soon, if the next match's
  /// is being founded by another. Nothing when there is nothing left to begin or the run is over. Waits while too many
  /// matches lie here, or while the next round is not drawn.
  [[nodiscard]] std::optional<Task> take();

  /// A world is there.
  void founded();
  /// The match is complete.
  void give(std::uint64_t index, Result<MatchResult> result);
  /// The match is played, its ghosts are to follow.
  void give(std::shared_ptr<Played> played);
  void give_ghost(const Task& task, rules::Bp standing);

  /// Waits for the match that is due; it and all complete ones behind it.
  [[nodiscard]] Batch collect();
  /// What was collected counts: it may decide who meets next.
  void take_in(const MatchResult& match);

  /// The run is over.
  void close();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  Schedule& schedule_;
  FoundedWorlds& worlds_;
  std::uint64_t next_;
  std::uint64_t due_;
  std::uint64_t last_;
  std::uint64_t ahead_;
  bool over_ = false;
  std::deque<Task> ghosts_;
  std::map<std::uint64_t, Result<MatchResult>> done_;

  [[nodiscard]] bool none_left() const;
  [[nodiscard]] std::optional<Task> begin();
  void finish(std::uint64_t index, Result<MatchResult> result);
};

}  // namespace tt::tournament
