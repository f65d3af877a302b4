// What the world tells outside of it: when a tick opens, when one waits for somebody, and that it has ended.
#include <algorithm>
#include <utility>

#include "server/world/world_actor.hpp"

namespace tt::server {

// Persist, then tell: news of what a crash would undo are none.
void WorldActor::tell_news(WorldNews::What what) {
  if (!parts_.news) return;
  WorldNews news{.world = parts_.name,
                 .title = world_.scenario.title,
                 .open_to_all = !house_.rules().unlisted() && !house_.rules().by_invitation(),
                 .tick = world_.finished ? world_.tick : world_.tick + 1,
                 .final_tick = world_.scenario.final_tick,
                 .tick_length = clock_.tick(),
                 .time_ms = parts_.clock->wall_ms(),
                 .what = std::move(what)};
  outbox_.after(last_index_, [self = shared_from_this(), news = std::move(news)](bool durable) {
    if (durable) self->parts_.news(news);
  });
}

void WorldActor::tell_open_tick() {
  first_tick_told_ = true;
  tell_news(TickOpened{clock_.running() ? std::optional(clock_.remaining(now())) : std::nullopt});
}

void WorldActor::tell_end() {
  WorldEnded end{feed_.view().seats};
  std::stable_sort(end.seats.begin(), end.seats.end(),
                   [](const auto& a, const auto& b) { return a.standing > b.standing; });
  tell_news(std::move(end));
}

// Once a tick, however often its clock is changed.
void WorldActor::tend_nudge() {
  nudge_alarm_->cancel();
  const auto left = clock_.tick() / kNudgePart;
  if (!parts_.news || !clock_.deadline() || left < kNudgeLeftMin || nudged_ == world_.tick + 1) return;
  nudge_alarm_->ring_at(*clock_.deadline() - left, [self = shared_from_this()] {
    if (!self->failed_ && !self->draining_) self->nudge();
  });
}

void WorldActor::nudge() {
  // On its way here while the tick got more time, or closed.
  if (!clock_.running() || clock_.remaining(now()) > clock_.tick() / kNudgePart) return tend_nudge();
  TickWaits waits{clock_.remaining(now()), {}};
  const auto seats = rules::public_view(world_).seats;
  const auto ready = ready_rows();
  for (std::size_t at = 0; at < seats.size(); ++at)
    if (world_.seats[at].player != 0 && seat_of_guest_.contains(world_.seats[at].player) && !ready[at])
      waits.for_seats.push_back(seats[at]);
  if (waits.for_seats.empty()) return;
  nudged_ = world_.tick + 1;
  tell_news(std::move(waits));
}

}  // namespace tt::server
