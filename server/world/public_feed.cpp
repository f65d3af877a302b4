#include "server/world/public_feed.hpp"

#include <utility>

#include "protocol/codec/views.hpp"
#include "rules/core/assert.hpp"
#include "server/limits.hpp"

namespace tt::server {

namespace v1 = technotariat::v1;
using protocol::Mapping;

SharedBytes frame_of(const v1::ServerEnvelope& envelope, Mapping mapping) {
  return share(protocol::serialise(envelope, mapping));
}

PublicFrame public_frame_of(const v1::ServerEnvelope& envelope, bool json) {
  return {frame_of(envelope, Mapping::kBinary), json ? frame_of(envelope, Mapping::kJson) : nullptr};
}

PublicFeed::PublicFeed(std::string world, std::string epoch, rules::PublicView view)
    : world_(std::move(world)), epoch_(std::move(epoch)), view_(std::move(view)) {}

std::optional<PublicFrame> PublicFeed::advance(rules::PublicView view, std::vector<bool> ready, bool json) {
  v1::ServerEnvelope envelope;
  *envelope.mutable_delta() = protocol::encode_delta(view_, view, world_, {ready}, ready_);
  view_ = std::move(view);
  ready_ = std::move(ready);
  if (protocol::is_empty(envelope.delta())) return std::nullopt;
  envelope.set_sequence(++sequence_);
  snapshot_ = {};
  frames_.push_back(public_frame_of(envelope, json));
  if (frames_.size() > kFramesKept) frames_.pop_front();
  return frames_.back();
}

void PublicFeed::leap(rules::PublicView view) {
  view_ = std::move(view);
  ready_.clear();
  ++sequence_;
  snapshot_ = {};
  frames_.clear();
}

SharedBytes PublicFeed::snapshot(Mapping mapping) {
  SharedBytes& kept = mapping == Mapping::kBinary ? snapshot_.binary : snapshot_.json;
  if (kept) return kept;
  v1::ServerEnvelope envelope;
  envelope.set_sequence(sequence_);
  *envelope.mutable_snapshot() = protocol::encode_snapshot(view_, world_, {ready_});
  return kept = frame_of(envelope, mapping);
}

std::optional<std::vector<SharedBytes>> PublicFeed::missed(std::uint64_t after, std::string_view epoch,
                                                           Mapping mapping) {
  if (epoch != epoch_ || after == 0 || after > sequence_ || sequence_ - after > frames_.size()) return std::nullopt;
  std::vector<SharedBytes> frames;
  std::size_t bytes = 0;
  for (std::size_t at = frames_.size() - static_cast<std::size_t>(sequence_ - after); at < frames_.size(); ++at) {
    PublicFrame& frame = frames_[at];
    if (mapping == Mapping::kJson && !frame.json) {
      // Nobody listened in JSON when it was made.
      const auto envelope = protocol::parse_server(*frame.binary, Mapping::kBinary);
      TT_ASSERT(envelope.has_value());
      frame.json = frame_of(*envelope, Mapping::kJson);
    }
    frames.push_back(frame.in(mapping));
    bytes += frames.back()->size();
    if (bytes > kResumeBytesMax) return std::nullopt;
  }
  return frames;
}

}  // namespace tt::server
