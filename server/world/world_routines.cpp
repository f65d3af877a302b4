// What seats have done for them when a tick opens: ordinary actions, journaled as such, right behind the close they
// answer to. A replay knows nothing of routines.
#include <string>
#include <utility>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/errors.hpp"
#include "server/routines/stops.hpp"
#include "server/world/world_actor.hpp"

namespace tt::server {

using persistence::Command;
using persistence::SeatedAction;
using protocol::make_error;

void WorldActor::on(const Caller& caller, const Keep& wish) {
  if (answered_before(caller)) return;
  const rules::Seat* const seat = seat_of(caller.guest);
  if (seat == nullptr) return refuse(caller, make_error(v1::ERROR_CODE_NOT_SEATED), false);
  const rules::HouseholdId actor = seat->household;
  const Routine* const before = wish.id == 0 ? nullptr : routines_.find(caller.guest, wish.id);
  if (wish.id != 0 && before == nullptr)
    return refuse(caller, make_error(v1::ERROR_CODE_UNKNOWN_ROUTINE, "", "set_routine.routine_id"), false);
  const bool one_more = before == nullptr || !before->running();
  if (one_more && routines_.count_running(caller.guest) >= kRoutinesPerSeat)
    return refuse(caller, make_error(v1::ERROR_CODE_ROUTINE_LIMIT), false);
  if (!can_be_kept_up(wish.action))
    return refuse(caller,
                  make_error(v1::ERROR_CODE_MALFORMED, "That is decided once; only orders and payments can be kept up.",
                             "set_routine.action"),
                  false);
  if (is_about_a_new_one(wish.action, *at_close_))
    return refuse(caller,
                  make_error(v1::ERROR_CODE_MALFORMED,
                             "There is no such enterprise before the tick closes; keep this up from then on.",
                             "set_routine.action"),
                  false);
  if (const auto fault = fault_of(wish.stops, world_, actor)) return refuse(caller, *fault, false);
  if (const auto rejection = rules::apply(world_, actor, wish.action); rejection != rules::Rejection::kNone)
    return refuse(caller, within_routine(make_error(rejection, wish.action)), false);

  write(Command{SeatedAction{actor, wish.action}, caller.guest, 0});
  HouseEvent event;
  auto& set = *event.mutable_routine_set();
  set.set_id(wish.id == 0 ? routines_.next_id() : wish.id);
  *set.mutable_action() = protocol::encode(wish.action);
  *set.mutable_stops() = wish.stops;
  write_house(caller, std::move(event));
  accept(caller, true);
}

void WorldActor::on(const Caller& caller, const v1::EndRoutine& wish) {
  if (answered_before(caller)) return;
  if (routines_.find(caller.guest, wish.routine_id()) == nullptr)
    return refuse(caller, make_error(v1::ERROR_CODE_UNKNOWN_ROUTINE, "", "end_routine.routine_id"), false);
  end_routine(caller, wish.routine_id());
  accept(caller, true);
}

void WorldActor::end_routine(const Caller& by, std::uint32_t id) {
  HouseEvent event;
  event.set_routine_ended(id);
  write_house(by, std::move(event));
}

/// Whoever comes to the seat next is not bound by them.
void WorldActor::end_routines(std::uint64_t guest) {
  Caller by;
  by.guest = guest;
  std::vector<std::uint32_t> ids;
  for (const v1::Routine* const routine : routines_.of(guest)) ids.push_back(routine->id());
  for (const std::uint32_t id : ids) end_routine(by, id);
}

void WorldActor::run_routines() {
  if (world_.finished) return;
  for (const std::uint32_t id : routines_.running()) run_routine(routines_.at(id));
}

void WorldActor::run_routine(const Routine& routine) {
  const rules::Seat* const seat = seat_of(routine.guest);
  if (seat == nullptr) return;
  const rules::HouseholdId actor = seat->household;
  const auto act = [&](const rules::Action& action) {
    const auto rejection = rules::apply(world_, actor, action);
    if (rejection == rules::Rejection::kNone) write(Command{SeatedAction{actor, action}, routine.guest, 0});
    return rejection;
  };
  HouseEvent event;
  auto& turn = *event.mutable_routine_turn();
  turn.set_id(routine.shown.id());
  const auto stop = come_about(routine.shown.stops(), world_, actor);
  if (stop && *stop != 0) {
    // Refused if it has been filled or taken off already, which is as well.
    if (const auto off = taking_off(routine.action)) act(*off);
    turn.set_stop(*stop);
  } else if (!stop) {
    turn.set_refused(v1::ERROR_CODE_NOT_YOURS_TO_SEE);
  } else if (const auto rejection = act(routine.action); rejection != rules::Rejection::kNone) {
    turn.set_refused(protocol::error_code(rejection));
  } else {
    return;
  }
  Caller by;
  by.guest = routine.guest;
  write_house(by, std::move(event));
}

}  // namespace tt::server
