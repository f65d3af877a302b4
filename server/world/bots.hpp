// Programs in seats: which seats they get when a world is founded, and what they do in a tick.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "persistence/world_file.hpp"
#include "rules/rules.hpp"
#include "server/config.hpp"

namespace tt::server {

/// Half of each role's first seats, leaving two of each free where there are that many. Nothing is applied.
[[nodiscard]] std::vector<rules::HostAction> bot_seats(const rules::World& world);

/// The bots of one world. They may remember what they saw; a restart makes them anew.
class Bots {
 public:
  explicit Bots(MakeBot make) : make_(std::move(make)) {}

  /// Asks every bot of the world and applies what it may do; what the rules refuse is dropped. Returns what was
  /// applied, in order.
  [[nodiscard]] std::vector<persistence::Entry> play(rules::World& world, const rules::PublicView& view);
  /// Somebody else has had the seat since: the bot comes to it anew.
  void forget(rules::HouseholdId household) { bots_.erase(household.value); }

 private:
  void play_seat(rules::World& world, const rules::PublicView& view, std::size_t seat,
                 std::vector<persistence::Entry>& done);

  MakeBot make_;
  std::unordered_map<std::uint32_t, Bot> bots_;  ///< by household
};

}  // namespace tt::server
