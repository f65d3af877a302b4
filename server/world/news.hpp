// What a world lets be known outside of it, as it happens: its clock and its end. Nothing that a visitor could not see.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rules/view/view.hpp"

namespace tt::server {

struct TickOpened {
  std::optional<std::chrono::milliseconds> left;  ///< nothing while the clock stands
};
struct TickWaits {
  std::chrono::milliseconds left{};
  std::vector<rules::SeatRow> for_seats;  ///< people's who have not said that they are ready; at least one
};
struct WorldEnded {
  std::vector<rules::SeatRow> seats;  ///< the best standing first
};

struct WorldNews {
  using What = std::variant<TickOpened, TickWaits, WorldEnded>;

  std::string world;
  std::string title;
  bool open_to_all = false;  ///< in everybody's list, and nobody needs an invitation
  rules::Tick tick = 0;      ///< that is open, from 1; of a world that has ended the last that closed
  rules::Tick final_tick = 0;
  std::chrono::milliseconds tick_length{};
  std::uint64_t time_ms = 0;  ///< since 1970, UTC
  What what;
};

/// Called on the world's strand, which it must not hold up.
using TellNews = std::function<void(const WorldNews&)>;

}  // namespace tt::server
