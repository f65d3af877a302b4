// What one person may decide in secret, and what another may ask to find out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "technotariat/v1/session.pb.h"
#include "tests/support/seed.hpp"

namespace tt::test {

/// What a person has been told of where they stand. Numbers as on the wire.
struct Standing {
  std::uint64_t cash_mils = 0;
  std::uint64_t min_capital_mils = 0;
  std::uint32_t enterprise = 0;   ///< the first whose books are theirs to read; 0 for none
  std::uint32_t enterprises = 0;  ///< that there are
  std::uint64_t wage_mils = 0;    ///< paid there
};
/// From all the frames the person was sent.
[[nodiscard]] Standing standing_of(const std::vector<std::string>& frames);

/// Up to seven decisions that could matter to others: foundings under a few names, work and second jobs on offer,
/// offers for enterprises and shares, motions, laws, money put in, effort.
[[nodiscard]] std::vector<technotariat::v1::ClientEnvelope> hidden_decisions(const Standing& standing, Draws& draws);

/// Every action whose answer could tell of them, fewer accepted than a tick has actions.
[[nodiscard]] std::vector<technotariat::v1::ClientEnvelope> probes(const Standing& standing);

}  // namespace tt::test
