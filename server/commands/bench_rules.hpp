// How fast the rules run on this machine, beside how fast its memory does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tt::server {

struct StageCost {
  std::string name;
  double ns_per_household = 0;
};

struct TickCost {
  std::uint32_t households = 0;
  double ns_per_household = 0;     ///< of a whole tick: all stages, the conservation laws and the hash
  double bytes_per_household = 0;  ///< columns of state, as allocated
  std::vector<StageCost> stages;
};

struct RulesCost {
  double memory_bytes_per_second = 0;    ///< a + k × b over arrays too large for the caches (the triad of STREAM)
  double auction_orders_per_second = 0;  ///< clearing and filling 100 000 limit orders
  std::vector<TickCost> ticks;
};

/// One core, each figure the best of several. Worlds of 10³, 10⁴, 10⁵ and 10⁶ households with twenty to an enterprise,
/// a few ticks old; those above `most_households` are left out.
[[nodiscard]] RulesCost measure_rules(std::uint32_t most_households);

}  // namespace tt::server
