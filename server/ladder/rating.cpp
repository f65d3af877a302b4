#include "server/ladder/rating.hpp"

#include <algorithm>

namespace tt::server {

std::vector<std::uint32_t> ranks_of(std::span<const std::int64_t> scores) {
  std::vector<std::uint32_t> ranks;
  for (const std::int64_t score : scores)
    ranks.push_back(1 + static_cast<std::uint32_t>(std::count_if(scores.begin(), scores.end(),
                                                                 [&](std::int64_t other) { return other > score; })));
  return ranks;
}

std::vector<Skill> rated(std::span<const RatedSeat> seats, std::span<const std::uint32_t> ranks) {
  std::vector<Skill> after;
  std::vector<std::size_t> places;
  std::vector<Skill> skills;
  std::vector<std::uint32_t> order;
  for (std::size_t at = 0; at < seats.size(); ++at) {
    after.push_back(seats[at].skill);
    if (!seats[at].counts) continue;
    places.push_back(at);
    skills.push_back(seats[at].skill);
    order.push_back(ranks[at]);
  }
  if (places.size() < 2) return after;
  const std::vector<Skill> moved = tournament::rating::weng_lin_bradley_terry(skills, order);
  for (std::size_t at = 0; at < places.size(); ++at)
    if (!seats[places[at]].fixed) after[places[at]] = moved[at];
  return after;
}

}  // namespace tt::server
