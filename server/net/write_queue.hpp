// What waits to be written to one client. Bounded: by count and by bytes; one frame alone may exceed the bytes.
#pragma once

#include <cstddef>
#include <deque>
#include <utility>

#include "server/limits.hpp"
#include "server/net/frame.hpp"

namespace tt::server {

class WriteQueue {
 public:
  explicit WriteQueue(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// False if the client is too slow: too much waits.
  [[nodiscard]] bool push(SharedBytes frame) {
    if (!frames_.empty() && (frames_.size() >= kWriteQueueFramesMax || bytes_ + frame->size() > bytes_max_))
      return false;
    bytes_ += frame->size();
    frames_.push_back(std::move(frame));
    return true;
  }
  void pop() {
    bytes_ -= frames_.front()->size();
    frames_.pop_front();
  }
  /// Past the limits: for the last frame of a connection only.
  void push_last(SharedBytes frame) {
    bytes_ += frame->size();
    frames_.push_back(std::move(frame));
  }
  /// Keeps the frame that is being written, drops the others, and adds a last one.
  void end_with(SharedBytes last) {
    if (frames_.size() > 1) frames_.resize(1);
    bytes_ = frames_.empty() ? 0 : frames_.front()->size();
    push_last(std::move(last));
  }

  [[nodiscard]] const SharedBytes& front() const { return frames_.front(); }
  [[nodiscard]] bool empty() const { return frames_.empty(); }
  [[nodiscard]] std::size_t size() const { return frames_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  std::deque<SharedBytes> frames_;
  std::size_t bytes_ = 0;
  std::size_t bytes_max_;
};

}  // namespace tt::server
