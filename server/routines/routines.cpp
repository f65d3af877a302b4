#include "server/routines/routines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/errors.hpp"
#include "server/limits.hpp"

namespace tt::server {

void Routines::take(const HouseEvent& event) {
  if (event.has_routine_set()) set(event);
  if (event.has_routine_turn()) turn(event);
  if (event.has_routine_ended()) all_.erase(event.routine_ended());
}

void Routines::set(const HouseEvent& event) {
  const auto& said = event.routine_set();
  auto action = protocol::decode(said.action());
  if (!action) return;  // of a newer program
  Routine& routine = all_[said.id()];
  routine = {.guest = event.player(), .action = std::move(*action), .shown = {}, .missed = 0};
  routine.shown.set_id(said.id());
  *routine.shown.mutable_action() = said.action();
  *routine.shown.mutable_stops() = said.stops();
  routine.shown.set_since_tick(event.tick());
  routine.shown.set_state(v1::ROUTINE_STATE_RUNNING);
  last_id_ = std::max(last_id_, said.id());
}

void Routines::turn(const HouseEvent& event) {
  const auto at = all_.find(event.routine_turn().id());
  if (at == all_.end()) return;
  Routine& routine = at->second;
  if (event.routine_turn().stop() != 0) {
    routine.shown.set_stop(event.routine_turn().stop());
    return stop(routine, v1::ROUTINE_STATE_STOPPED, event.tick());
  }
  const bool in_a_row = routine.missed > 0 && routine.shown.missed_tick() + 1 == event.tick();
  routine.missed = in_a_row ? routine.missed + 1 : 1;
  routine.shown.set_missed_tick(event.tick());
  *routine.shown.mutable_refused() = protocol::make_error(event.routine_turn().refused());
  if (routine.missed >= kRoutineMissesMax) stop(routine, v1::ROUTINE_STATE_REFUSED, event.tick());
}

void Routines::stop(Routine& routine, v1::RoutineState state, rules::Tick tick) {
  routine.shown.set_state(state);
  routine.shown.set_stopped_tick(tick);
  const auto is_old = [&](const auto& other) {
    return other.second.guest == routine.guest && !other.second.running() && &other.second != &routine;
  };
  if (static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), is_old)) < kRoutinesPerSeat) return;
  all_.erase(std::min_element(all_.begin(), all_.end(), [&](const auto& a, const auto& b) {
    // Those that are to stay come last.
    const auto age = [&](const auto& one) { return std::pair(!is_old(one), one.second.shown.stopped_tick()); };
    return age(a) < age(b);
  }));
}

const Routine* Routines::find(std::uint64_t guest, std::uint32_t id) const {
  const auto at = all_.find(id);
  return at == all_.end() || at->second.guest != guest ? nullptr : &at->second;
}

std::size_t Routines::count_running(std::uint64_t guest) const {
  return static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [&](const auto& one) { return one.second.guest == guest && one.second.running(); }));
}

std::vector<std::uint32_t> Routines::running() const {
  std::vector<std::uint32_t> ids;
  for (const auto& [id, routine] : all_)
    if (routine.running()) ids.push_back(id);
  return ids;
}

std::vector<const v1::Routine*> Routines::of(std::uint64_t guest) const {
  std::vector<const v1::Routine*> mine;
  for (const auto& [id, routine] : all_)
    if (routine.guest == guest) mine.push_back(&routine.shown);
  return mine;
}

}  // namespace tt::server
