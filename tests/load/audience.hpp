// Thousands who only watch: what a sitting connection costs, and what one public frame to all of them costs beside the
// same frames from a bare Beast broadcast.
#pragma once

#include <cstddef>
#include <string>

namespace tt::load {

struct AudiencePlan {
  std::size_t sockets = 10'000;
  std::size_t frames = 20;  ///< to everybody, one after the other
};

struct Broadcast {
  std::size_t bytes_per_socket = 0;  ///< of the process, at rest
  double us_per_frame = 0;           ///< of a processor, for one frame to one socket
  std::size_t frame_bytes = 0;       ///< the mean
};

struct AudienceReport {
  std::size_t sockets = 0;
  Broadcast server;
  Broadcast bare;

  [[nodiscard]] std::string text() const;
};

[[nodiscard]] AudienceReport watch(const AudiencePlan& plan);

}  // namespace tt::load
