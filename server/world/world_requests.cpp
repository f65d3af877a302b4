// What guests ask of a world. Everything leaves through the outbox, refusals too: answers keep the order of the
// requests.
#include <algorithm>
#include <utility>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/errors.hpp"
#include "protocol/codec/kinds.hpp"
#include "protocol/codec/views.hpp"
#include "rules/core/assert.hpp"
#include "server/lobby/names.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {

using persistence::Command;
using persistence::SeatedAction;
using protocol::make_error;
using rules::Controller;

const rules::Seat* WorldActor::seat_of(std::uint64_t guest) const {
  const auto at = seat_of_guest_.find(guest);
  return at == seat_of_guest_.end() ? nullptr : &world_.seats[at->second];
}

void WorldActor::on(const Caller& caller, const Enter& enter) {
  const v1::ErrorCode door = house_.door(caller.guest);
  if (door == v1::ERROR_CODE_BANNED) return refuse(caller, make_error(door), false);
  const bool stranger = !house_.knows(caller.guest);
  if (door == v1::ERROR_CODE_UNSPECIFIED && (enter.key.empty() || !stranger)) return let_in(caller, enter);
  try_key(caller, enter, door);
}

void WorldActor::let_in(const Caller& caller, const Enter& enter) {
  called(caller);
  attendance_.come(caller.guest, caller.to);
  attendance_.end_grace(caller.guest);
  const rules::Seat* const seat = seat_of(caller.guest);
  if (seat != nullptr && seat->controller != Controller::kPlayer)
    set_controller(seat->household, Controller::kPlayer, 0, 0);
  if (seat != nullptr) {
    seats_changed_ = true;
    tend_clock();
    publish_soon();
  }

  auto all = arrival(caller.guest, caller.request_id, caller.to->mapping(), enter);
  outbox_.after(last_index_, [self = shared_from_this(), caller, to = &fan_out_of(caller.guest),
                              all = std::move(all)](bool durable) {
    if (!durable) return self->refuse(caller, make_error(v1::ERROR_CODE_WORLD_FAILED), false);
    caller.place->leave();
    for (const SharedBytes& frame : all) caller.to->deliver(frame);
    to->subscribe(caller.to);
  });
}

rules::HouseholdId WorldActor::seat_for(const Sit& sit) const {
  if (sit.seat) return *sit.seat;
  const rules::HouseholdId free = rules::free_seat(world_, sit.role);
  if (free.exists()) return free;
  for (const rules::Seat& seat : world_.seats)
    if (seat.role == sit.role && seat.controller == Controller::kBot) return seat.household;
  return {};
}

void WorldActor::on(const Caller& caller, const Sit& sit) {
  if (answered_before(caller)) return;
  // Refusals of somebody without a seat are not remembered: they changed nothing, and there is no end of such guests.
  if (world_.finished) return refuse(caller, make_error(v1::ERROR_CODE_WORLD_FINISHED), false);
  if (seat_of(caller.guest) != nullptr) return refuse(caller, make_error(v1::ERROR_CODE_ALREADY_SEATED), true);
  if (is_match())
    return refuse(caller,
                  make_error(v1::ERROR_CODE_WATCHING_ONLY, "The seats of a match are given; queue on its ladder."),
                  false);
  if (house_.role_of(caller.guest) == v1::HOUSE_ROLE_SPECTATOR)
    return refuse(caller, make_error(v1::ERROR_CODE_WATCHING_ONLY), false);
  if (const v1::ErrorCode door = house_.door(caller.guest); door != v1::ERROR_CODE_UNSPECIFIED)
    return refuse(caller, make_error(door), false);
  if (house_.rules().claimed_only() && !caller.claimed && !house_.is_host(caller.guest))
    return refuse(caller, make_error(v1::ERROR_CODE_ACCOUNT_NEEDED), false);
  const rules::HouseholdId household = seat_for(sit);
  if (!household.exists()) return refuse(caller, make_error(v1::ERROR_CODE_NO_FREE_SEAT), false);
  const rules::HostAction take = rules::TakeSeat{household, caller.guest, caller.name, Controller::kPlayer};
  if (const auto refusal = rules::apply(world_, take); refusal != rules::SeatRefusal::kNone)
    return refuse(caller, make_error(protocol::error_code(refusal)), false);

  write(Command{take, caller.guest, caller.request_id});
  seat_of_guest_[caller.guest] = world_.households.seat[household];
  if (house_.owner() == 0 && parts_.host_found) {
    house_.set_owner(caller.guest);
    parts_.host_found(caller.guest);
  }
  seats_changed_ = true;
  move(caller.guest);
  accept(caller, true);
  tend_clock();
  publish_soon();
  refresh_board();
}

void WorldActor::on(const Caller& caller, const Stand&) {
  if (answered_before(caller)) return;
  if (seat_of(caller.guest) == nullptr) return refuse(caller, make_error(v1::ERROR_CODE_NOT_SEATED), false);

  free_seat(caller.guest, caller.guest, caller.request_id);
  accept(caller, true);
  tend_clock();
  close_if_all_ready();
  refresh_board();
}

