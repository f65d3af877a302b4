// The time left of a running tick: runs, stands, and changes pace. Time comes in as an argument.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace tt::server {

class TickClock {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Span = std::chrono::milliseconds;

  /// The first tick has so much more time than its length.
  explicit TickClock(Span tick, Span first_more = Span{0}) : tick_(tick), left_(tick + first_more) {}

  /// A new tick with all its time.
  void start_tick(Time now) {
    left_ = tick_;
    if (deadline_) deadline_ = now + tick_;
  }
  void stop(Time now) {
    left_ = remaining(now);
    deadline_.reset();
  }
  void run(Time now) {
    if (!deadline_) deadline_ = now + left_;
  }
  /// The running tick keeps what it has left, up to the new length.
  void set_tick(Span tick, Time now) {
    tick_ = tick;
    left_ = std::min(remaining(now), tick);
    if (deadline_) deadline_ = now + left_;
  }

  /// The running tick alone has so much more time.
  void extend(Span more, Time now) {
    left_ = remaining(now) + more;
    if (deadline_) deadline_ = now + left_;
  }

  [[nodiscard]] Span tick() const { return tick_; }
  [[nodiscard]] bool running() const { return deadline_.has_value(); }
  /// Nothing while it stands.
  [[nodiscard]] std::optional<Time> deadline() const { return deadline_; }
  [[nodiscard]] Span remaining(Time now) const {
    if (!deadline_) return left_;
    return std::max(Span{0}, std::chrono::ceil<Span>(*deadline_ - now));
  }

 private:
  Span tick_;
  Span left_;
  std::optional<Time> deadline_;
};

}  // namespace tt::server
