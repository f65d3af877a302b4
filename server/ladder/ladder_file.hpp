// A ladder's results on the disk: who is rated how, and every match with its seats. A match is rated once: its end and
// what it does to ratings are one transaction, and whoever comes second with the same end changes nothing. One thread
// at a time; holds the file's exclusive lock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "persistence/result.hpp"
#include "server/ladder/queue.hpp"
#include "server/ladder/rating.hpp"

namespace tt::server {

/// Somebody with a rating.
struct LadderPlayer {
  Contender who;
  std::string account_name;  ///< as the person called themselves for the last match
  bool claimed = false;
  Skill skill;
  std::uint32_t games = 0;  ///< rated ones
  double change = 0;        ///< of the mean, by the last of them
  std::uint64_t played_ms = 0;
};

/// How a seat ended. Stored: the numbers stay.
enum class Conduct : std::uint8_t { kStayed = 1, kAway = 2, kLeft = 3 };

/// Who sits where in a match, and what came of it.
struct LadderEntrant {
  Contender who;             ///< guest 0: a built-in strategy
  std::string account_name;  ///< of that strategy: its name
  bool claimed = false;
  std::uint32_t rank = 0;  ///< 0: not over
  std::int64_t score = 0;
  Conduct conduct = Conduct::kStayed;
  Skill before;  ///< as the match was rated
  double change = 0;

  [[nodiscard]] bool built_in() const { return who.guest == 0; }
};

struct LadderGame {
  std::int64_t number = 0;  ///< from 1
  std::string world;
  std::uint64_t began_ms = 0;
  std::uint64_t ended_ms = 0;  ///< 0: it runs
  bool rated = false;
  bool by_ghost = false;                ///< scores are differences the seats made; else laurels
  bool kept = true;                     ///< its world is there
  std::vector<LadderEntrant> entrants;  ///< in the order of the seats
};

/// A game that has just been rated, and who has other ratings for it.
struct LadderFinish {
  LadderGame game;
  std::vector<LadderPlayer> players;
};

/// What is known of a seat at the end.
struct LadderResult {
  std::int64_t score = 0;
  Conduct conduct = Conduct::kStayed;
};

class LadderFile {
 public:
  template <class Value>
  using Result = persistence::Result<Value>;

  /// Opens, or makes an empty one where there is none.
  static Result<LadderFile> open(const std::filesystem::path& path);

  LadderFile(LadderFile&&) noexcept;
  LadderFile& operator=(LadderFile&&) noexcept;
  ~LadderFile();

  Result<std::vector<LadderPlayer>> players();
  /// Those that run, the oldest first.
  Result<std::vector<LadderGame>> running();
  /// The latest that have ended, the latest first, so many at most.
  Result<std::vector<LadderGame>> ended(std::size_t most);
  /// Ended ones whose worlds are kept, the oldest first.
  Result<std::vector<LadderGame>> kept();

  /// Before its world is founded: the game's number. On the disk when this returns, as all that follows.
  Result<std::int64_t> begin(const LadderGame& game);
  /// Its world never came about.
  Result<void> strike(std::int64_t number);
  /// One result a seat. Nothing if it had ended before, or there is none of that number.
  Result<std::optional<LadderFinish>> finish(std::int64_t number, std::span<const LadderResult> results, bool by_ghost,
                                             bool rate_built_in, std::uint64_t now_ms);
  /// Its world is no longer there.
  Result<void> let_go(std::int64_t number);
  /// Ratings of guests without an account who last played before that moment.
  Result<void> expire(std::uint64_t before_ms);
  /// Ratings of this account and its bots.
  Result<void> forget(std::uint64_t guest);

 private:
  struct State;
  explicit LadderFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tt::server