void WorldActor::free_seat(std::uint64_t guest, std::uint64_t by, std::uint64_t request_id) {
  end_routines(guest);
  const rules::HouseholdId household = seat_of(guest)->household;
  const bool a_bots = bot_of_.contains(household.value) && !world_.finished;
  // The request is remembered by what is written last, as its answer is.
  set_controller(household, Controller::kVacant, a_bots ? 0 : by, a_bots ? 0 : request_id);
  seat_of_guest_.erase(guest);
  if (a_bots) bring_bot_back(household, by, request_id);
  attendance_.set_ready(guest, false);
  wishes_.erase(guest);
  let_name_go(guest);
  move(guest);
}

bool WorldActor::looks_like_another(const rules::FoundEnterprise& founding) {
  // Those that everybody knows of: what others found in this tick is sealed.
  const std::vector<std::string> looks = looks_of(founding.name);
  const auto& known = feed_.view().enterprises;
  // Worked out once for each name: somebody may ask for a taken one again and again.
  if (looks_.size() > 2 * known.size()) looks_.clear();
  return std::any_of(known.begin(), known.end(), [&](const rules::EnterpriseRow& enterprise) {
    const auto [at, fresh] = looks_.try_emplace(enterprise.name);
    if (fresh) at->second = looks_of(enterprise.name);
    const std::vector<std::string>& theirs = at->second;
    return looks[0] == theirs[0] || looks[1] == theirs[1];
  });
}

bool WorldActor::bring_bot_back(rules::HouseholdId household, std::uint64_t by, std::uint64_t request_id) {
  if (world_.finished) return false;
  const rules::HostAction take =
      rules::TakeSeat{household, NameBook::kBots, bot_of_.at(household.value), Controller::kBot};
  if (rules::apply(world_, take) != rules::SeatRefusal::kNone) return false;
  bots_.forget(household);
  write(Command{take, by, request_id});
  seats_changed_ = true;
  publish_soon();
  return true;
}

void WorldActor::on(const Caller& caller, const Act& act) {
  if (answered_before(caller)) return;
  const rules::Seat* const seat = seat_of(caller.guest);
  if (seat == nullptr) return refuse(caller, make_error(v1::ERROR_CODE_NOT_SEATED), false);
  const rules::HouseholdId actor = seat->household;
  const auto* const founding = std::get_if<rules::FoundEnterprise>(&act.action);
  if (founding != nullptr && !sound_name(founding->name, 1, founding->name.size()))
    return refuse(caller, make_error(rules::Rejection::kBadEnterpriseName, act.action), true);
  if (founding != nullptr && looks_like_another(*founding))
    return refuse(caller, make_error(v1::ERROR_CODE_NAME_IN_USE, "", "act.found_enterprise.name"), true);
  if (const auto rejection = rules::apply(world_, actor, act.action); rejection != rules::Rejection::kNone)
    return refuse(caller, make_error(rejection, act.action), true);

  write(Command{SeatedAction{actor, act.action}, caller.guest, caller.request_id});
  accept(caller, true);
}

void WorldActor::on(const Caller& caller, const Ready& ready) {
  if (seat_of(caller.guest) == nullptr) return refuse(caller, make_error(v1::ERROR_CODE_NOT_SEATED), false);
  if (world_.finished) return refuse(caller, make_error(v1::ERROR_CODE_WORLD_FINISHED), false);
  // Meant for a tick that has closed meanwhile: done, and without effect.
  const bool in_time = ready.tick == world_.tick;
  if (in_time && attendance_.is_ready(caller.guest) != ready.ready) {
    attendance_.set_ready(caller.guest, ready.ready);
    seats_changed_ = true;
    publish_soon();
  }
  accept(caller, false);
  if (in_time) close_if_all_ready();
}

void WorldActor::on(const Caller& caller, const ChangeClock& change) {
  if (answered_before(caller)) return;
  const bool host = is_host(caller);
  if (!host && (is_match() || seat_of(caller.guest) == nullptr))
    return refuse(caller, make_error(v1::ERROR_CODE_NOT_HOST), false);
  if (change == ChangeClock())
    return refuse(caller,
                  make_error(v1::ERROR_CODE_MALFORMED, "Say what shall change: paused, tick_seconds or extend_seconds.",
                             "set_clock"),
                  false);
  if (change.extend_seconds > kExtendSecondsMax)
    return refuse(caller,
                  make_error(v1::ERROR_CODE_MALFORMED, "A tick is extended by at most an hour at a time.",
                             "set_clock.extend_seconds"),
                  false);
  if (change.tick_seconds != 0 && (change.tick_seconds < kTickSecondsMin || change.tick_seconds > kTickSecondsMax))
    return refuse(caller,
                  make_error(v1::ERROR_CODE_MALFORMED, "A tick takes 1 second to 7 days.", "set_clock.tick_seconds"),
                  false);
  if (!host) {
    wishes_[caller.guest] = change;
    const auto same =
        std::count_if(wishes_.begin(), wishes_.end(), [&](const auto& wish) { return wish.second == change; });
    if (static_cast<std::uint32_t>(same) < wishes_needed()) {
      accept(caller, false);
      return publish_soon();
    }
  }
  set_clock(caller, change, !host);
  accept(caller, true);
  tend_clock();
  close_if_all_ready();
  publish_soon();
  refresh_board();
}

