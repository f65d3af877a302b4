// `technotariat bot environment`: a whole table played over one pipe, in lockstep, without clocks, processes or files.
// Same requests, same answers.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.hpp"
#include "technotariat/v1/bot.pb.h"
#include "tournament/bots/sight.hpp"

namespace tt::tournament {

class Environment {
 public:
  /// The answer to a TableInput in JSON, without line ends. What is refused changes nothing.
  [[nodiscard]] std::string answer(std::string_view line);

 private:
  struct Chair {
    rules::HouseholdId seat;
    rules::Role role = rules::Role::kWorker;
    std::uint64_t bot_seed = 0;
    std::vector<protocol::v1::Error> refused;
  };

  rules::World world_;
  std::vector<Chair> chairs_;  ///< none before the first reset
  std::optional<rules::PublicView> shown_;
  Sight sight_;
  rules::Tick last_ = 0;

  [[nodiscard]] protocol::Decoded<bool> reset(const protocol::v1::TableReset& reset);
  [[nodiscard]] protocol::Decoded<bool> step(const protocol::v1::TableStep& step);
  [[nodiscard]] Chair* chair_of(std::uint32_t seat_id);
  [[nodiscard]] bool cut_off() const { return !world_.finished && world_.tick >= last_; }
  void order(Chair& chair, const protocol::v1::BotOrders& orders);
  void tell(protocol::v1::TableState& state);
};

/// Answers line by line until the input ends. Returns 0.
[[nodiscard]] int serve_environment(std::istream& in, std::ostream& out);

}  // namespace tt::tournament
