#include "tournament/founded_worlds.hpp"

namespace tt::tournament {

FoundedWorlds::State FoundedWorlds::state(std::uint32_t world) const {
  const std::lock_guard lock(mutex_);
  const auto slot = slots_.find(world);
  if (slot == slots_.end()) return State::kNone;
  return slot->second->founded ? State::kThere : State::kBegun;
}

void FoundedWorlds::begin(std::uint32_t world) {
  static_cast<void>(slot_of(world));
}

std::shared_ptr<const rules::World> FoundedWorlds::of(const MatchPlan& plan) {
  const std::shared_ptr<Slot> slot = slot_of(plan.world);
  std::call_once(slot->once, [&] {
    slot->world = rules::found_world(scenario_, plan.world_seed);
    slot->founded = true;
  });
  return {slot, &slot->world};
}

std::shared_ptr<FoundedWorlds::Slot> FoundedWorlds::slot_of(std::uint32_t world) {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<Slot>& kept = slots_[world];
  if (!kept) kept = std::make_shared<Slot>();
  std::shared_ptr<Slot> slot = kept;
  while (slots_.size() > kept_) {
    const auto oldest = slots_.begin();
    slots_.erase(oldest->first == world ? std::next(oldest) : oldest);
  }
  return slot;
}

}  // namespace tt::tournament
