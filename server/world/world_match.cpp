// A world that is a match of a ladder: its seats were given when it was founded, whoever has one is waited for, and it
// is played to its end whoever stays.
#include <algorithm>
#include <memory>
#include <utility>

#include "server/world/world_actor.hpp"

namespace tt::server {

bool WorldActor::gathers() const {
  return is_match() && world_.tick == 0 && present() < seat_of_guest_.size() && now() < gathers_until_;
}

/// Whoever comes late finds a match that has begun without them, their seat with the caretaker until then.
void WorldActor::start_gathering() {
  if (!is_match() || world_.tick != 0) return;
  gathers_until_ = now() + seconds(house_.rules().match_wait_seconds());
  gather_alarm_->ring_at(gathers_until_, [self = shared_from_this()] {
    if (self->failed_ || self->draining_) return;
    self->tend_clock();
    self->publish_soon();
    self->close_if_all_ready();
    self->flush();
  });
}

/// Elsewhere ticks close early when all who are here are ready. In a match that would be a way to play while somebody's
/// line is down: whoever has not been given up is waited for, as long as the clock lets them. If nobody is here at all,
/// the clock alone closes.
bool WorldActor::expects_somebody() const {
  if (present() == 0) return true;
  return std::any_of(seat_of_guest_.begin(), seat_of_guest_.end(), [this](const auto& seated) {
    return world_.seats[seated.second].controller == rules::Controller::kPlayer && !attendance_.is_here(seated.first);
  });
}

void WorldActor::tell_ending(HearEnding done) {
  on_strand([this, done = std::move(done)] {
    if (!world_.finished || failed_) return;
    // What a crash would undo is no end.
    outbox_.after(last_index_, [self = shared_from_this(), done](bool durable) {
      if (!durable) return;
      Ending ending;
      for (const rules::SeatRow& seat : rules::public_view(*self->at_close_).seats)
        ending.seats.push_back({seat.household, seat.role, seat.controller, seat.standing});
      const auto heard = [done, ending](const Scores& scores) mutable {
        ending.scores = scores;
        done(ending);
      };
      if (!self->with_scores(heard)) done(ending);
    });
  });
}

}  // namespace tt::server
