// Many guests in one world, each acting at a steady rate, against the real program; and the proof that nothing was
// lost.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace tt::load {

struct Plan {
  std::size_t guests = 2'000;
  std::chrono::milliseconds between_actions{2'000};  ///< of one guest
  std::chrono::milliseconds duration{60'000};
};

struct Report {
  std::size_t seated = 0;
  std::size_t sent = 0;
  std::size_t receipts = 0;
  std::size_t refusals = 0;   ///< answers that are no receipts
  std::size_t lost = 0;       ///< connections that ended before their time
  std::size_t unwritten = 0;  ///< receipts whose entry is not in the journal of the killed server
  std::size_t frames = 0;     ///< received by all
  std::size_t bytes = 0;
  double p50_ms = 0;
  double p99_ms = 0;
  double max_ms = 0;
  std::string problem;  ///< of the world's verification; empty if sound

  [[nodiscard]] bool good() const {
    return sent > 0 && receipts == sent && refusals == 0 && lost == 0 && unwritten == 0 && problem.empty();
  }
  [[nodiscard]] std::string text() const;
};

/// Founds a world of the largest scenario, serves it, plays the plan, kills the server and compares receipts with the
/// journal.
[[nodiscard]] Report play(const Plan& plan);

}  // namespace tt::load
