// What the program can be told to do, as data; and doing it. Every command returns the program's exit code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "server/config.hpp"

namespace tt::server {

enum ExitCode : int { kDone = 0, kFailed = 1, kWrongUsage = 2 };

struct ServeCommand {
  Config config;
};
struct NewWorldCommand {
  std::filesystem::path data;
  std::string name;
  std::string scenario = "sitting";
  std::optional<std::uint64_t> seed;
  std::string title;
  bool bots = true;
  bool json = false;
};
struct ListWorldsCommand {
  std::filesystem::path data;
  bool json = false;
};
struct WorldInfoCommand {
  std::filesystem::path data;
  std::string name;
  bool json = false;
};
struct RunWorldCommand {
  std::filesystem::path data;
  std::string name;
  std::uint32_t ticks = 0;  ///< 0: to the end
  bool json = false;
};
struct VerifyWorldCommand {
  std::filesystem::path data;
  std::string name;
  bool json = false;
};
struct ReplayWorldCommand {
  std::filesystem::path data;
  std::string name;
  std::optional<std::uint32_t> tick;
  bool json = false;
};
struct ScoreWorldCommand {
  std::filesystem::path data;
  std::string name;
  bool json = false;
};
struct TournamentCommand {
  std::filesystem::path spec;
  std::optional<std::filesystem::path> out;
  std::uint32_t jobs = 0;  ///< 0: one a processor
  bool json = false;
};
struct ListLabCommand {};
struct RunLabCommand {
  std::string name;
  std::uint64_t seeds = 0;  ///< 0: the study's own
  std::uint32_t ticks = 0;  ///< 0: the study's own
  std::uint32_t jobs = 0;   ///< 0: one a processor
  bool json = false;
  std::filesystem::path out;     ///< empty: print only
  std::filesystem::path report;  ///< of `lab report`: the Markdown file
};
struct BenchCommand {
  bool json = false;
  bool signature = false;
};
using Command = std::variant<ServeCommand, NewWorldCommand, ListWorldsCommand, WorldInfoCommand, RunWorldCommand,
                             VerifyWorldCommand, ReplayWorldCommand, ScoreWorldCommand, TournamentCommand, BenchCommand,
                             ListLabCommand, RunLabCommand>;

/// What the arguments ask for; or the exit code, when help was asked for or the arguments made no sense (both have been
/// said).
[[nodiscard]] std::variant<Command, int> parse_command_line(int argc, char** argv);

/// What comes from the folders beside this one.
struct Players {
  MakeBot make_bot;
  std::function<int(const TournamentCommand&)> tournament;  ///< empty: not in this build
  std::function<int(const RunLabCommand&)> lab;
  std::function<int()> list_lab;
};

[[nodiscard]] int run(const ServeCommand& command, const Players& players);
[[nodiscard]] int run(const NewWorldCommand& command, const Players& players);
[[nodiscard]] int run(const ListWorldsCommand& command, const Players& players);
[[nodiscard]] int run(const WorldInfoCommand& command, const Players& players);
[[nodiscard]] int run(const RunWorldCommand& command, const Players& players);
[[nodiscard]] int run(const VerifyWorldCommand& command, const Players& players);
[[nodiscard]] int run(const ReplayWorldCommand& command, const Players& players);
[[nodiscard]] int run(const ScoreWorldCommand& command, const Players& players);
[[nodiscard]] int run(const TournamentCommand& command, const Players& players);
[[nodiscard]] int run(const BenchCommand& command, const Players& players);
[[nodiscard]] int run(const ListLabCommand& command, const Players& players);
[[nodiscard]] int run(const RunLabCommand& command, const Players& players);

}  // namespace tt::server
