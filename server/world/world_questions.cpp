// What a draft would bring, and why a figure is what it is. Forecasts are worked out beside the strand, on a copy of
// what the asker may know: the world as of the last close, who has sat down since, and the asker's own sealed
// decisions.
#include <boost/asio/post.hpp>

#include "protocol/codec/errors.hpp"
#include "protocol/codec/figures.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {
namespace {

using persistence::Command;
using persistence::SeatedAction;

rules::World known_to(const rules::World& at_close, const std::vector<Command>& pending, rules::HouseholdId viewer) {
  rules::World world = at_close;
  for (const Command& command : pending) {
    // Each was accepted in the world with everybody's decisions; in this one, one may not be.
    if (const auto* const seated = std::get_if<SeatedAction>(&command.what)) {
      if (seated->actor == viewer) static_cast<void>(rules::apply(world, viewer, seated->action));
    } else {
      static_cast<void>(rules::apply(world, std::get<rules::HostAction>(command.what)));
    }
  }
  return world;
}

}  // namespace

void WorldActor::on(const Caller& caller, const AskForecast& question) {
  const rules::Seat* const seat = seat_of(caller.guest);
  if (seat == nullptr) return refuse(caller, protocol::make_error(v1::ERROR_CODE_NOT_SEATED), false);
  if (world_.finished) return refuse(caller, protocol::make_error(v1::ERROR_CODE_WORLD_FINISHED), false);
  if (world_.households.count() > rules::kPreviewHouseholds)
    return refuse(caller,
                  protocol::make_error(v1::ERROR_CODE_BUSY, "This world is too large for forecasts of single orders."),
                  false);
  if (!forecasting_.insert(caller.guest).second)
    return refuse(caller,
                  protocol::make_error(v1::ERROR_CODE_BUSY, "A forecast of yours is being worked out; wait for it."),
                  false);
  boost::asio::post(strand_.get_inner_executor(), [self = shared_from_this(), caller, draft = question.draft,
                                                   at_close = at_close_, pending = pending_, viewer = seat->household] {
    v1::ServerEnvelope envelope;
    *envelope.mutable_forecast() =
        protocol::encode(rules::preview(known_to(*at_close, pending, viewer), viewer, draft), draft);
    boost::asio::post(self->strand_, [self, caller, envelope = std::move(envelope)]() mutable {
      self->forecasting_.erase(caller.guest);
      self->answer(caller, std::move(envelope));
    });
  });
}

void WorldActor::on(const Caller& caller, const AskWhy& question) {
  const rules::Seat* const seat = seat_of(caller.guest);
  if (seat == nullptr) return refuse(caller, protocol::make_error(v1::ERROR_CODE_NOT_SEATED), false);
  if (!before_close_)
    return refuse(caller, protocol::make_error(v1::ERROR_CODE_BUSY, "Ask again when the next tick has closed."), false);
  const auto why = rules::explain(*before_close_, *at_close_, seat->household, question.figure, question.enterprise);
  if (!why)
    return refuse(
        caller,
        protocol::make_error(v1::ERROR_CODE_MALFORMED, "That figure is not yours to see, or was not there a tick ago.",
                             "ask_why.figure"),
        false);
  v1::ServerEnvelope envelope;
  *envelope.mutable_why() = protocol::encode(*why, at_close_->tick);
  answer(caller, std::move(envelope));
}

}  // namespace tt::server
