// `technotariat bot check`: whether a program keeps to the conversation, tried out in three short matches with things
// in them that happen: fields it does not know, a message that comes twice, a world that is under way already, orders
// that are refused, an end before the last tick.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/state/kinds.hpp"
#include "tournament/bots/faults.hpp"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

/// Something that was not right.
struct Trouble {
  std::string kind;         ///< a fault's name, or "unknown-order", "refused", "after-the-end", "end"
  bool fails = true;        ///< false: advice
  std::string match;        ///< such as "capitalist, from tick 12"; empty before the first
  rules::Tick tick = 0;     ///< of the first time
  std::size_t message = 0;  ///< how many the program had written by then: with JSON, the line of its output
  std::size_t times = 1;
  std::string what;
  std::string remedy;
};

/// One of the matches.
struct Trial {
  std::string name;
  std::uint32_t asked = 0;
  std::uint32_t answered = 0;
  std::uint32_t orders = 0;
  std::uint32_t refused = 0;
  double ready_ms = 0;
  double median_ms = 0;  ///< of an answer
  double slowest_ms = 0;
};

struct Compliance {
  std::vector<Trial> trials;
  std::vector<Trouble> troubles;
  std::string errors;  ///< what it wrote to its standard error, the last of it
  std::string ending;  ///< "exit code 0"; empty if it had ended before

  [[nodiscard]] bool passed() const;
};

/// Plays with it. `roles`: those it is tried in. Of `time` the start-up and the decision limit count; there is no bank.
[[nodiscard]] Compliance check_program(const Program& program, std::span<const rules::Role> roles,
                                       const TimeControl& time = {});

/// For people.
[[nodiscard]] std::string to_text(const Compliance& compliance, const Program& program);
/// One object in one line.
[[nodiscard]] std::string to_json(const Compliance& compliance, const Program& program);

struct BotCheckOptions {
  std::vector<std::string> words;  ///< a command; one word with spaces is a command line
  Transport transport = Transport::kJson;
  std::optional<rules::Role> role;  ///< all if none
  std::uint32_t decision_ms = TimeControl{}.decision_ms;
  std::uint32_t start_ms = TimeControl{}.start_ms;
  bool json = false;
};

/// Checks it and says what came of it. Returns 0; 1 if something is wrong with the program; 2 if there is no command.
[[nodiscard]] int check_bot(const BotCheckOptions& options, std::ostream& out, std::ostream& err);

}  // namespace tt::tournament
