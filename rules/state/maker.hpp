// The public market maker: a small dealer in goods that keep.
#pragma once

#include <array>

#include "rules/core/units.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct Maker {
  Mils cash = 0;
  Mils paid_in = 0;  ///< by the treasury since the beginning, less what it got back
  std::array<Lots, kGoods> stock{};
  std::array<Mils, kGoods> reference{};  ///< prices it quotes around; 0 before a good's first auction
};

/// What it deals in: goods that somebody makes and that keep.
[[nodiscard]] constexpr bool is_dealt_in(Good good) {
  return industry_of(good).is_made() && !industry_of(good).perishes();
}

}  // namespace tt::rules
