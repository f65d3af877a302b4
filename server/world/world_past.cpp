// What has been: views as they were told, and the course of the whole. Worked out by the world's reel beside the
// strand. Who may see what is judged here: what everybody was told stays told to everybody; one seat's own part only to
// whoever had that seat then, until the world has ended (docs/decisions/0020-the-past-is-public.md).
#include <algorithm>
#include <utility>

#include "protocol/codec/errors.hpp"
#include "protocol/codec/figures.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/views.hpp"
#include "server/limits.hpp"
#include "server/log.hpp"
#include "server/replay/reel.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {
namespace {

using protocol::make_error;
using Answer = std::variant<v1::ServerEnvelope, v1::Error>;

/// Nothing where the seat's own part, as it was in that world, is open to the guest.
std::optional<v1::Error> not_open(const rules::World& world, rules::HouseholdId household, std::uint64_t guest,
                                  bool every_seat, std::string_view field) {
  const auto seat = std::find_if(world.seats.begin(), world.seats.end(),
                                 [&](const rules::Seat& one) { return one.household == household; });
  if (seat == world.seats.end()) return make_error(v1::ERROR_CODE_UNKNOWN_SEAT, "There was no such seat then.", field);
  if (!every_seat && (seat->player == 0 || seat->player != guest))
    return make_error(v1::ERROR_CODE_NOT_YOURS_TO_SEE, "", field);
  return std::nullopt;
}

Answer past_of(const rules::World& world, const v1::ReadPast& question, std::string_view name, std::uint64_t guest,
               bool every_seat) {
  v1::ServerEnvelope envelope;
  v1::Past& past = *envelope.mutable_past();
  past.set_tick(world.tick);
  *past.mutable_snapshot() = protocol::encode_snapshot(rules::public_view(world), name);
  if (question.as_seat_id() == 0) return envelope;
  const auto household = protocol::from_wire<rules::HouseholdId>(question.as_seat_id());
  if (auto error = not_open(world, household, guest, every_seat, "read_past.as_seat_id")) return *std::move(error);
  *past.mutable_me() = protocol::encode_me(*rules::private_view(world, household));
  return envelope;
}

Answer why_then(const rules::World& before, const rules::World& now, const protocol::FigureQuestion& question,
                std::uint64_t guest, bool every_seat) {
  const rules::HouseholdId seat = question.past->seat;
  if (auto error = not_open(now, seat, guest, every_seat, "ask_why.as_seat_id")) return *std::move(error);
  const auto why = rules::explain(before, now, seat, question.figure, question.enterprise);
  if (!why) return protocol::unexplained();
  v1::ServerEnvelope envelope;
  *envelope.mutable_why() = protocol::encode(*why, now.tick);
  return envelope;
}

}  // namespace

bool WorldActor::may_look_back(const Caller& caller) {
  const auto no = [&](v1::ErrorCode code, std::string_view text) {
    refuse(caller, make_error(code, text), false);
    return false;
  };
  const std::uint64_t work = std::uint64_t{world_.households.count()} * world_.tick;
  if (parts_.keyframes == nullptr || !journal_ || work > kReplayedHouseholdTicks)
    return no(v1::ERROR_CODE_BUSY,
              "This world is too large to look back here; `technotariat world replay` does it on the host's machine.");
  if (looking_back_.contains(caller.guest))
    return no(v1::ERROR_CODE_BUSY, "A question of yours about the past is being worked out; wait for it.");
  if (looking_back_.size() >= kPastQuestionsMax)
    return no(v1::ERROR_CODE_BUSY, "Many people look back at this moment; ask again in a second.");
  auto bucket = past_buckets_.try_emplace(caller.guest, kPastPerSecond, kPastBurst, now()).first;
  if (!bucket->second.take(now()))
    return no(v1::ERROR_CODE_RATE_LIMITED, "You turn the pages faster than they can be sent; wait a moment.");
  if (!reel_) reel_ = std::make_shared<Reel>(strand_.get_inner_executor(), *parts_.keyframes, journal_);
  looking_back_.insert(caller.guest);
  return true;
}

