// The `tick` message of every seat of one tick. What is public is encoded once a mapping and way of seeing, and shared;
// only the rest is a seat's own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "protocol/codec/envelope.hpp"
#include "rules/view/view.hpp"
#include "tournament/bots/sight.hpp"

namespace tt::tournament {

class TickMessages {
 public:
  /// `before`: the view of the tick before, or null in the first of a match. Both must outlive this.
  TickMessages(const rules::PublicView* before, const rules::PublicView& now) : before_(before), now_(now) {}

  [[nodiscard]] rules::Tick tick() const { return now_.world.tick; }

  /// A whole BotInput, as far as it is to be seen. `own` holds all but the tick and the public part.
  [[nodiscard]] std::string message(protocol::Mapping mapping, const Sight& sight, const protocol::v1::BotTick& own);

 private:
  const rules::PublicView* before_;
  const rules::PublicView& now_;
  std::optional<protocol::v1::BotTick> public_;
  std::map<std::pair<protocol::Mapping, std::string>, std::string> shared_;  ///< by what is seen of it

  [[nodiscard]] const std::string& shared(protocol::Mapping mapping, const Sight& sight);
};

}  // namespace tt::tournament
