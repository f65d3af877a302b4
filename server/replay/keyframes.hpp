// Worlds of the past in memory, of all worlds of a host together: a seek starts from the nearest one instead of from
// the founding. A cache: bounded in bytes, the longest unused goes first, and losing one costs time only.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>

#include "rules/rules.hpp"

namespace tt::server {

struct Keyframe {
  std::uint64_t index = 0;  ///< of the journal's last entry in it: the close of its tick, or 0
  std::shared_ptr<const rules::World> world;
};

/// May be used from any thread.
class Keyframes {
 public:
  explicit Keyframes(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// A number for one world's frames.
  [[nodiscard]] std::uint64_t new_reel();
  /// The latest frame of this reel not after that tick.
  [[nodiscard]] std::optional<Keyframe> nearest(std::uint64_t reel, rules::Tick tick);
  /// One that is there already, or larger than the whole cache, is not kept again.
  void keep(std::uint64_t reel, Keyframe frame, std::size_t bytes);
  /// All of this reel.
  void drop(std::uint64_t reel);
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] std::size_t bytes_max() const { return bytes_max_; }

 private:
  struct Kept {
    std::uint64_t reel = 0;
    Keyframe frame;
    std::size_t bytes = 0;
  };
  const std::size_t bytes_max_;
  mutable std::mutex mutex_;
  std::list<Kept> kept_;  ///< the latest used first
  std::size_t bytes_ = 0;
  std::uint64_t last_reel_ = 0;
};

}  // namespace tt::server
