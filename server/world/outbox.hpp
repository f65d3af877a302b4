// Persist, then tell: what follows from the state after entry N leaves when entry N is on the disk, in order, or never.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <utility>

namespace tt::server {

class Outbox {
 public:
  /// Told whether the entries it waited for are durable.
  using Tell = std::function<void(bool durable)>;

  /// Numbers never fall from one call to the next. At once if nothing has to be waited for, or nothing more will come.
  void after(std::uint64_t index, Tell tell) {
    if (failed_) return tell(false);
    if (index <= durable_ && waiting_.empty()) return tell(true);
    waiting_.push_back({index, std::move(tell)});
  }
  void durable_up_to(std::uint64_t index) {
    durable_ = index;
    while (!waiting_.empty() && waiting_.front().index <= durable_) pop(true);
  }
  void fail() {
    while (!waiting_.empty()) pop(false);
    failed_ = true;
  }
  void start_at(std::uint64_t index) { durable_ = index; }
  [[nodiscard]] std::uint64_t durable() const { return durable_; }
  [[nodiscard]] bool empty() const { return waiting_.empty(); }

 private:
  struct Waiting {
    std::uint64_t index;
    Tell tell;
  };
  void pop(bool durable) {
    const Tell tell = std::move(waiting_.front().tell);
    waiting_.pop_front();
    tell(durable);
  }

  std::uint64_t durable_ = 0;
  std::deque<Waiting> waiting_;
  bool failed_ = false;
};

}  // namespace tt::server
