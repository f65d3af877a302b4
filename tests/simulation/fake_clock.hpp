// Time that passes when told to.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "server/clock.hpp"

namespace tt::test {

class FakeClock final : public server::Clock {
 public:
  using Time = server::Time;

  [[nodiscard]] Time now() const override { return now_; }
  [[nodiscard]] std::uint64_t wall_ms() const override;
  [[nodiscard]] std::unique_ptr<server::Alarm> alarm(boost::asio::any_io_executor where) override;

  /// When the next alarm rings; nothing if none is set.
  [[nodiscard]] std::optional<Time> next() const;
  /// What is due by then is on its way to its executor afterwards.
  void advance_to(Time to);
  /// Of a process that is gone.
  void forget_alarms() {
    // Taken out first: what they would have called may hold the last of a world, whose alarms cancel themselves here.
    while (!waiting_.empty()) const auto dropped = std::exchange(waiting_, {});
  }

 private:
  friend class FakeAlarm;
  struct Waiting {
    boost::asio::any_io_executor where;
    std::function<void()> ring;
  };
  /// By time, then by the order of setting.
  std::map<std::pair<Time, std::uint64_t>, Waiting> waiting_;
  std::uint64_t set_ = 0;
  Time now_{std::chrono::hours(1)};
};

}  // namespace tt::test
