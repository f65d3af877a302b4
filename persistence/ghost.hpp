// The difference a person made: the world is a log, so it can be played again with one seat's orders left out and the
// simulated autopilot in that seat. Same luck, same orders of everybody else; they do not react to the change, which
// is the method's one caveat.
#pragma once

#include <span>
#include <vector>

#include "persistence/result.hpp"
#include "persistence/world_file.hpp"
#include "rules/rules.hpp"

namespace tt::persistence {

/// A seat's shares of the laurels, in bp of all seats.
struct Laurels {
  rules::Bp wealth = 0;
  rules::Bp livelihood = 0;
  rules::Bp standing = 0;
  bool operator==(const Laurels&) const = default;
};

struct SeatScore {
  rules::HouseholdId household;
  Laurels played;
  Laurels ghost;  ///< of the world without this seat's orders
  /// The final score in bp, neutral to role and starting position; may be negative.
  [[nodiscard]] rules::Bp score() const { return played.standing - ghost.standing; }
  bool operator==(const SeatScore&) const = default;
};

/// `founded` played through `journal` with this seat on autopilot from the moment it was first taken. Orders of others
/// that are not possible in this other world are left out.
[[nodiscard]] rules::World ghost_world(const rules::World& founded, std::span<const Entry> journal,
                                       rules::HouseholdId seat);

/// The score of one seat, given the world as it was.
[[nodiscard]] SeatScore score_of(const rules::World& played, const rules::World& founded,
                                 std::span<const Entry> journal, rules::HouseholdId seat);

/// Scores of all seats somebody ever took, as of the last entry, in the order of the world's seats.
[[nodiscard]] std::vector<SeatScore> scores(const rules::World& played, const rules::World& founded,
                                            std::span<const Entry> journal);

/// The same of a file. Fails as `replay` does.
Result<std::vector<SeatScore>> scores(WorldFile& file);

}  // namespace tt::persistence
