// Which strategy sits where in which match: a function of the spec, and of the finished rounds where the format has
// any.
//
// A block is one lineup in one world, played in several seat orders. Within a role with S seats, the strategy at
// position p of the lineup takes seat (p + order) mod S: the rows of a cyclic Latin square, so that over S orders every
// position sits in every seat once. Where the strategies of a role do not fill its seats evenly, lineup l starts the
// list of strategies at l (a cyclic design: over all lineups every strategy plays equally often). Those in focus keep
// the first position: one of them, or two in turn, each in every seat order of the same blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tournament/rounds.hpp"
#include "tournament/spec.hpp"

namespace tt::tournament {

struct Seating {
  rules::Role role = rules::Role::kCapitalist;
  std::uint32_t seat = 0;      ///< of its role, in the order in which the world offers them
  std::uint32_t position = 0;  ///< in the lineup
  const StrategyEntry* strategy = nullptr;
};

struct MatchPlan {
  std::uint64_t block = 0;
  std::uint32_t order = 0;  ///< within the block
  std::uint32_t world = 0;
  std::uint32_t lineup = 0;
  std::uint64_t world_seed = 0;
  std::vector<Seating> seatings;  ///< by role, then seat
};

/// Seat orders after which every position has sat in every seat equally often: the least common multiple of the seats.
[[nodiscard]] std::uint64_t full_rotation(const Spec& spec);

class Schedule {
 public:
  explicit Schedule(const Spec& spec);

  /// Of a world; in rounds the tables of the first.
  [[nodiscard]] std::uint64_t lineups() const { return lineups_; }
  /// Of all rounds.
  [[nodiscard]] std::uint32_t worlds() const;
  [[nodiscard]] std::uint64_t matches_a_block() const { return spec_.rotations * versions_; }
  [[nodiscard]] std::uint64_t matches_a_world() const { return lineups_ * matches_a_block(); }
  /// All there may be: a stopping rule may make it fewer.
  [[nodiscard]] std::uint64_t matches() const { return blocks() * matches_a_block(); }
  /// The first so many are decided; the others when the round is over.
  [[nodiscard]] std::uint64_t known() const;
  [[nodiscard]] bool seats_are_balanced() const { return spec_.rotations % full_rotation(spec_) == 0; }
  /// "2 worlds x 3 lineups x 2 seat orders"; `worlds`: how many of them were played.
  [[nodiscard]] std::string design(std::uint32_t worlds) const;

  /// The match of that number, 0 … known() − 1: by block, then seat order, then version. Blocks of one world are
  /// neighbours, so that it is founded once.
  [[nodiscard]] MatchPlan match(std::uint64_t index) const;
  /// The next match has been played.
  void take_in(const MatchResult& result);

  /// Best first; empty unless the format has rounds.
  [[nodiscard]] std::vector<Placing> placings() const;

 private:
  const Spec& spec_;
  std::uint64_t lineups_ = 1;
  std::uint64_t versions_ = 1;
  std::optional<Rounds> rounds_;

  [[nodiscard]] std::uint64_t blocks() const { return rounds_ ? rounds_->blocks() : lineups_ * spec_.worlds; }
};

}  // namespace tt::tournament
