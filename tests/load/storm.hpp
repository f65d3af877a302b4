// Everybody thrown out at once, and everybody back at once.
#pragma once

#include <cstddef>
#include <string>

namespace tt::load {

struct StormPlan {
  std::size_t sockets = 5'000;
};

struct StormReport {
  std::size_t sockets = 0;
  std::size_t back = 0;
  std::size_t attempts = 0;  ///< to connect, after the kill
  double listening_s = 0;    ///< from the kill until the next server listens
  double first_s = 0;        ///< from the kill until somebody watches again
  double all_s = 0;          ///< until everybody does

  [[nodiscard]] bool good() const { return sockets > 0 && back == sockets && all_s <= 30; }
  [[nodiscard]] std::string text() const;
};

/// Everybody enters a world with a token of their own; the server is killed and started on the same port while they
/// knock, as the page does: at once, then after pauses of half a second.
[[nodiscard]] StormReport storm(const StormPlan& plan);

}  // namespace tt::load
