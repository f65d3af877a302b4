// The least a broadcast can be with Beast: a process that accepts WebSockets and writes one shared frame to all of them
// when told. What the server's own broadcast is measured against.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>

namespace tt::load {

class BareBroadcaster {
 public:
  /// Starts the process, which writes frames of so many bytes.
  explicit BareBroadcaster(std::size_t frame_bytes);
  ~BareBroadcaster();
  BareBroadcaster(const BareBroadcaster&) = delete;
  BareBroadcaster& operator=(const BareBroadcaster&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] pid_t pid() const { return pid_; }
  /// One frame to everybody connected.
  void broadcast() const;

 private:
  pid_t pid_ = -1;
  int orders_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace tt::load
