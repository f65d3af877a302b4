// The time of day comes in at the edge: here.
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <string>

namespace tt::server {

/// Milliseconds since 1970, UTC.
[[nodiscard]] inline std::uint64_t wall_clock_ms() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count());
}

/// Such as 20260131T235959Z: fit for file names, and in their order that of time.
[[nodiscard]] inline std::string utc_stamp(std::uint64_t since_1970_ms) {
  const auto time = static_cast<std::time_t>(since_1970_ms / 1'000);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &parts)};
}

}  // namespace tt::server
