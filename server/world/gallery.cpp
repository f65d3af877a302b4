#include "server/world/gallery.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tt::server {
namespace {

/// A view of before with the names of now: who sits where is no secret, and what they have done there stays as it was.
rules::PublicView with_people(rules::PublicView view, const std::vector<rules::SeatRow>& people) {
  for (rules::SeatRow& seat : view.seats) {
    const auto now = std::find_if(people.begin(), people.end(),
                                  [&](const rules::SeatRow& one) { return one.household == seat.household; });
    if (now == people.end()) continue;
    seat.name = now->name;
    seat.controller = now->controller;
  }
  return view;
}

}  // namespace

void Gallery::hold_before(std::vector<rules::PublicView> views) {
  held_.insert(held_.begin(), std::make_move_iterator(views.begin()), std::make_move_iterator(views.end()));
}

PublicFrame Gallery::snapshot(bool json) {
  return {feed_->snapshot(protocol::Mapping::kBinary), json ? feed_->snapshot(protocol::Mapping::kJson) : nullptr};
}

std::vector<PublicFrame> Gallery::show(rules::Tick last, const rules::PublicView& latest, bool json) {
  std::vector<PublicFrame> frames;
  const auto turn_to = [&](rules::PublicView view) {
    view = with_people(std::move(view), latest.seats);
    // A gap in the ticks is not bridged by a delta, which would lose the events between.
    const bool next = feed_ && view.world.tick <= feed_->view().world.tick + 1;
    if (next) {
      if (auto delta = feed_->advance(std::move(view), {}, json)) frames.push_back(std::move(*delta));
      return;
    }
    if (feed_)
      feed_->leap(std::move(view));
    else
      feed_.emplace(world_, epoch_, std::move(view));
    frames.push_back(snapshot(json));
  };
  while (!held_.empty() && held_.front().world.tick <= last) {
    turn_to(std::move(held_.front()));
    held_.pop_front();
  }
  const bool behind = !feed_ || feed_->view().world.tick < last;
  if (behind && latest.world.tick == last) turn_to(latest);
  if (frames.empty() && feed_) turn_to(feed_->view());  // somebody may have sat down or got up
  return frames;
}

}  // namespace tt::server
