#include "tournament/bots/tick_messages.hpp"

#include <google/protobuf/io/coded_stream.h>

#include "protocol/codec/views.hpp"
#include "protocol/codec/write_json.hpp"

namespace tt::tournament {
namespace {

namespace v1 = protocol::v1;
using protocol::Mapping;

constexpr std::string_view kWorldName = "match";  // where a server has its name for the world

/// The fields of a message as they stand in a larger object: without the brackets around them.
std::string fields_of(const google::protobuf::Message& message) {
  std::string text;
  protocol::append_json(message, text);
  return text.substr(1, text.size() - 2);
}

/// BotInput's field 2 (tick) around the bytes of two BotTicks: protobuf merges parts of one message that follow each
/// other.
std::string wrapped(const std::string& shared, const std::string& own) {
  constexpr char kTag = (2U << 3U) | 2U;  // field 2, length-delimited
  std::array<std::uint8_t, 5> length{};
  const auto* const end = google::protobuf::io::CodedOutputStream::WriteVarint32ToArray(
      static_cast<std::uint32_t>(shared.size() + own.size()), length.data());
  std::string message(1, kTag);
  message.append(reinterpret_cast<const char*>(length.data()), static_cast<std::size_t>(end - length.data()));
  return message + shared + own;
}

}  // namespace

const std::string& TickMessages::shared(Mapping mapping) {
  std::string& text = shared_[static_cast<std::size_t>(mapping)];
  if (!text.empty()) return text;
  v1::BotTick tick;
  tick.set_tick(now_.world.tick);
  if (before_ == nullptr)
    *tick.mutable_snapshot() = protocol::encode_snapshot(now_, kWorldName);
  else
    *tick.mutable_delta() = protocol::encode_delta(*before_, now_, kWorldName);
  if (mapping == Mapping::kBinary) return text = tick.SerializeAsString();
  const auto& view =
      tick.has_snapshot() ? static_cast<const google::protobuf::Message&>(tick.snapshot()) : tick.delta();
  text =
      "{\"tick\":{\"tick\":" + std::to_string(tick.tick()) + (tick.has_snapshot() ? ",\"snapshot\":" : ",\"delta\":");
  protocol::append_json(view, text);
  return text;
}

std::string TickMessages::message(Mapping mapping, const v1::BotTick& own) {
  const std::string& common = shared(mapping);
  if (mapping == Mapping::kBinary) return wrapped(common, own.SerializeAsString());
  // "tick" is the first field of both, and stands in the common part already.
  const std::string fields = fields_of(own);
  return common + fields.substr(fields.find(',')) + "}}";
}

}  // namespace tt::tournament
