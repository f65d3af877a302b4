// The time of day comes in at the edge: here.
#pragma once

#include <chrono>
#include <cstdint>

namespace tt::server {

/// Milliseconds since 1970, UTC.
[[nodiscard]] inline std::uint64_t wall_clock_ms() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count());
}

}  // namespace tt::server
