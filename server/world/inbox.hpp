// A world's inbox: how many requests are on their way to an answer, and no more than so many. From any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace tt::server {

class Inbox {
  using Count = std::shared_ptr<std::atomic<std::size_t>>;

 public:
  /// One request's. Left before its answer is told, so that whoever asks again on hearing it finds the place free; at
  /// the latest with its last owner.
  class Place {
   public:
    explicit Place(Count count) : count_(std::move(count)) {}
    ~Place() { leave(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    void leave() {
      if (!left_.exchange(true)) count_->fetch_sub(1);
    }

   private:
    Count count_;
    std::atomic<bool> left_{false};
  };

  /// Null if `most` are taken.
  [[nodiscard]] std::shared_ptr<Place> take(std::size_t most) {
    if (count_->fetch_add(1) < most) return std::make_shared<Place>(count_);
    count_->fetch_sub(1);
    return nullptr;
  }
  [[nodiscard]] std::size_t taken() const { return count_->load(); }

 private:
  Count count_ = std::make_shared<std::atomic<std::size_t>>(0);  ///< shared: an answer may outlive its world
};

}  // namespace tt::server
