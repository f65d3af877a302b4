// The guests of a load test: all in one thread, each a connection of its own.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "tests/load/load.hpp"

namespace tt::load {

struct Crowd {
  Report report;
  std::vector<double> latencies_ms;
  /// Journal index by guest and request.
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> receipts;
};

/// Everybody comes in and sits down; then the clock starts, and everybody acts. Returns with the last answer, or ten
/// seconds after the end.
[[nodiscard]] Crowd act(std::uint16_t port, const Plan& plan);

}  // namespace tt::load
