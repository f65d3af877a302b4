// Whether the forms of ownership and the strategies are in balance: many small games among the built-in strategies, one
// seat a form, each game's worth measured against the ghost of every seat.
#pragma once

#include "tournament/lab/run.hpp"

namespace tt::tournament::lab {

inline constexpr std::uint64_t kBalanceGames = 1'000;

/// Games 1 … options.seeds in the hamlet, each with its own world and the strategies of each role drawn in turn.
[[nodiscard]] Report check_balance(const RunOptions& options);

}  // namespace tt::tournament::lab
