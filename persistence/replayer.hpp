// A world moved by journal entries, each of which has to be accepted again and every close of which has to give the
// hash written then.
#pragma once

#include <cstdint>

#include "persistence/result.hpp"
#include "persistence/world_file.hpp"
#include "rules/rules.hpp"

namespace tt::persistence {

class Replayer {
 public:
  explicit Replayer(rules::World world) : world_(std::move(world)) {}

  /// Takes the entry numbered `index`. After a failure the world is of no use any more.
  Result<void> take(std::uint64_t index, const Entry& entry);

  [[nodiscard]] const rules::World& world() const { return world_; }
  [[nodiscard]] rules::World&& release() { return std::move(world_); }

 private:
  Result<void> take(std::uint64_t index, const Command& command);
  Result<void> take(std::uint64_t index, const TickClose& close);
  static Result<void> take(std::uint64_t, const HouseEvent&) { return {}; }

  rules::World world_;
};

}  // namespace tt::persistence
