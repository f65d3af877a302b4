// A long time of play, people coming and going: does the server's memory stay flat?
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/load/stage.hpp"

namespace tt::load {

struct SoakPlan {
  std::chrono::minutes duration{60};
  std::size_t guests = 200;
  std::chrono::milliseconds between_actions{500};  ///< of one guest
  std::chrono::milliseconds stay{20'000};          ///< of one guest, who then goes and comes back
};

struct SoakReport {
  std::vector<std::size_t> resident;  ///< bytes of the server, sampled at a steady rate
  std::size_t receipts = 0;
  std::size_t visits = 0;
  std::size_t refusals = 0;
  Kept kept;  ///< of all worlds together

  /// The mean of the last quarter against that of the second, after caches have filled.
  [[nodiscard]] double growth() const;
  [[nodiscard]] bool good() const { return receipts > 0 && refusals == 0 && kept.all() && growth() < 1.05; }
  [[nodiscard]] std::string text() const;
};

[[nodiscard]] SoakReport soak(const SoakPlan& plan);

}  // namespace tt::load
