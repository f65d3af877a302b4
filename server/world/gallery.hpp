// Where those stand who have no seat, in a world that shows them less than its players: one public feed for all of
// them, some closes behind. Who sits where is shown as it is now, so that whoever looks for a seat finds one.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/view/view.hpp"
#include "server/world/fan_out.hpp"
#include "server/world/public_feed.hpp"

namespace tt::server {

class Gallery {
 public:
  /// Nothing is shown at first. `epoch` must be another one than the players'.
  Gallery(std::string world, std::string epoch, std::shared_ptr<FanOut> fan_out)
      : world_(std::move(world)), epoch_(std::move(epoch)), fan_out_(std::move(fan_out)) {}

  [[nodiscard]] FanOut& fan_out() { return *fan_out_; }
  [[nodiscard]] const std::string& epoch() const { return epoch_; }
  /// Null while nothing is shown yet.
  [[nodiscard]] PublicFeed* feed() { return feed_ ? &*feed_ : nullptr; }

  /// The view right after a close, to be shown later; closes come in order.
  void hold(rules::PublicView view) { held_.push_back(std::move(view)); }
  /// Views of closes before all that are held, in order.
  void hold_before(std::vector<rules::PublicView> views);
  /// Nothing will be shown one by one.
  void let_go() { held_.clear(); }

  /// The frames that lead the watchers to the close of tick `last`, as far as its view is held, or is `latest`, with
  /// the names at the seats of `latest`, which is the players' view.
  [[nodiscard]] std::vector<PublicFrame> show(rules::Tick last, const rules::PublicView& latest, bool json);

 private:
  [[nodiscard]] PublicFrame snapshot(bool json);

  std::string world_;
  std::string epoch_;
  std::shared_ptr<FanOut> fan_out_;
  std::optional<PublicFeed> feed_;
  std::deque<rules::PublicView> held_;  ///< closed and not shown yet, oldest first
};

}  // namespace tt::server
