// The `tick` message of every seat of one tick. What is public is encoded once a mapping and shared; only the rest is a
// seat's own.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "protocol/codec/envelope.hpp"
#include "rules/view/view.hpp"

namespace tt::tournament {

class TickMessages {
 public:
  /// `before`: the view of the tick before, or null in the first of a match. Both must outlive this.
  TickMessages(const rules::PublicView* before, const rules::PublicView& now) : before_(before), now_(now) {}

  [[nodiscard]] rules::Tick tick() const { return now_.world.tick; }

  /// A whole BotInput. `own` holds all but the tick and the public part.
  [[nodiscard]] std::string message(protocol::Mapping mapping, const protocol::v1::BotTick& own);

 private:
  const rules::PublicView* before_;
  const rules::PublicView& now_;
  std::array<std::string, 2> shared_;  ///< by mapping; empty until asked for

  [[nodiscard]] const std::string& shared(protocol::Mapping mapping);
};

}  // namespace tt::tournament
