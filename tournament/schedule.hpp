// Which strategy sits where in which match: a pure function of the spec.
//
// A block is one lineup in one world, played in several seat orders. Within a role with S seats, the strategy at
// position p of the lineup takes seat (p + order) mod S: the rows of a cyclic Latin square, so that over S orders every
// position sits in every seat once. Where the strategies of a role do not fill its seats evenly, lineup l starts the
// list of strategies at l (a cyclic design: over all lineups every strategy plays equally often).
#pragma once

#include <cstdint>
#include <vector>

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
  std::uint32_t order = 0;  ///< of seats
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

  [[nodiscard]] std::uint64_t lineups() const { return lineups_; }
  /// Blocks of one world are neighbours, so that it is founded once.
  [[nodiscard]] std::uint64_t blocks() const { return lineups_ * spec_.worlds; }
  [[nodiscard]] std::uint64_t matches() const { return blocks() * spec_.rotations; }
  [[nodiscard]] bool seats_are_balanced() const { return spec_.rotations % full_rotation(spec_) == 0; }

  /// The match of that number, 0 … matches() − 1: by block, then seat order.
  [[nodiscard]] MatchPlan match(std::uint64_t index) const;

 private:
  const Spec& spec_;
  std::uint64_t lineups_ = 1;
};

}  // namespace tt::tournament
