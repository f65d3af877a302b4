// The command line, and the only file that knows CLI11.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <charconv>
#include <memory>
#include <utility>

#include "server/commands/commands.hpp"
#include "server/storage/data_folder.hpp"
#include "server/version.hpp"

namespace tt::server {
namespace {

constexpr char kDataHelp[] = "The host's folder: worlds, accounts";
constexpr char kJsonHelp[] = "Print JSON, for scripts";

/// The chosen command, filled in by whichever subcommand was named.
struct Chosen {
  Command command;
  std::string listen = "127.0.0.1:8080";
  std::uint32_t tick_ms = 0;
  std::string port_file;
  std::string web_root;
};

/// ADDRESS:PORT, [ADDRESS]:PORT or PORT.
bool split_address(const std::string& text, Config& config) {
  const std::size_t colon = text.rfind(':');
  std::string address = colon == std::string::npos ? "" : text.substr(0, colon);
  const std::string port = colon == std::string::npos ? text : text.substr(colon + 1);
  if (address.size() > 1 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), config.port);
  if (error != std::errc{} || end != port.data() + port.size()) return false;
  if (address == "localhost") address = "127.0.0.1";
  if (!address.empty()) config.address = address;
  return true;
}

/// A subcommand whose options fill a command of this kind when it is the one named.
template <class Kind>
std::pair<CLI::App*, std::shared_ptr<Kind>> subcommand(CLI::App& parent, Chosen& chosen, const std::string& name,
                                                       const std::string& what) {
  CLI::App* const app = parent.add_subcommand(name, what);
  auto command = std::make_shared<Kind>();
  app->callback([&chosen, command] { chosen.command = *command; });
  return {app, command};
}

template <class Kind>
std::pair<CLI::App*, std::shared_ptr<Kind>> world_subcommand(CLI::App& parent, Chosen& chosen, const std::string& name,
                                                             const std::string& what) {
  auto made = subcommand<Kind>(parent, chosen, name, what);
  made.first->add_option("NAME", made.second->name, "The world's name")->required();
  made.first->add_option("--data", made.second->data, kDataHelp)->required();
  made.first->add_flag("--json", made.second->json, kJsonHelp);
  return made;
}

void add_serve(CLI::App& app, Chosen& chosen) {
  CLI::App* const serve = app.add_subcommand("serve", "Serve worlds to people and bots, with the page to play them");
  auto config = std::make_shared<Config>();
  serve->add_option("--data", config->data, kDataHelp)->required();
  serve->add_option("--listen", chosen.listen, "ADDRESS:PORT to listen on; port 0 takes any free one")
      ->capture_default_str();
  serve->add_option("--port-file", chosen.port_file, "Write the port here once listening");
  serve->add_option("--web-root", chosen.web_root,
                    "Serve the page of this folder, read once, instead of the one built in");
  serve->add_option("--host", config->hosts,
                    "A name people reach this server by, behind a proxy for one; may be repeated");
  serve->add_option("--tick-ms", chosen.tick_ms, "Length of every world's ticks in milliseconds, instead of its own");
  serve->add_flag("--demo,!--no-demo", config->demo,
                  "See that there is a demo world with bots to play at once (the default)");
  serve->callback([&chosen, config] {
    if (!split_address(chosen.listen, *config))
      throw CLI::ValidationError("--listen", "\"" + chosen.listen + "\" is no ADDRESS:PORT, such as 0.0.0.0:8080");
    if (chosen.tick_ms != 0) config->tick = milliseconds(chosen.tick_ms);
    if (!chosen.port_file.empty()) config->port_file = chosen.port_file;
    if (!chosen.web_root.empty()) config->web_root = chosen.web_root;
    chosen.command = ServeCommand{*config};
  });
}

void add_world(CLI::App& app, Chosen& chosen) {
  CLI::App* const world = app.add_subcommand("world", "Make and look at worlds, without a server");
  world->require_subcommand(1);

  const auto [made, new_world] = world_subcommand<NewWorldCommand>(*world, chosen, "new", "Found a world");
  made->add_option("--scenario", new_world->scenario,
                   "What it starts as: sitting, hamlet, season, …, or FILE.toml (docs/scenarios.md)")
      ->capture_default_str();
  made->add_option("--seed", new_world->seed, "Same scenario and seed, same world; drawn if left out");
  made->add_option("--title", new_world->title, "Instead of the scenario's");
  made->add_flag("--bots,!--no-bots", new_world->bots, "Bots in some of the seats (the default)");

  const auto [listed, list] = subcommand<ListWorldsCommand>(*world, chosen, "list", "The worlds of a folder");
  listed->add_option("--data", list->data, kDataHelp)->required();
  listed->add_flag("--json", list->json, kJsonHelp);

  world_subcommand<WorldInfoCommand>(*world, chosen, "info", "One world: where it stands, who sits where");
  const auto [ran, run_world] =
      world_subcommand<RunWorldCommand>(*world, chosen, "run", "Play on without people, bots in their seats");
  ran->add_option("--ticks", run_world->ticks, "How many; to the end if left out");
  world_subcommand<VerifyWorldCommand>(*world, chosen, "verify", "Check a world file from the first entry to the last");
  const auto [replayed, replay] = world_subcommand<ReplayWorldCommand>(
      *world, chosen, "replay", "Play the journal again; prints every tick's state hash");
  replayed->add_option("--tick", replay->tick, "Stop when this tick has closed");
  world_subcommand<ScoreWorldCommand>(
      *world, chosen, "score", "The difference each seat made: the world against itself without that seat's orders");
}

void add_lab(CLI::App& app, Chosen& chosen) {
  CLI::App* const lab =
      app.add_subcommand("lab", "Claims about the economy under test: twin worlds, effects, intervals");
  lab->require_subcommand(1);
  subcommand<ListLabCommand>(*lab, chosen, "list", "The studies, and what they claim");
  const auto [ran, command] = subcommand<RunLabCommand>(*lab, chosen, "run", "Run one study, or all");
  ran->add_option("NAME", command->name, "A study's name, or all")->required();
  const auto [told, report] = subcommand<RunLabCommand>(*lab, chosen, "report", "Run all and write the findings");
  told->add_option("FILE", report->report, "The Markdown file, such as docs/findings.md")->required();
  for (const auto& [sub, into] : {std::pair{ran, command}, std::pair{told, report}}) {
    sub->add_option("--seeds", into->seeds, "Worlds an arm; the study's own number if left out")
        ->check(CLI::Range(1, 1'000'000));
    sub->add_option("--ticks", into->ticks, "Length of a run; the study's own if left out")
        ->check(CLI::Range(1, 100'000));
    sub->add_option("--jobs", into->jobs, "Worlds at a time; one a processor if left out")->check(CLI::Range(1, 256));
  }
  ran->add_flag("--json", command->json, kJsonHelp);
  ran->add_option("--out", command->out, "Folder for NAME.json and NAME.html, a page with charts");
}

void add_others(CLI::App& app, Chosen& chosen) {
  CLI::App* const tournament =
      app.add_subcommand("tournament", "Many worlds without sockets or clocks: strategies against each other");
  tournament->require_subcommand(1);
  const auto [ran, command] = subcommand<TournamentCommand>(*tournament, chosen, "run", "Play a tournament");
  ran->add_option("SPEC", command->spec, "What to play, a TOML file")->required()->check(CLI::ExistingFile);
  ran->add_option("--out", command->out, "Folder for results and report");
  ran->add_option("--jobs", command->jobs, "Matches at a time; one a processor if left out")->check(CLI::Range(1, 256));
  ran->add_flag("--json", command->json, kJsonHelp);

  const auto [bench, measure] =
      subcommand<BenchCommand>(app, chosen, "bench", "Measure this machine: ticks, commits and frames a second");
  bench->add_flag("--json", measure->json, kJsonHelp);
  bench->add_flag("--signature", measure->signature,
                  "Print one number that hashes the rules' behaviour, and nothing else");
}

}  // namespace

std::variant<Command, int> parse_command_line(int argc, char** argv) {
  CLI::App app(
      "Technotariat: capitalists, co-operatives and workers in one economy, played together.\n"
      "Try:  technotariat serve --data data",
      "technotariat");
  app.set_version_flag("--version", std::string(kServerVersion));
  app.require_subcommand(1);
  Chosen chosen;
  add_serve(app, chosen);
  add_world(app, chosen);
  add_lab(app, chosen);
  add_others(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  }
  return std::move(chosen.command);
}

}  // namespace tt::server
