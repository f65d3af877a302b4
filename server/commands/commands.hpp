// What the program can be told to do, as data; and doing it. Every command returns the program's exit code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/config.hpp"

namespace tt::server {

enum ExitCode : int { kDone = 0, kFailed = 1, kWrongUsage = 2 };

struct ServeCommand {
  std::optional<std::filesystem::path> config_file;
  std::function<void(Config&)> options;  ///< of the command line: they override the file
  bool check_config = false;             ///< judge the configuration and nothing more
};
/// `admin`: one line to a running server.
struct AdminCommand {
  std::filesystem::path data;
  std::string world = "-";  ///< "-": the server itself
  std::string what;         ///< the subcommand's name
  std::string argument;     ///< a guest's number, or words
  std::string owned;        ///< of `own`: the world
  std::uint32_t seconds = 0;
};
struct BackUpWorldCommand {
  std::filesystem::path data;
  std::string name;
  std::filesystem::path to;  ///< empty: `backups` in the data folder
  std::size_t keep = 14;
  bool json = false;
};
struct ExportWorldCommand {
  std::filesystem::path data;
  std::string name;
  std::filesystem::path to;
  bool json = false;
};
/// `world import` and `world restore`: a new world from a file.
struct ImportWorldCommand {
  std::filesystem::path data;
  std::filesystem::path file;
  std::string name;  ///< empty: as in the file
  std::optional<std::uint32_t> tick;
  bool is_backup = false;  ///< `restore`: the host's own file, so that its secrets and its owner stay
  std::string owner;       ///< of `import`: a guest's number or login; empty: nobody
  bool json = false;
};
struct NewWorldCommand {
  std::filesystem::path data;
  std::string name;
  std::string scenario = "sitting";
  std::optional<std::uint64_t> seed;
  std::string title;
  bool bots = true;
  std::uint32_t spectator_delay = 0;  ///< ticks
  std::string spectators = "public";  ///< or "nothing"
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
struct QuickCommand {
  std::vector<std::string> players;
  std::string role;  ///< empty: one that all can play
  std::string scenario = "hamlet";
  std::uint32_t worlds = 8;
  std::uint32_t ticks = 0;  ///< 0: the scenario's
  std::uint64_t seed = 1;
  std::filesystem::path out;  ///< empty: nothing is kept
  std::uint32_t jobs = 0;
  bool json = false;
};
struct TryTournamentCommand {
  std::filesystem::path spec;
  std::filesystem::path out;
  std::uint32_t jobs = 0;
};
struct ResumeCommand {
  std::filesystem::path folder;
  std::uint32_t jobs = 0;
  bool json = false;
  std::string links = "http://127.0.0.1:8080/w/";  ///< of the report, up to a match's name
};
struct WatchCommand {
  std::filesystem::path folder;
  bool once = false;
};
struct NewBotCommand {
  std::string language;
  std::filesystem::path folder = "my-bot";
};
struct CheckBotCommand {
  std::vector<std::string> words;
  std::string transport = "json";
  std::string role;  ///< empty: all
  std::uint32_t decision_ms = 1'000;
  std::uint32_t start_ms = 10'000;
  bool json = false;
};
struct EnvironmentCommand {};
struct RateCommand {
  std::filesystem::path file;
  std::vector<std::string> analyses;
  std::string reference;
  double ghost_games = 0;
  bool json = false;
};
struct ReportCommand {
  std::filesystem::path folder;
  std::filesystem::path spec;
  std::string server;
};
struct CoverageCommand {
  std::uint32_t tournaments = 400;
  std::uint32_t seeds = 60;
  double seed_effect = 1;
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
  std::string program = {};  ///< a command line: how fast this bot plays, and nothing else
  std::string transport = "json";
};
using Command =
    std::variant<ServeCommand, NewWorldCommand, ListWorldsCommand, WorldInfoCommand, RunWorldCommand,
                 VerifyWorldCommand, ReplayWorldCommand, ScoreWorldCommand, TournamentCommand, BenchCommand,
                 ListLabCommand, RunLabCommand, RateCommand, CoverageCommand, ReportCommand, BackUpWorldCommand,
                 ExportWorldCommand, ImportWorldCommand, AdminCommand, NewBotCommand, CheckBotCommand, QuickCommand,
                 TryTournamentCommand, ResumeCommand, WatchCommand, EnvironmentCommand>;

/// What the arguments ask for; or the exit code, when help was asked for or the arguments made no sense (both have been
/// said).
[[nodiscard]] std::variant<Command, int> parse_command_line(int argc, char** argv);

/// What comes from the folders beside this one.
struct Players {
  MakeBot make_bot;
  std::function<int(const TournamentCommand&)> tournament;  ///< empty: not in this build
  std::function<int(const RateCommand&)> rate;
  std::function<int(const CoverageCommand&)> coverage;
  std::function<int(const ReportCommand&)> report;
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
/// The line for the server.
[[nodiscard]] std::string admin_request(const AdminCommand& command);
[[nodiscard]] int run(const AdminCommand& command, const Players& players);
[[nodiscard]] int run(const BackUpWorldCommand& command, const Players& players);
[[nodiscard]] int run(const ExportWorldCommand& command, const Players& players);
[[nodiscard]] int run(const ImportWorldCommand& command, const Players& players);
[[nodiscard]] int run(const TournamentCommand& command, const Players& players);
[[nodiscard]] int run(const RateCommand& command, const Players& players);
[[nodiscard]] int run(const CoverageCommand& command, const Players& players);
[[nodiscard]] int run(const ReportCommand& command, const Players& players);
[[nodiscard]] int run(const BenchCommand& command, const Players& players);
[[nodiscard]] int run(const ListLabCommand& command, const Players& players);
[[nodiscard]] int run(const RunLabCommand& command, const Players& players);
[[nodiscard]] int run(const NewBotCommand& command, const Players& players);
[[nodiscard]] int run(const CheckBotCommand& command, const Players& players);
[[nodiscard]] int run(const QuickCommand& command, const Players& players);
[[nodiscard]] int run(const TryTournamentCommand& command, const Players& players);
[[nodiscard]] int run(const ResumeCommand& command, const Players& players);
[[nodiscard]] int run(const WatchCommand& command, const Players& players);
[[nodiscard]] int run(const EnvironmentCommand& command, const Players& players);

}  // namespace tt::server
