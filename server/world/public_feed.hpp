// The public side of one world: what has been published, numbered without gaps, and the latest frames for those who
// missed some.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "rules/view/view.hpp"
#include "server/world/fan_out.hpp"
#include "technotariat/v1/session.pb.h"

namespace tt::server {

class PublicFeed {
 public:
  PublicFeed(std::string world, std::string epoch, rules::PublicView view);

  /// The next frame, from what was published to this; nothing if they are the same.
  [[nodiscard]] std::optional<PublicFrame> advance(rules::PublicView view, std::vector<bool> ready, bool json);

  /// To a view that no delta leads to: whoever follows needs a snapshot.
  void leap(rules::PublicView view);

  /// Everything published so far, as one frame.
  [[nodiscard]] SharedBytes snapshot(protocol::Mapping mapping);
  /// The frames after that number, or nothing if they are not all there any more, or are another run's.
  [[nodiscard]] std::optional<std::vector<SharedBytes>> missed(std::uint64_t after, std::string_view epoch,
                                                               protocol::Mapping mapping);

  [[nodiscard]] const rules::PublicView& view() const { return view_; }
  [[nodiscard]] std::uint64_t sequence() const { return sequence_; }
  [[nodiscard]] const std::string& epoch() const { return epoch_; }

 private:
  std::string world_;
  std::string epoch_;
  rules::PublicView view_;
  std::vector<bool> ready_;
  std::uint64_t sequence_ = 1;      ///< the world as it was when the server started is number 1
  std::deque<PublicFrame> frames_;  ///< the last is number sequence_
  PublicFrame snapshot_;
};

/// An envelope as a shared frame.
[[nodiscard]] SharedBytes frame_of(const technotariat::v1::ServerEnvelope& envelope, protocol::Mapping mapping);
/// In both mappings, JSON only if asked for.
[[nodiscard]] PublicFrame public_frame_of(const technotariat::v1::ServerEnvelope& envelope, bool json);

}  // namespace tt::server
