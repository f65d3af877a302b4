// One row of figures a closed tick.
#pragma once

#include <array>
#include <cstdint>

#include "rules/core/units.hpp"
#include "rules/state/inequality.hpp"
#include "rules/state/kinds.hpp"

namespace tt::rules {

struct HistoryRow {
  Tick tick = 0;
  std::array<Mils, kGoods> price{};
  std::array<Lots, kGoods> volume{};
  std::uint32_t employed = 0;
  Mils proprietary_pay = 0;  ///< mean gross pay of an employee
  Mils cooperative_pay = 0;  ///< mean gross pay of a member, share included
  Bp cooperative_labour = 0;
  Bp wealth_gini = 0;
  Bp velocity = 0;              ///< sales of final goods ÷ money
  Bp technotariat = 0;          ///< part of all tasks that machines did
  Bp unionised = 0;             ///< card holders among employees
  std::uint32_t on_strike = 0;  ///< people
  Mils rent = 0;                ///< of a parcel
  Mils money = 0;               ///< all there is, at the close
  Bp unemployed = 0;            ///< who look for work, of all who work or look for it
  Bp income_gini = 0;           ///< of what households were paid in the tick, net
  std::array<Mils, 3> pay{};    ///< gross, of those at work: what a tenth, half and nine tenths do not exceed
  Lorenz wealth_curve{};        ///< of all households
  Lorenz income_curve{};        ///< of what they were paid in the tick, net
  Bp price_index = kOne;        ///< of what households buy; 10 000 at the end of the burn-in
  bool operator==(const HistoryRow&) const = default;
};

}  // namespace tt::rules
