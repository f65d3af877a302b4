// How a world ended, for whoever keeps account of its results.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "persistence/ghost.hpp"
#include "rules/rules.hpp"

namespace tt::server {

/// As of the last close.
struct SeatEnding {
  rules::HouseholdId household;
  rules::Role role = rules::Role::kWorker;
  rules::Controller controller = rules::Controller::kVacant;
  rules::Bp standing = 0;  ///< share of the laurels
};

struct Ending {
  std::vector<SeatEnding> seats;  ///< in the order of the world's seats
  /// What difference each made; nothing where that cannot be worked out here.
  std::optional<std::vector<persistence::SeatScore>> scores;
};

using HearEnding = std::function<void(const Ending&)>;

}  // namespace tt::server
