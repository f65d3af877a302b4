#include "server/house/sight.hpp"

#include <algorithm>

namespace tt::server {
namespace {

rules::Tick less(rules::Tick closed, rules::Tick delay) {
  return closed > delay ? closed - delay : 0;
}

}  // namespace

void Sight::set(const technotariat::v1::HouseRules& rules, rules::Tick closed) {
  seen_ = shown(closed);
  std::erase_if(promises_, [&](const Promise& old) { return closed >= old.last + old.delay; });
  if (closed > 0 && rules.spectator_delay_ticks() < delay_) promises_.push_back({delay_, closed});
  delay_ = rules.spectator_delay_ticks();
  until_end_ = rules.spectator_sight() == technotariat::v1::SPECTATOR_SIGHT_NOTHING;
}

rules::Tick Sight::shown(rules::Tick closed) const {
  if (until_end_) return seen_;
  rules::Tick last = less(closed, delay_);
  for (const Promise& old : promises_)
    if (closed < old.last + old.delay) last = std::min(last, less(closed, old.delay));
  return std::max(seen_, last);
}

}  // namespace tt::server
