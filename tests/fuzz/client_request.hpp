// What a session does with a frame before any world hears of it: parsed, decoded, and written again as it was read.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "protocol/codec/actions.hpp"
#include "protocol/codec/envelope.hpp"
#include "protocol/codec/figures.hpp"
#include "protocol/limits.hpp"

namespace tt::fuzz {

inline void take_request(std::string_view frame, protocol::Mapping mapping) {
  const auto request = protocol::parse_client(frame, mapping);
  if (!request) return;
  if (request->has_act()) (void)protocol::decode(request->act());
  if (request->has_ask_forecast()) (void)protocol::decode(request->ask_forecast());
  if (request->has_ask_why()) (void)protocol::decode(request->ask_why());
  // What was understood once is understood again, unless its other form is longer than a frame.
  for (const protocol::Mapping other : {protocol::Mapping::kBinary, protocol::Mapping::kJson}) {
    const std::string again = protocol::serialise(*request, other);
    const auto second = protocol::parse_client(again, other);
    if (again.size() <= protocol::kClientFrameBytesMax &&
        (!second || second->SerializeAsString() != request->SerializeAsString()))
      std::abort();
  }
}

}  // namespace tt::fuzz
