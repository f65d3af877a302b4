// A world's time: the deadline, all ready, pauses, bots, the close, and who is there to see it.
#include <algorithm>
#include <utility>

#include "protocol/codec/views.hpp"
#include "server/log.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {

using persistence::TickClose;
using rules::Controller;

namespace {

std::uint32_t minute_of_day(std::uint64_t wall_clock_ms) {
  return static_cast<std::uint32_t>(wall_clock_ms / 60'000 % (24 * 60));
}

}  // namespace

// Looks again at every turn of the minute while there are quiet hours.
void WorldActor::tend_quiet_hours() {
  quiet_alarm_->cancel();
  if (house_.rules().quiet_from_minute() == house_.rules().quiet_to_minute() || failed_ || draining_) return;
  const milliseconds turn(60'000 - parts_.clock->wall_ms() % 60'000);
  quiet_alarm_->ring_at(now() + turn, [self = shared_from_this()] {
    if (self->failed_ || self->draining_) return;
    self->tend_clock();
    self->tend_quiet_hours();
    self->flush();
  });
}

std::uint32_t WorldActor::present() const {
  std::uint32_t here = 0;
  for (const auto& [guest, seat] : seat_of_guest_)
    if (attendance_.is_here(guest)) ++here;
  return here;
}

std::vector<bool> WorldActor::ready_rows() const {
  std::vector<bool> rows(world_.seats.size());
  for (const auto& [guest, seat] : seat_of_guest_) rows[seat] = attendance_.is_ready(guest);
  return rows;
}

std::string WorldActor::pause_reason() const {
  if (world_.finished) return "The world has come to its end.";
  if (paused_by_host_) return "The world is paused.";
  const std::uint32_t wanted = house_.rules().start_players();
  if (world_.tick == 0 && seat_of_guest_.size() < wanted)
    return "Waiting for people: " + std::to_string(seat_of_guest_.size()) + " of " + std::to_string(wanted) +
           " have a seat.";
  if (house_.is_quiet(minute_of_day(parts_.clock->wall_ms()))) return "Quiet hours.";
  if (gathers())
    return "Waiting for people: " + std::to_string(present()) + " of " + std::to_string(seat_of_guest_.size()) +
           " are here.";
  if (present() == 0 && !is_match()) return "Nobody who has a seat is here.";
  return {};
}

void WorldActor::tend_clock() {
  const bool was_running = clock_.running();
  if (pause_reason().empty() && !failed_ && !draining_)
    clock_.run(now());
  else
    clock_.stop(now());
  if (clock_.running() != was_running) {
    publish_soon();
    refresh_board();
    if (clock_.running() && world_.tick == 0 && !first_tick_told_) tell_open_tick();
  }
  if (armed_ == clock_.deadline()) return;
  armed_ = clock_.deadline();
  tick_alarm_->cancel();
  tend_nudge();
  if (!armed_) return;
  tick_alarm_->ring_at(*armed_, [self = shared_from_this()] {
    if (self->failed_ || self->draining_) return;
    self->armed_.reset();
    self->on_deadline();
    self->flush();
  });
}

void WorldActor::on_deadline() {
  if (!clock_.running() || clock_.remaining(now()).count() > 0) return tend_clock();
  if (close_in_flight_)
    close_due_ = true;
  else
    close_tick();
}

void WorldActor::close_if_all_ready() {
  if (failed_ || draining_ || close_in_flight_ || !pause_reason().empty()) return;
  if (is_match() && expects_somebody()) return;
  for (const auto& [guest, seat] : seat_of_guest_)
    if ((is_slow() || attendance_.is_here(guest)) && !attendance_.is_ready(guest)) return;
  close_tick();
}

void WorldActor::close_tick() {
  close_started_ = now();
  const auto late = close_started_ - clock_.deadline().value_or(close_started_);
  lag_ms_ = static_cast<std::uint64_t>(std::max<std::int64_t>(0, late / milliseconds(1)));
  if (last_close_took_ > kCloseNoticed) publish_clock(true);
  for (persistence::Entry& entry : bots_.play(world_, feed_.view())) write(std::move(entry));
  if (const auto broken = rules::try_close_tick(world_)) return refuse_close(*broken);
  write(TickClose{world_.clock, world_.last_hash});
  close_in_flight_ = true;
  last_close_index_ = last_index_;
  before_close_ = std::exchange(at_close_, nullptr);
  at_close_ = std::make_shared<const rules::World>(world_);
  attendance_.clear_ready();
  std::erase_if(wishes_, [](const auto& wish) { return wish.second.extend_seconds != 0; });
  seats_changed_ = false;
  clock_.start_tick(close_started_);
  publish(feed_.advance(rules::public_view(world_), ready_rows(), attendance_.anybody_uses_json()));
  if (gallery_ && !house_.sight().until_end()) gallery_->hold(feed_.view());
  if (gallery_) show_gallery();
  run_routines();
  tend_clock();
  publish_clock(false);
  const bool on_its_way = !me_due_.empty();
  me_due_.clear();
  for (const auto& [guest, seat] : seat_of_guest_) me_due_.push_back(guest);
  if (!on_its_way) send_due_me();
  refresh_board();
  flush();
  if (world_.tick % kTicksPerSnapshot == 0 || world_.finished)
    outbox_.after(last_index_, [self = shared_from_this(), index = last_close_index_, world = at_close_](bool durable) {
      if (durable && self->journal_) self->journal_->save_snapshot(index, rules::save(*world));
    });
  if (!world_.finished) return tell_open_tick();
  tell_end();
  log::info("world " + parts_.name + " has come to its end");
  if (parts_.finished) parts_.finished();
}

/// Of this close nothing is stored or told, and other worlds play on. Loaded again, the world stands where its journal
/// ends; if the same decisions lead there again, it stops again.
void WorldActor::refuse_close(const std::string& broken) {
  world_.tick = at_close_->tick;  // as lists show it
  world_.finished = false;
  books_broken_ = true;
  fail("at the close of tick " + std::to_string(world_.tick + 1) + " its books would not add up: " + broken);
}

void WorldActor::publish(std::optional<PublicFrame> frame) {
  if (!frame) return;
  outbox_.after(last_index_, [self = shared_from_this(), frame = std::move(*frame)](bool durable) {
    if (durable) self->parts_.fan_out->publish(frame);
  });
}

void WorldActor::publish_soon() {
  if (publishing_ || failed_ || draining_) return;
  publishing_ = true;
  publish_alarm_->ring_at(now() + kPublishDelay, [self = shared_from_this()] {
    self->publishing_ = false;
    if (self->failed_ || self->draining_) return;
    self->publish_seats();
    self->publish_clock(false);
  });
}

void WorldActor::publish_seats() {
  if (!std::exchange(seats_changed_, false) && feed_.sequence() > 1) return;
  rules::PublicView view = feed_.view();
  view.seats = rules::seat_rows(world_, *at_close_);
  publish(feed_.advance(std::move(view), ready_rows(), attendance_.anybody_uses_json()));
  if (gallery_) show_gallery();
}

v1::ServerEnvelope WorldActor::clock_envelope(bool closing) const {
  const auto ms = [](milliseconds span) {
    return static_cast<std::uint32_t>(std::min<std::int64_t>(span.count(), std::int64_t{0xFFFF'FFFF}));
  };
  v1::ServerEnvelope envelope;
  v1::Clock& clock = *envelope.mutable_clock();
  const std::string reason = pause_reason();
  clock.set_tick(world_.tick);
  clock.set_remaining_ms(ms(clock_.remaining(now())));
  clock.set_tick_ms(ms(clock_.tick()));
  clock.set_paused(!reason.empty());
  clock.set_pause_reason(reason);
  std::uint32_t ready = 0;
  for (const auto& [guest, seat] : seat_of_guest_)
    if (attendance_.is_ready(guest)) ++ready;
  clock.set_ready(ready);
  clock.set_present(present());
  clock.set_closing(closing);
  clock.set_rematch_world(house_.rematch());
  clock.set_spectator_delay_ticks(house_.rules().spectator_delay_ticks());
  clock.set_spectator_sight(house_.sight().until_end() ? v1::SPECTATOR_SIGHT_NOTHING : v1::SPECTATOR_SIGHT_PUBLIC);
  clock.set_spectator_tick(watched());
  for (const auto& [guest, wish] : wishes_) {
    const auto at = std::find_if(clock.mutable_wishes()->begin(), clock.mutable_wishes()->end(),
                                 [&](const auto& row) { return ChangeClock(row) == wish; });
    v1::ClockWish& row = at == clock.mutable_wishes()->end() ? *clock.add_wishes() : *at;
    if (wish.paused) row.set_paused(*wish.paused);
    row.set_tick_seconds(wish.tick_seconds);
    row.set_extend_seconds(wish.extend_seconds);
    row.set_votes(row.votes() + 1);
    row.set_needed(wishes_needed());
  }
  return envelope;
}

void WorldActor::publish_clock(bool closing) {
  PublicFrame frame = public_frame_of(clock_envelope(closing), attendance_.anybody_uses_json());
  if (gallery_) publish_to_gallery(frame);
  publish(std::move(frame));
}

void WorldActor::tend_graces() {
  const auto next = attendance_.next_grace();
  if (!next) return grace_alarm_->cancel();
  grace_alarm_->ring_at(*next, [self = shared_from_this()] {
    if (self->failed_ || self->draining_) return;
    self->on_graces();
    self->flush();
  });
}

void WorldActor::on_graces() {
  for (const std::uint64_t guest : attendance_.graces_over(now())) {
    const rules::Seat* const seat = seat_of(guest);
    if (seat != nullptr && seat->controller == Controller::kPlayer && !attendance_.is_here(guest))
      set_controller(seat->household, Controller::kCaretaker, 0, 0);
  }
  tend_graces();
  if (is_match()) close_if_all_ready();  // the others may have waited for them
}

}  // namespace tt::server
