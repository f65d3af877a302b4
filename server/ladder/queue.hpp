// The queue of one ladder: who waits, since when, and who has gone away. Pure: time comes in as an argument.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tt::server {

/// Who is rated: a person, or one of the person's bots by its name.
struct Contender {
  std::uint64_t guest = 0;
  std::string bot;  ///< empty: the person
  auto operator<=>(const Contender&) const = default;
};

class LadderQueue {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Place {
    Contender who;
    std::string account_name;  ///< as the person called themselves when they joined
    bool claimed = false;
    Time joined;
    std::optional<Time> away_since;  ///< no connection of theirs is open
  };

  explicit LadderQueue(std::size_t most) : most_(most) {}

  /// At the end of the queue; whoever is in it stays where they are. False if it is full.
  [[nodiscard]] bool join(const Contender& who, const std::string& account_name, bool claimed, Time now);
  /// False if they were not in it.
  bool leave(const Contender& who);
  void go_away(const Contender& who, Time now);
  void come_back(const Contender& who);
  /// Those who have been away for as long as `grace`; they are out of it now.
  [[nodiscard]] std::vector<Contender> drop(Time now, std::chrono::milliseconds grace);

  [[nodiscard]] const Place* find(const Contender& who) const;
  /// In order of arrival.
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }

 private:
  [[nodiscard]] std::vector<Place>::iterator at(const Contender& who);

  std::size_t most_;
  std::vector<Place> places_;
};

}  // namespace tt::server
