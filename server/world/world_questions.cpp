// What a draft would bring, and why a figure is what it is. Forecasts are worked out beside the strand, on a copy of
// what the asker may know: the world as of the last close, who has sat down since, and the asker's own sealed
// decisions.
#include <boost/asio/post.hpp>
#include <limits>

#include "protocol/codec/errors.hpp"
#include "protocol/codec/figures.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/numbers.hpp"
#include "server/limits.hpp"
#include "server/log.hpp"
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

void WorldActor::on(const Caller& caller, const AskWhy& asked) {
  if (asked.question.past) return explain_past(caller, asked.question);
  const rules::Seat* const seat = seat_of(caller.guest);
  if (seat == nullptr) return refuse(caller, protocol::make_error(v1::ERROR_CODE_NOT_SEATED), false);
  if (!before_close_)
    return refuse(caller, protocol::make_error(v1::ERROR_CODE_BUSY, "Ask again when the next tick has closed."), false);
  const auto why =
      rules::explain(*before_close_, *at_close_, seat->household, asked.question.figure, asked.question.enterprise);
  if (!why) return refuse(caller, protocol::unexplained(), false);
  v1::ServerEnvelope envelope;
  *envelope.mutable_why() = protocol::encode(*why, at_close_->tick);
  answer(caller, std::move(envelope));
}

void WorldActor::on(const Caller& caller, const AskScores&) {
  if (!world_.finished)
    return refuse(caller, protocol::make_error(v1::ERROR_CODE_BUSY, "Scores are worked out when the world has ended."),
                  false);
  const auto heard = [this, caller](const Scores& scores) { answer_scores(caller, scores); };
  if (!with_scores(heard))
    refuse(caller,
           protocol::make_error(v1::ERROR_CODE_BUSY,
                                "This world is too large for scores here; `technotariat world score` works them out "
                                "on the host's machine."),
           false);
}

bool WorldActor::with_scores(HearScores heard) {
  const std::uint64_t work = std::uint64_t{world_.households.count()} * world_.tick * world_.seats.size();
  if (work > kScoredHouseholdTicks || !journal_) return false;
  awaiting_scores_.push_back(std::move(heard));
  if (scores_)
    tell_scores(scores_);
  else if (awaiting_scores_.size() == 1)
    work_scores_out();
  return true;
}

/// Read on the world's lane of the disk, played again beside the strand: a finished world does not change.
void WorldActor::work_scores_out() {
  constexpr auto kAll = std::numeric_limits<std::size_t>::max();
  journal_->read(
      1, kAll,
      [self = shared_from_this(), played = at_close_,
       genesis = journal_->genesis()](persistence::Result<std::vector<persistence::Entry>> journal) {
        boost::asio::post(self->strand_.get_inner_executor(), [self, played, genesis, journal = std::move(journal)] {
          std::optional<std::vector<persistence::SeatScore>> scores;
          // From the founding row, not from the world's scenario: its laws may have been voted into others.
          const auto founded = persistence::found(genesis);
          if (journal && founded)
            scores = persistence::scores(*played, *founded, *journal);
          else
            log::error("scores: " + (journal ? founded.error() : journal.error()).text());
          boost::asio::post(self->strand_,
                            [self, scores = std::move(scores)]() mutable { self->tell_scores(std::move(scores)); });
        });
      });
}

void WorldActor::tell_scores(Scores scores) {
  scores_ = std::move(scores);
  for (const HearScores& heard : std::exchange(awaiting_scores_, {})) heard(scores_);
}

void WorldActor::answer_scores(const Caller& caller, const Scores& scores) {
  if (!scores)
    return refuse(caller,
                  protocol::make_error(v1::ERROR_CODE_BUSY, "The scores could not be read; the host's log says why."),
                  false);
  v1::ServerEnvelope envelope;
  envelope.mutable_scores();
  for (const persistence::SeatScore& score : *scores) {
    v1::SeatScore& row = *envelope.mutable_scores()->add_rows();
    row.set_seat_id(protocol::to_wire(score.household));
    row.set_standing_bp(protocol::to_wire_bp(score.played.standing));
    row.set_ghost_bp(protocol::to_wire_bp(score.ghost.standing));
    row.set_score_bp(score.score());
  }
  answer(caller, std::move(envelope));
}

}  // namespace tt::server
