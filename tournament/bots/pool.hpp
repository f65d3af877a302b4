// Processes that live from match to match. Belongs to the thread that made it: the programs die with that thread.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tournament/bots/channel.hpp"
#include "tournament/bots/program.hpp"

namespace tt::tournament {

class BotPool {
 public:
  /// `logs`: the folder for NAME.log of every program; empty: no logs are kept.
  explicit BotPool(std::filesystem::path logs, Hidden hidden = {});

  /// One that waits for a match, or a new one. Fails if the program cannot be run at all.
  [[nodiscard]] persistence::Result<std::unique_ptr<Channel>> take(const Program& program);
  /// After a match: kept for the next, unless the program is started anew for every match. False: it has more processes
  /// than it may, and has been ended.
  [[nodiscard]] bool give_back(const Program& program, std::unique_ptr<Channel> channel);

  /// A program that did not start three times is not tried again.
  void bench(const Program& program) { benched_.insert(program.name); }
  [[nodiscard]] bool is_benched(const Program& program) const { return benched_.contains(program.name); }

  /// Adds to the program's log, in one write.
  void log(const Program& program, const std::string& text) const;

 private:
  std::filesystem::path logs_;
  Hidden hidden_;
  std::map<std::string, std::vector<std::unique_ptr<Channel>>> idle_;
  std::set<std::string> benched_;
};

}  // namespace tt::tournament
