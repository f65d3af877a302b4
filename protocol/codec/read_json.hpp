// protobuf's JSON mapping, read straight into the messages in a fraction of the time that protobuf's own reader takes,
// as far as it is plain. What is not, right or wrong, is left to that reader: it knows all the forms, and what to
// complain of.
#pragma once

#include <google/protobuf/message.h>

#include <string_view>

namespace tt::protocol {

/// Reads one JSON object into an empty message. Plain are names as in the .proto files, each once; whole numbers within
/// their range, those of 64 bits also as strings; enumerations by name; texts without escapes. False: it is not plain
/// throughout, and `to` holds anything.
[[nodiscard]] bool read_plain_json(std::string_view text, google::protobuf::Message& to);

}  // namespace tt::protocol