bool WorldActor::answered_before(const Caller& caller) {
  if (caller.machine) return false;
  const auto known = memory_.find(caller.guest, caller.request_id, caller.content);
  if (!known) return false;
  if (known->reused)
    refuse(caller, make_error(v1::ERROR_CODE_REQUEST_ID_REUSED), false);
  else if (known->outcome.error)
    refuse(caller, *known->outcome.error, false);
  else {
    v1::ServerEnvelope envelope;
    envelope.mutable_receipt()->set_tick(known->outcome.tick + 1);
    envelope.mutable_receipt()->set_journal_index(known->outcome.number);
    envelope.mutable_receipt()->set_repeated(true);
    answer(caller, std::move(envelope));
  }
  return true;
}

void WorldActor::set_controller(rules::HouseholdId household, Controller controller, std::uint64_t guest,
                                std::uint64_t request_id) {
  const rules::HostAction set = rules::SetController{household, controller};
  const auto refusal = rules::apply(world_, set);
  TT_ASSERT(refusal == rules::SeatRefusal::kNone);
  write(Command{set, guest, request_id});
  seats_changed_ = true;
  publish_soon();
}

void WorldActor::accept(const Caller& caller, bool remember) {
  const std::uint64_t number = remember && !caller.machine ? memory_.next_number(caller.guest) : 0;
  if (number != 0) memory_.remember(caller.guest, caller.request_id, caller.content, {number, world_.tick, nullptr});
  v1::ServerEnvelope envelope;
  envelope.mutable_receipt()->set_tick(world_.tick + 1);
  envelope.mutable_receipt()->set_journal_index(number);
  answer(caller, std::move(envelope));
  if (remember) send_me(caller.guest);
}

void WorldActor::refuse(const Caller& caller, const v1::Error& error, bool remember) {
  if (parts_.metrics != nullptr) parts_.metrics->refused(error.code());
  if (remember)
    memory_.remember(caller.guest, caller.request_id, caller.content,
                     {0, world_.tick, std::make_shared<const v1::Error>(error)});
  v1::ServerEnvelope envelope;
  *envelope.mutable_error() = error;
  answer(caller, std::move(envelope));
}

void WorldActor::answer(const Caller& caller, v1::ServerEnvelope envelope) {
  envelope.set_request_id(caller.request_id);
  const protocol::Mapping mapping = caller.to->mapping();
  const auto tell = [caller, frame = frame_of(envelope, mapping)] {
    caller.place->leave();
    caller.to->deliver(frame);
  };
  if (failed_) return tell();
  outbox_.after(last_index_, [self = shared_from_this(), caller, tell](bool durable) {
    if (durable)
      tell();
    else
      self->refuse(caller, make_error(v1::ERROR_CODE_WORLD_FAILED), false);
  });
}

SharedBytes WorldActor::me_frame(rules::HouseholdId household, protocol::Mapping mapping) const {
  const auto view = rules::private_view(world_, household);
  TT_ASSERT(view.has_value());
  v1::ServerEnvelope envelope;
  v1::Me& me = *envelope.mutable_me();
  me = protocol::encode_me(*view);
  const std::uint64_t player = world_.seats[world_.households.seat[household]].player;
  for (const v1::Routine* const routine : routines_.of(player)) *me.add_routines() = *routine;
  return frame_of(envelope, mapping);
}

// In turns, so that a crowd's views do not hold up everybody's requests.
void WorldActor::send_due_me() {
  for (std::size_t sent = 0; sent < kViewsPerTurn && !me_due_.empty(); ++sent) {
    send_me(me_due_.back());
    me_due_.pop_back();
  }
  if (!me_due_.empty() && !failed_ && !draining_) on_strand([this] { send_due_me(); });
}

void WorldActor::send_me(std::uint64_t guest) {
  const rules::Seat* const seat = seat_of(guest);
  const auto& connections = attendance_.connections_of(guest);
  if (seat == nullptr || connections.empty()) return;
  SharedBytes binary;
  SharedBytes json;
  for (const auto& connection : connections) {
    SharedBytes& frame = connection->mapping() == protocol::Mapping::kBinary ? binary : json;
    if (!frame) frame = me_frame(seat->household, connection->mapping());
    outbox_.after(last_index_, [connection, sent = frame](bool durable) {
      if (durable) connection->deliver(sent);
    });
  }
}

}  // namespace tt::server
