// Waits for the answers of several programs at once.
#pragma once

#include <span>

#include "tournament/bots/bot_seat.hpp"

namespace tt::tournament {

/// Reads and writes until no seat waits for anything: each has answered, run out of time, or gone.
void await_all(std::span<BotSeat* const> seats);

}  // namespace tt::tournament
