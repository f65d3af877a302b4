// What a motion would change, across the wire. Shared by actions, assemblies and events.
#pragma once

#include <string_view>

#include "protocol/codec/decoded.hpp"
#include "rules/actions/action.hpp"
#include "technotariat/v1/economy.pb.h"

namespace tt::protocol {

void encode(const rules::MotionChange& change, v1::MotionChange& to);
void encode(const rules::Mandate& mandate, v1::Mandate& to);
void encode(const rules::Research& research, v1::Research& to);
void encode(const rules::SurplusSplit& split, v1::SurplusSplit& to);

/// `path` names the message in the client's request, for the problem's field.
[[nodiscard]] Decoded<rules::MotionChange> decode(const v1::MotionChange& change, std::string_view path);

}  // namespace tt::protocol
