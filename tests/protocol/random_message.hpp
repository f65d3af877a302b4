// Messages with every field filled by chance, through reflection: a field the codec forgets is a field the test misses.
#pragma once

#include <google/protobuf/message.h>

#include "tests/support/seed.hpp"

namespace tt::test {

/// Fills every field; of a `oneof`, the field `chosen` where it belongs to this message, else one by chance. Numbers
/// come often from the ends of what the rules can hold: amounts to 2^63 − 1, other numbers to 2^31 − 1, enumerations
/// never unspecified.
void fill(google::protobuf::Message& message, Draws& draws, const google::protobuf::FieldDescriptor* chosen = nullptr);

}  // namespace tt::test
