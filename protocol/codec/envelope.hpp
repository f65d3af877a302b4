// One frame, one envelope, in either of the two mappings. What a client sends is hostile until it has passed here.
#pragma once

#include <string>
#include <string_view>

#include "protocol/codec/decoded.hpp"
#include "technotariat/v1/bot.pb.h"
#include "technotariat/v1/session.pb.h"

namespace tt::protocol {

/// How envelopes travel on one connection: chosen by the WebSocket's sub-protocol.
enum class Mapping : std::uint8_t { kBinary, kJson };

/// The frame as an envelope with a usable request id and one request in it.
/// Refused, never ignored: frames above kClientFrameBytesMax (TOO_LARGE), anything that is no envelope, invalid UTF-8,
/// JSON nested deeper than kJsonDepthMax, fields this version does not know, a request id of 0 or above kRequestIdMax
/// (all MALFORMED), and a request this version does not know (UNKNOWN_REQUEST). The field is named where it can be; so
/// is the request id. Never throws, never prints.
[[nodiscard]] Decoded<v1::ClientEnvelope> parse_client(std::string_view frame, Mapping mapping);

/// The frame of an envelope. In JSON names are as in the .proto files, 64-bit integers are strings, and fields without
/// a value are written.
[[nodiscard]] std::string serialise(const v1::ServerEnvelope& envelope, Mapping mapping);

/// The other side of the conversation, for bots and tests. Unknown fields are ignored here: a newer server may say
/// more.
[[nodiscard]] Decoded<v1::ServerEnvelope> parse_server(std::string_view frame, Mapping mapping);
[[nodiscard]] std::string serialise(const v1::ClientEnvelope& envelope, Mapping mapping);

/// What a program that a tournament started wrote: a line without its end, or a message without its length. As strict
/// as `parse_client`, for frames up to kBotFrameBytesMax.
[[nodiscard]] Decoded<v1::BotOutput> parse_bot(std::string_view frame, Mapping mapping);

/// A line of whoever plays a whole table over one pipe, as strict, up to kTableFrameBytesMax.
[[nodiscard]] Decoded<v1::TableInput> parse_table(std::string_view frame);

/// From now on protobuf prints nothing, in the whole process. Every function above does it first; others that read
/// protobuf call it.
void quiet_protobuf();

}  // namespace tt::protocol
