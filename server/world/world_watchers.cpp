// Those without a seat, in a world that shows them less than its players. What they are sent follows from closes that
// have come out for them, from who sits where, and from the clock; never from what was decided after
// (docs/decisions/0024-watchers-see-what-has-come-out.md).
#include <utility>

#include "protocol/codec/kinds.hpp"
#include "server/log.hpp"
#include "server/replay/reel.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {

rules::Tick WorldActor::watched() const {
  return world_.finished || !gallery_ ? world_.tick : house_.sight().shown(world_.tick);
}

rules::Tick WorldActor::heard() const {
  const bool all = world_.finished || !gallery_ || (!house_.sight().keeps_back() && watched() == world_.tick);
  return all ? House::kHearsAll : watched();
}

void WorldActor::tend_gallery() {
  if (!gallery_ && house_.sight().keeps_back() && !world_.finished) open_gallery();
  if (!gallery_) return;
  if (house_.sight().until_end()) gallery_->let_go();
  show_gallery();
}

void WorldActor::open_gallery() {
  gallery_.emplace(parts_.name, parts_.epoch + "-gallery", parts_.gallery);
  told_talk_ = heard();
  for (const std::uint64_t guest : attendance_.guests())
    if (watches(guest)) move(guest);
  if (watched() == world_.tick) return;
  // The server has started in the middle: what they saw last has to be worked out again.
  if (parts_.keyframes == nullptr || !journal_) return;
  if (!reel_) reel_ = std::make_shared<Reel>(strand_.get_inner_executor(), *parts_.keyframes, journal_);
  recalling_ = true;
  recall_views(watched(), house_.sight().until_end() ? watched() : world_.tick, {});
}

void WorldActor::recall_views(rules::Tick next, rules::Tick last, std::vector<rules::PublicView> views) {
  reel_->ask(next, false,
             [weak = weak_from_this(), next, last, views = std::move(views)](
                 const persistence::Result<Reel::World>& world, const Course&) mutable {
               const auto self = weak.lock();
               if (!self) return;
               if (world) views.push_back(rules::public_view(**world));
               self->on_strand([self, next, last, failed = !world, views = std::move(views)]() mutable {
                 if (self->failed_ || self->draining_) return;
                 if (failed) log::error("the gallery of world " + self->parts_.name + " opens with its next close");
                 if (!failed && next < last) return self->recall_views(next + 1, last, std::move(views));
                 self->recalling_ = false;
                 self->gallery_->hold_before(std::move(views));
                 self->show_gallery();
               });
             });
}

void WorldActor::show_gallery() {
  if (recalling_) return;
  const bool json = attendance_.anybody_uses_json();
  for (PublicFrame& frame : gallery_->show(watched(), feed_.view(), json)) publish_to_gallery(std::move(frame));
  v1::ServerEnvelope talk;
  for (const v1::ChatLine& line : house_.come_out(told_talk_, heard())) {
    if (line.channel() == v1::CHAT_CHANNEL_WORLD) {
      *talk.mutable_chat()->add_lines() = line;
      continue;
    }
    const std::uint64_t reader = guest_of(line.to_guest_id());
    if (watches(reader) && guest_of(line.guest_id()) != reader) tell(reader, line);
  }
  told_talk_ = heard();
  if (talk.has_chat()) publish_to_gallery(public_frame_of(talk, json));
}

void WorldActor::publish_to_gallery(PublicFrame frame) {
  outbox_.after(last_index_, [self = shared_from_this(), frame = std::move(frame)](bool durable) {
    if (durable) self->gallery_->fan_out().publish(frame);
  });
}

void WorldActor::unsubscribe(const Subscriber* connection) {
  parts_.fan_out->unsubscribe(connection);
  if (parts_.gallery) parts_.gallery->unsubscribe(connection);
}

void WorldActor::move(std::uint64_t guest) {
  if (!gallery_) return;
  for (const auto& connection : attendance_.connections_of(guest))
    outbox_.after(last_index_, [self = shared_from_this(), connection, to = &fan_out_of(guest),
                                frames = arrival(guest, 0, connection->mapping(), {})](bool durable) {
      if (!durable) return;
      self->unsubscribe(connection.get());
      for (const SharedBytes& frame : frames) connection->deliver(frame);
      to->subscribe(connection);
    });
}

std::vector<SharedBytes> WorldActor::arrival(std::uint64_t guest, std::uint64_t request_id, protocol::Mapping mapping,
                                             const Enter& enter) {
  PublicFeed* const feed = watches(guest) ? gallery_->feed() : &feed_;
  const rules::Seat* const seat = seat_of(guest);
  auto frames = feed == nullptr ? std::nullopt : feed->missed(enter.resume_after, enter.epoch, mapping);
  v1::ServerEnvelope envelope;
  envelope.set_request_id(request_id);
  v1::Entered& entered = *envelope.mutable_entered();
  entered.set_world(parts_.name);
  entered.set_resumed(frames.has_value());
  entered.set_epoch(watches(guest) ? gallery_->epoch() : feed_.epoch());
  entered.set_seat_id(seat == nullptr ? 0 : protocol::to_wire(seat->household));
  entered.set_host(house_.is_host(guest));
  entered.set_role(house_.role_of(guest));
  std::vector<SharedBytes> all{frame_of(envelope, mapping)};
  if (frames)
    all.insert(all.end(), frames->begin(), frames->end());
  else if (feed != nullptr)
    all.push_back(feed->snapshot(mapping));
  if (seat != nullptr) all.push_back(me_frame(seat->household, mapping));
  all.push_back(frame_of(clock_envelope(false), mapping));
  v1::ServerEnvelope said;
  *said.mutable_chat() = house_.chat_for(guest, homes_of(guest), watches(guest) ? heard() : House::kHearsAll);
  if (said.chat().lines_size() > 0) all.push_back(frame_of(said, mapping));
  return all;
}

}  // namespace tt::server