void WorldActor::tell_past(const Caller& caller, Answer told) {
  boost::asio::post(strand_, [self = shared_from_this(), caller, told = std::move(told)]() mutable {
    self->looking_back_.erase(caller.guest);
    if (const auto* const error = std::get_if<v1::Error>(&told)) return self->refuse(caller, *error, false);
    self->answer(caller, std::move(std::get<v1::ServerEnvelope>(told)));
  });
}

v1::Error WorldActor::unreadable(const persistence::Failure& failure) const {
  log::error("the past of world " + parts_.name + ": " + failure.text());
  return make_error(v1::ERROR_CODE_PAST_UNREADABLE);
}

bool WorldActor::may_look_at(const Caller& caller, rules::Tick tick, std::string_view field) {
  if (tick > world_.tick)
    refuse(caller,
           make_error(v1::ERROR_CODE_MALFORMED,
                      "That tick has not closed yet; the last one is " + std::to_string(world_.tick) + ".", field),
           false);
  else if (watches(caller.guest) && tick > watched())
    refuse(caller,
           make_error(v1::ERROR_CODE_NOT_YOURS_TO_SEE,
                      "Whoever has no seat here is shown the ticks later; the last one for now is " +
                          std::to_string(watched()) + ".",
                      field),
           false);
  else
    return true;
  return false;
}

void WorldActor::on(const Caller& caller, const v1::ReadPast& question) {
  if (!may_look_at(caller, question.tick(), "read_past.tick") || !may_look_back(caller)) return;
  reel_->ask(question.tick(), false,
             [weak = weak_from_this(), caller, question, every_seat = world_.finished](
                 const persistence::Result<Reel::World>& world, const Course&) {
               const auto self = weak.lock();
               if (!self) return;
               self->tell_past(caller, world ? past_of(**world, question, self->parts_.name, caller.guest, every_seat)
                                             : Answer(self->unreadable(world.error())));
             });
}

/// Of the closes before and at that tick, which the reel finds one after the other.
void WorldActor::explain_past(const Caller& caller, const protocol::FigureQuestion& question) {
  if (!may_look_at(caller, question.past->tick, "ask_why.tick") || !may_look_back(caller)) return;
  const auto told = [weak = weak_from_this(), caller](Answer answer) {
    if (const auto self = weak.lock()) self->tell_past(caller, std::move(answer));
  };
  const auto failed = [weak = weak_from_this(), told](const persistence::Failure& failure) {
    if (const auto self = weak.lock()) told(self->unreadable(failure));
  };
  reel_->ask(question.past->tick - 1, false,
             [=, reel = reel_, guest = caller.guest, every_seat = world_.finished](
                 const persistence::Result<Reel::World>& before, const Course&) {
               if (!before) return failed(before.error());
               reel->ask(question.past->tick, false,
                         [=, before = *before](const persistence::Result<Reel::World>& now, const Course&) {
                           if (!now) return failed(now.error());
                           told(why_then(*before, **now, question, guest, every_seat));
                         });
             });
}

void WorldActor::on(const Caller& caller, const v1::ReadCourse&) {
  if (!may_look_back(caller)) return;
  const rules::Tick last = watches(caller.guest) ? watched() : world_.tick;
  reel_->ask(last, true,
             [weak = weak_from_this(), caller, last, every_seat = world_.finished](
                 const persistence::Result<Reel::World>& world, const Course& course) {
               const auto self = weak.lock();
               if (!self) return;
               if (!world) return self->tell_past(caller, self->unreadable(world.error()));
               v1::ServerEnvelope envelope;
               *envelope.mutable_course() = course.message(last);
               envelope.mutable_course()->set_every_seat(every_seat);
               self->tell_past(caller, std::move(envelope));
             });
}

}  // namespace tt::server
