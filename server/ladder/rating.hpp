// What a match does to ratings: live ones, moved match by match, for finding like opponents; never a final table. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tournament/rating/skill.hpp"

namespace tt::server {

using tournament::rating::Skill;

/// Built-in strategies that are rated all have this, and keep it: as strong as a newcomer is taken to be, and known.
inline constexpr Skill kReference{25, 0};

/// One seat of a match that is over.
struct RatedSeat {
  Skill skill;
  bool counts = true;  ///< in the rating; an unrated strategy does not
  bool fixed = false;  ///< an opponent who stays as it is
};

/// Places by score, 1 the best; equals share one, and the next after them is as far down as there are people above.
[[nodiscard]] std::vector<std::uint32_t> ranks_of(std::span<const std::int64_t> scores);

/// Weng and Lin's Bradley–Terry update over all pairs, which treats ties as the draws they are; their Plackett–Luce
/// update misorders those who tie, and scores in basis points do tie. Seats that do not count keep what they have, and
/// so does everybody at a table where fewer than two count.
[[nodiscard]] std::vector<Skill> rated(std::span<const RatedSeat> seats, std::span<const std::uint32_t> ranks);

/// What somebody's rating is at least: two deviations below the mean. Standings go by it, so that a newcomer's luck
/// does not lead them.
[[nodiscard]] inline double at_least(const Skill& skill) {
  return skill.mu - 2 * skill.sigma;
}

}  // namespace tt::server
