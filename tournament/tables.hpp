// The tables of a results file.
#pragma once

#include "persistence/sqlite/layout.hpp"

namespace tt::tournament {

/// Format 1. Numbers of matches, seats and rejections as in MatchResult; hashes and seeds are the 64 bits of a signed
/// integer. `fault` has a row only where a count is above zero.
[[nodiscard]] const persistence::sqlite::Layout& results_layout();

}  // namespace tt::tournament
