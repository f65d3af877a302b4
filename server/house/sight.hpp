// How far those without a seat see into a running world. What closed under a delay keeps that delay, however the rules
// of the house change afterwards: a player is never shown earlier than was said when the tick was played.
#pragma once

#include <vector>

#include "rules/core/units.hpp"
#include "technotariat/v1/house.pb.h"

namespace tt::server {

class Sight {
 public:
  /// New rules, when `closed` ticks have closed.
  void set(const technotariat::v1::HouseRules& rules, rules::Tick closed);

  /// The last of `closed` ticks that is shown: 0, as founded, to `closed`.
  [[nodiscard]] rules::Tick shown(rules::Tick closed) const;
  /// Whether the present rules keep something back.
  [[nodiscard]] bool keeps_back() const { return until_end_ || delay_ > 0; }
  /// Nothing more is shown before the end.
  [[nodiscard]] bool until_end() const { return until_end_; }
  /// Whether these rules would break what ticks already closed were promised and cannot be kept beside them.
  [[nodiscard]] bool forbids(const technotariat::v1::HouseRules& rules, rules::Tick closed) const {
    return until_end_ && closed > 0 && rules.spectator_sight() != technotariat::v1::SPECTATOR_SIGHT_NOTHING;
  }

 private:
  /// Ticks up to `last` closed under `delay`.
  struct Promise {
    rules::Tick delay = 0;
    rules::Tick last = 0;
  };

  rules::Tick delay_ = 0;
  bool until_end_ = false;
  rules::Tick seen_ = 0;           ///< shown before the rules changed: it stays shown
  std::vector<Promise> promises_;  ///< of longer delays before this one
};

}  // namespace tt::server
