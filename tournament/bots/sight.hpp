// What of the views a program has asked to see.
#pragma once

#include <string>

#include "protocol/codec/selection.hpp"
#include "technotariat/v1/bot.pb.h"

namespace tt::tournament {

struct Sight {
  protocol::Selection world;  ///< of Snapshot and Delta, whose fields have the same numbers
  protocol::Selection me;
  std::string key;  ///< the same for all that see the same of the world
};

/// What "ready" asks for. Refused if it names a field that there is not.
[[nodiscard]] protocol::Decoded<Sight> sight_of(const protocol::v1::BotReady& ready);

}  // namespace tt::tournament
