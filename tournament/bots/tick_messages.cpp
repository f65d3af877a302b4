#include "tournament/bots/tick_messages.hpp"

#include <google/protobuf/io/coded_stream.h>

#include <array>

#include "protocol/codec/views.hpp"
#include "protocol/codec/write_json.hpp"

namespace tt::tournament {
namespace {

namespace v1 = protocol::v1;
using protocol::Mapping;

constexpr std::string_view kWorldName = "match";  // where a server has its name for the world

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

const std::string& TickMessages::shared(Mapping mapping, const Sight& sight) {
  std::string& text = shared_[{mapping, sight.key}];
  if (!text.empty()) return text;
  if (!public_) {
    public_.emplace().set_tick(now_.world.tick);
    if (before_ == nullptr)
      *public_->mutable_snapshot() = protocol::encode_snapshot(now_, kWorldName);
    else
      *public_->mutable_delta() = protocol::encode_delta(*before_, now_, kWorldName);
  }
  if (mapping == Mapping::kBinary) {
    v1::BotTick seen = *public_;
    if (seen.has_snapshot()) sight.world.prune(*seen.mutable_snapshot());
    if (seen.has_delta()) sight.world.prune(*seen.mutable_delta());
    return text = seen.SerializeAsString();
  }
  text = "{\"tick\":{\"tick\":" + std::to_string(now_.world.tick);
  if (public_->has_snapshot()) protocol::append_json(public_->snapshot(), text += ",\"snapshot\":", sight.world);
  if (public_->has_delta()) protocol::append_json(public_->delta(), text += ",\"delta\":", sight.world);
  return text;
}

std::string TickMessages::message(Mapping mapping, const Sight& sight, const v1::BotTick& own) {
  const std::string& common = shared(mapping, sight);
  if (mapping == Mapping::kBinary) {
    v1::BotTick seen = own;
    sight.me.prune(*seen.mutable_me());
    return wrapped(common, seen.SerializeAsString());
  }
  std::string text = common;
  protocol::append_json(own.me(), text += ",\"me\":", sight.me);
  text += ",\"bank_ms\":" + std::to_string(own.bank_ms()) + ",\"refused\":[";
  for (const v1::Error& refused : own.refused()) {
    if (text.back() != '[') text += ',';
    protocol::append_json(refused, text);
  }
  return text += "]}}";
}

}  // namespace tt::tournament
