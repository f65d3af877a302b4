// A server killed again and again at random moments under load, and its clients, who come back and ask again whatever
// was not answered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/load/meter.hpp"
#include "tests/load/stage.hpp"

namespace tt::load {

struct KillPlan {
  std::size_t kills = 200;
  std::size_t guests = 60;
  std::uint64_t seed = 1;
};

struct KillReport {
  std::size_t kills = 0;
  std::size_t receipts = 0;
  std::size_t asked_again = 0;  ///< requests sent once more after a kill
  std::size_t repeated = 0;     ///< of these, how many had got through before
  std::size_t refusals = 0;
  std::string refusal;  ///< the first one, in full
  Waits accepting;      ///< from the start of the program until somebody is back in their seat
  Kept kept;

  [[nodiscard]] bool good() const { return receipts > 0 && refusals == 0 && kept.all() && accepting.max_ms <= 2'000; }
  [[nodiscard]] std::string text() const;
};

[[nodiscard]] KillReport kill_again_and_again(const KillPlan& plan);

}  // namespace tt::load
