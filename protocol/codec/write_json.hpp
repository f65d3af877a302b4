// protobuf's JSON mapping, written straight from the messages: the same text to a reader as protobuf's own writer
// gives, in a fraction of its time. For what is written often; reading stays with protobuf.
#pragma once

#include <google/protobuf/message.h>

#include <string>

#include "protocol/codec/selection.hpp"

namespace tt::protocol {

/// Appends the message as one JSON object without white space: names as in the .proto files, 64-bit integers as
/// strings, enumerations by name, plain fields also when they have no value, absent messages left out. Of field types
/// it knows those of our schema: no maps, bytes, floating point or well-known types. Fields that are not `wanted` are
/// left out.
void append_json(const google::protobuf::Message& message, std::string& to, const Selection& wanted = {});

}  // namespace tt::protocol
