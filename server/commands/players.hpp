// Who plays besides people: the one place where the server meets the tournaments and their strategies.
#pragma once

#include "server/commands/commands.hpp"

namespace tt::server {

/// Strategies in the empty seats, and tournaments between them.
[[nodiscard]] Players all_players();

}  // namespace tt::server
