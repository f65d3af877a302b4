// Time comes in at the edge, here: what it is, and being woken at a moment. A simulation brings a clock of its own.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace tt::server {

/// Never goes back.
using Time = std::chrono::steady_clock::time_point;

/// Waits for one moment at a time, as long as it lives.
class Alarm {
 public:
  virtual ~Alarm() = default;
  /// Forgets what it waited for before. `ring` is called on the executor the alarm was made for; if it was on its way
  /// there already when the alarm was set anew, cancelled or destroyed, it may still be.
  virtual void ring_at(Time at, std::function<void()> ring) = 0;
  virtual void cancel() = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  /// From any thread.
  [[nodiscard]] virtual Time now() const = 0;
  /// Milliseconds since 1970, UTC. From any thread.
  [[nodiscard]] virtual std::uint64_t wall_ms() const = 0;
  [[nodiscard]] virtual std::unique_ptr<Alarm> alarm(boost::asio::any_io_executor where) = 0;
};

class RealClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override { return std::chrono::steady_clock::now(); }
  [[nodiscard]] std::uint64_t wall_ms() const override;
  [[nodiscard]] std::unique_ptr<Alarm> alarm(boost::asio::any_io_executor where) override;
};

}  // namespace tt::server
