// The tables of a results file.
#pragma once

#include "persistence/sqlite/layout.hpp"

namespace tt::tournament {

/// Format 3. Numbers of matches, seats and rejections as in MatchResult; hashes and seeds are the 64 bits of a signed
/// integer. `conduct` has a row a fault of a program; `out_tick` is -1 but for the one that put it out. `fault` has a
/// row only where a count is above zero. `ghost_bp` is 0 where the tournament ranks by laurels alone.
[[nodiscard]] const persistence::sqlite::Layout& results_layout();

}  // namespace tt::tournament
