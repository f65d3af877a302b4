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
  Lots materials_per_100;     ///< lots of materials used up by 100 lots of product
  Bp perishing;               ///< share of a stock lost at a close
  bool bought_by_households;  ///< its sales are final; the rest are inputs

  /// Materials used up by that many lots of product; of a price of materials, their cost in one lot. Truncated.
  [[nodiscard]] constexpr std::int64_t materials_for(std::int64_t whole) const {
    return whole * materials_per_100 / 100;
  }
  [[nodiscard]] constexpr bool perishes() const { return perishing > 0; }
};

/// Materials per 100: the first processing stages of food and household goods; materials come from labour alone.
/// Perishing: food spoils, the rest keeps.
inline constexpr std::array<Industry, kGoods> kIndustries{{
    {Good::kProvisions, 20, 2'500, true},
    {Good::kComforts, 30, 0, true},
    {Good::kMaterials, 0, 0, false},
}};

[[nodiscard]] constexpr const Industry& industry_of(Good good) {
  return kIndustries[index_of(good)];
}

constexpr bool industries_in_order() {
  for (const Good good : kAllGoods)
    if (industry_of(good).product != good) return false;
  return true;
}
static_assert(industries_in_order(), "the table's rows stand in the order of the goods");

}  // namespace tt::rules
