#include "server/ladder/queue.hpp"

#include <algorithm>

namespace tt::server {

std::vector<LadderQueue::Place>::iterator LadderQueue::at(const Contender& who) {
  return std::find_if(places_.begin(), places_.end(), [&](const Place& place) { return place.who == who; });
}

bool LadderQueue::join(const Contender& who, const std::string& account_name, bool claimed, Time now) {
  if (at(who) != places_.end()) {
    come_back(who);
    return true;
  }
  if (places_.size() >= most_) return false;
  places_.push_back({who, account_name, claimed, now, std::nullopt});
  return true;
}

bool LadderQueue::leave(const Contender& who) {
  const auto place = at(who);
  if (place == places_.end()) return false;
  places_.erase(place);
  return true;
}

void LadderQueue::go_away(const Contender& who, Time now) {
  if (const auto place = at(who); place != places_.end() && !place->away_since) place->away_since = now;
}

void LadderQueue::come_back(const Contender& who) {
  if (const auto place = at(who); place != places_.end()) place->away_since.reset();
}

std::vector<Contender> LadderQueue::drop(Time now, std::chrono::milliseconds grace) {
  std::vector<Contender> gone;
  std::erase_if(places_, [&](const Place& place) {
    const bool over = place.away_since && now - *place.away_since >= grace;
    if (over) gone.push_back(place.who);
    return over;
  });
  return gone;
}

const LadderQueue::Place* LadderQueue::find(const Contender& who) const {
  const auto place = std::find_if(places_.begin(), places_.end(), [&](const Place& one) { return one.who == who; });
  return place == places_.end() ? nullptr : &*place;
}

}  // namespace tt::server
