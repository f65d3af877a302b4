// Whether a program gets as far as "ready".
#pragma once

#include "persistence/result.hpp"
#include "tournament/bots/channel.hpp"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

/// How long it took from hello to ready. Fails, with what it wrote to its standard error, if it never came. Ends the
/// program.
[[nodiscard]] persistence::Result<Clock::duration> try_start(const Program& program, const TimeControl& time);

}  // namespace tt::tournament
