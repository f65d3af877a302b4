#include "server/replay/keyframes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tt::server {

std::uint64_t Keyframes::new_reel() {
  const std::lock_guard lock(mutex_);
  return ++last_reel_;
}

std::optional<Keyframe> Keyframes::nearest(std::uint64_t reel, rules::Tick tick) {
  const std::lock_guard lock(mutex_);
  auto best = kept_.end();
  for (auto at = kept_.begin(); at != kept_.end(); ++at) {
    if (at->reel != reel || at->frame.world->tick > tick) continue;
    if (best == kept_.end() || at->frame.world->tick > best->frame.world->tick) best = at;
  }
  if (best == kept_.end()) return std::nullopt;
  kept_.splice(kept_.begin(), kept_, best);
  return best->frame;
}

void Keyframes::keep(std::uint64_t reel, Keyframe frame, std::size_t bytes) {
  if (bytes > bytes_max_) return;
  std::list<Kept> gone;  // a large world's memory is given back outside of the lock
  const std::lock_guard lock(mutex_);
  const auto same = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
    return kept.reel == reel && kept.frame.world->tick == frame.world->tick;
  });
  if (same != kept_.end()) return kept_.splice(kept_.begin(), kept_, same);
  kept_.push_front({reel, std::move(frame), bytes});
  bytes_ += bytes;
  while (bytes_ > bytes_max_) {
    bytes_ -= kept_.back().bytes;
    gone.splice(gone.begin(), kept_, std::prev(kept_.end()));
  }
}

void Keyframes::drop(std::uint64_t reel) {
  std::list<Kept> gone;
  const std::lock_guard lock(mutex_);
  for (auto at = kept_.begin(); at != kept_.end();) {
    const auto here = at++;
    if (here->reel != reel) continue;
    bytes_ -= here->bytes;
    gone.splice(gone.begin(), kept_, here);
  }
}

std::size_t Keyframes::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace tt::server
