// Many guests in worlds, each acting at a steady rate, against the real program; and the proof that nothing was lost.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "tests/load/meter.hpp"
#include "tests/load/stage.hpp"

namespace tt::load {

struct CrowdPlan {
  std::size_t worlds = 1;
  std::size_t guests = 2'000;  ///< in all, dealt to the worlds in turn
  std::string scenario = "crowd";
  std::chrono::milliseconds between_actions{2'000};  ///< of one guest
  std::chrono::milliseconds duration{60'000};
  std::chrono::milliseconds tick{0};  ///< 0: the scenario's own; a guest has 32 actions in one
};

struct CrowdReport {
  std::size_t seated = 0;
  std::size_t sent = 0;
  std::size_t receipts = 0;
  std::size_t refusals = 0;  ///< answers that are no receipts
  std::size_t lost = 0;      ///< connections that ended before their time
  std::size_t frames = 0;    ///< received by all
  std::size_t bytes = 0;
  double seconds = 0;      ///< from the first action to the last answer
  double cpu_seconds = 0;  ///< of the server meanwhile
  Waits waits;             ///< for receipts
  Kept kept;               ///< of all worlds together, after the server was killed

  [[nodiscard]] bool good() const { return sent > 0 && receipts == sent && refusals == 0 && lost == 0 && kept.all(); }
  [[nodiscard]] std::string text() const;
};

/// Founds the worlds, serves them, plays the plan, kills the server and compares receipts with the journals.
[[nodiscard]] CrowdReport play(const CrowdPlan& plan);

}  // namespace tt::load
