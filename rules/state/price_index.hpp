// What the goods that households buy cost together, against the end of the burn-in.
#pragma once

#include <algorithm>

#include "rules/state/industry.hpp"
#include "rules/state/world.hpp"

namespace tt::rules {

/// Laspeyres index in bp over slow prices, 10 000 at the base: Σ p·q₀ ÷ Σ p₀·q₀, with q₀ what was bought then. Before
/// there is a base, 10 000.
[[nodiscard]] inline Bp price_index(const World& world) {
  Mils now = 0;
  Mils base = 0;
  for (const Good good : kAllGoods) {
    now += world.basket[index_of(good)] * world.markets[index_of(good)].slow_price;
    base += world.basket[index_of(good)] * world.base_price[index_of(good)];
  }
  return base > 0 ? static_cast<Bp>(std::min<std::int64_t>(mul_div(now, kOne, base), 1'000'000'000)) : kOne;
}

/// Part of the gap to the base made up in a tick: 0.56 %, the scratch model's.
inline constexpr std::int64_t kMintOfGap = 56;

/// What a money rule with this cap (bp of all money a tick) makes now.
[[nodiscard]] inline Mils money_to_make(const World& world, std::int64_t cap) {
  const std::int64_t gap = kOne - price_index(world);
  if (cap == 0 || gap <= 0) return 0;
  return std::min(mul_div(world.money(), kMintOfGap * gap, kOne * kOne), share_of(world.money(), cap));
}

/// Makes the present the base.
inline void set_price_base(World& world) {
  for (const Good good : kAllGoods) {
    const Market& market = world.markets[index_of(good)];
    world.base_price[index_of(good)] = market.slow_price;
    world.basket[index_of(good)] = industry_of(good).bought_by_households ? std::max<Lots>(1, market.volume) : Lots{0};
  }
}

}  // namespace tt::rules
