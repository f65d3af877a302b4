// What each trade needs and makes: the one table that production, planning, genesis and views read, so that a good's
// needs cannot differ between them.
#pragma once

#include <array>
#include <cstdint>

#include "rules/core/units.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct Industry {
  Good product;
  Bp hands;                   ///< part of a lot's tasks that is done by hand; the rest are tasks of the mind
  Lots materials_per_100;     ///< lots of materials used up by 100 lots of product
  Bp perishing;               ///< share of a stock lost at a close
  bool bought_by_households;  ///< its sales are final; the rest are inputs
  std::int64_t at_start;      ///< hundredths of all work done in the trade when a world is founded

  [[nodiscard]] constexpr Bp tasks(Task task) const { return task == Task::kHands ? hands : kOne - hands; }
  /// Materials used up by that many lots of product; of a price of materials, their cost in one lot. Truncated.
  [[nodiscard]] constexpr std::int64_t materials_for(std::int64_t whole) const {
    return whole * materials_per_100 / 100;
  }
  /// Nobody makes land.
  [[nodiscard]] constexpr bool is_made() const { return product != Good::kLand; }
  [[nodiscard]] constexpr bool perishes() const { return perishing > 0; }
};

/// Hands: food and materials mostly by hand, culture mostly by mind; the scratch model's physical task shares in kind.
/// Materials: the first processing stages of food and household goods; materials come from work alone. Perishing: food
/// spoils, a performance is over, the rest keeps. At start: what the usual diet and a little renewal of machines take.
inline constexpr std::array<Industry, kGoods> kIndustries{{
    {Good::kProvisions, 7'000, 20, 2'500, true, 27},
    {Good::kComforts, 6'000, 30, 0, true, 29},
    {Good::kMaterials, 8'000, 0, 0, false, 15},
    {Good::kCulture, 2'000, 0, kOne, true, 24},
    {Good::kMachinery, 5'500, 40, 0, false, 3},
    {Good::kEngines, 2'500, 20, 0, false, 2},
    {Good::kLand, 0, 0, 0, false, 0},
}};

[[nodiscard]] constexpr const Industry& industry_of(Good good) {
  return kIndustries[index_of(good)];
}

constexpr bool industries_are_sound() {
  std::int64_t at_start = 0;
  for (const Good good : kAllGoods) {
    if (industry_of(good).product != good) return false;
    at_start += industry_of(good).at_start;
  }
  return at_start == 100;
}
static_assert(industries_are_sound(), "the table's rows stand in the order of the goods; all work is 100 hundredths");

}  // namespace tt::rules
