// The programs at the table of one match, from hello to end.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "rules/rules.hpp"
#include "tournament/bots/bot_seat.hpp"
#include "tournament/bots/pool.hpp"
#include "tournament/bots/tick_messages.hpp"

namespace tt::tournament {

class BotTable {
 public:
  /// `match` names it in the logs.
  BotTable(BotPool& pool, const TimeControl& time, std::string match, rules::Tick ticks)
      : pool_(pool), time_(time), match_(std::move(match)), ticks_(ticks) {}
  BotTable(const BotTable&) = delete;
  BotTable& operator=(const BotTable&) = delete;
  /// Healthy programs go back to the pool.
  ~BotTable();

  /// A chair for the program; its number counts from 0.
  std::size_t add(const Program& program, rules::HouseholdId seat, rules::Role role, std::uint64_t bot_seed);
  [[nodiscard]] std::size_t size() const { return chairs_.size(); }

  /// Starts all, and waits until each is ready or has failed three times: then it is out, and benched.
  void begin();

  /// A tick: `show` once, `ask` every chair, then `answers`.
  void show(const rules::PublicView& view);
  void ask(std::size_t chair, const rules::PrivateView& mine);
  void await_answers();
  [[nodiscard]] std::vector<protocol::Decoded<rules::Action>> orders(std::size_t chair);
  /// Tells the chair with its next tick that an order did nothing.
  void refuse(std::size_t chair, std::size_t order, v1::Error why);
  /// Keeps `view`, which is what was shown in this tick, and leaves an earlier one in its place, to be renewed.
  void tick_is_over(rules::PublicView& view) {
    if (!before_) before_.emplace();
    std::swap(*before_, view);
  }

  /// Tells the result and lets go of the program.
  Conduct end(std::size_t chair, const v1::BotEnd& end);

 private:
  struct Chair {
    BotSeat seat;
    v1::BotHello hello;
    std::vector<v1::Error> refused;
  };

  BotPool& pool_;
  const TimeControl& time_;
  std::string match_;
  rules::Tick ticks_;
  std::deque<Chair> chairs_;
  std::optional<rules::PublicView> before_;
  std::optional<TickMessages> messages_;

  void start(Chair& chair);
};

}  // namespace tt::tournament
