// What people have done for them at the opening of every tick, as a fold over house events. Pure; what there is to do
// is done by the world's actor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "persistence/restore.hpp"
#include "rules/actions/action.hpp"
#include "technotariat/v1/routine.pb.h"

namespace tt::server {

namespace v1 = technotariat::v1;
using persistence::HouseEvent;

struct Routine {
  std::uint64_t guest = 0;
  rules::Action action;
  v1::Routine shown;         ///< as its owner sees it
  std::uint32_t missed = 0;  ///< ticks in a row that it was refused

  [[nodiscard]] bool running() const { return shown.state() == v1::ROUTINE_STATE_RUNNING; }
};

class Routines {
 public:
  /// What has happened, in the order of the journal; other house events are passed over.
  void take(const HouseEvent& event);

  /// Of the next new one.
  [[nodiscard]] std::uint32_t next_id() const { return last_id_ + 1; }
  /// Null if this guest has none of that number.
  [[nodiscard]] const Routine* find(std::uint64_t guest, std::uint32_t id) const;
  [[nodiscard]] std::size_t count_running(std::uint64_t guest) const;
  /// Numbers of all that run, in the order in which they were first set.
  [[nodiscard]] std::vector<std::uint32_t> running() const;
  [[nodiscard]] const Routine& at(std::uint32_t id) const { return all_.at(id); }
  /// Those that have stopped included, as long as they are kept.
  [[nodiscard]] std::vector<const v1::Routine*> of(std::uint64_t guest) const;

 private:
  void set(const HouseEvent& event);
  void turn(const HouseEvent& event);
  void stop(Routine& routine, v1::RoutineState state, rules::Tick tick);

  std::map<std::uint32_t, Routine> all_;
  std::uint32_t last_id_ = 0;
};

}  // namespace tt::server
