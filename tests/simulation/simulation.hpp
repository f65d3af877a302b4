// A town and its people through everything that can go wrong, from one seed: the server's own code between a clock, a
// network and a disk that are played. After it: whatever a client was promised is in the journal once and in its place,
// what was told of each tick is what the journal gives when it is played again, and all clients hold the same world.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tt::test {

struct Story {
  std::size_t promises = 0;  ///< receipts of journaled requests
  std::size_t restarts = 0;
  std::size_t power_cuts = 0;
  std::size_t disk_faults = 0;
  std::uint32_t ticks = 0;
  std::uint64_t state_hash = 0;  ///< of the journal played again
};

/// Throws std::runtime_error that says which promise was broken. The same seed plays the same story.
[[nodiscard]] Story simulate(std::uint64_t seed);

}  // namespace tt::test
