// The command line, and the only file that knows CLI11.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <utility>

#include "server/commands/commands.hpp"
#include "server/config_file.hpp"
#include "server/limits.hpp"
#include "server/storage/data_folder.hpp"
#include "server/version.hpp"

namespace tt::server {
namespace {

constexpr char kDataHelp[] = "The host's folder: worlds, accounts";
constexpr char kJsonHelp[] = "Print JSON, for scripts";

/// The chosen command, filled in by whichever subcommand was named.
struct Chosen {
  Command command;
};

/// What `serve` was given on the command line.
struct ServeOptions {
  ServeCommand command;
  std::string data;
  std::string config_file;
  std::string listen;
  std::string port_file;
  std::string web_root;
  std::vector<std::string> hosts;
  std::string certificate;
  std::string key;
  std::uint32_t tick_ms = 0;
  bool demo = true;
};

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
  auto given = std::make_shared<ServeOptions>();
  CLI::Option* const data = serve->add_option("--data", given->data, kDataHelp);
  CLI::Option* const file = serve->add_option(
      "--config", given->config_file,
      "A TOML file with all of these and more (docs/technotariat.toml); the options here override it");
  serve->add_flag("--check-config", given->command.check_config, "Judge the configuration, say what is wrong, and stop")
      ->needs(file);
  serve->add_option("--listen", given->listen, "ADDRESS:PORT to listen on; port 0 takes any free one")
      ->default_str("127.0.0.1:8080");
  serve->add_option("--port-file", given->port_file, "Write the port here once listening");
  serve->add_option("--web-root", given->web_root,
                    "Serve the page of this folder, read once, instead of the one built in");
  serve->add_option("--host", given->hosts,
                    "A name people reach this server by, behind a proxy for one; may be repeated");
  CLI::Option* const certificate = serve->add_option("--tls-certificate", given->certificate,
                                                     "Speak TLS with this certificate (PEM, with its chain)");
  certificate->needs(serve->add_option("--tls-key", given->key, "and this private key (PEM)")->needs(certificate));
  serve->add_option("--tick-ms", given->tick_ms, "Length of every world's ticks in milliseconds, instead of its own");
  CLI::Option* const demo = serve->add_flag("--demo,!--no-demo", given->demo,
                                            "See that there is a demo world with bots to play at once (the default)");
  serve->callback([&chosen, given, data, file, demo] {
    Config unused;
    if (data->count() == 0 && file->count() == 0) throw CLI::RequiredError("--data or --config");
    if (!given->listen.empty() && !set_address(given->listen, unused))
      throw CLI::ValidationError("--listen", "\"" + given->listen + "\" is no ADDRESS:PORT, such as 0.0.0.0:8080");
    if (!given->config_file.empty()) given->command.config_file = given->config_file;
    const bool demo_said = demo->count() > 0;
    given->command.options = [options = *given, demo_said](Config& config) {
      if (!options.data.empty()) config.data = options.data;
      if (!options.listen.empty()) (void)set_address(options.listen, config);
      if (!options.port_file.empty()) config.port_file = options.port_file;
      if (!options.web_root.empty()) config.web_root = options.web_root;
      if (!options.hosts.empty()) config.hosts = options.hosts;
      if (!options.certificate.empty()) config.tls = TlsFiles{options.certificate, options.key};
      if (options.tick_ms != 0) config.tick = milliseconds(options.tick_ms);
      if (demo_said) config.demo = options.demo;
    };
    chosen.command = given->command;
  });
}

void add_copies(CLI::App& world, Chosen& chosen) {
  const auto [backed, backup] = world_subcommand<BackUpWorldCommand>(
      world, chosen, "backup", "A checked copy of a world; the oldest copies go (a running server makes its own)");
  backed->add_option("--to", backup->to, "The folder for copies; `backups` in the data folder if left out");
  backed->add_option("--keep", backup->keep, "How many copies of this world stay")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  const auto [exported, take] = world_subcommand<ExportWorldCommand>(
      world, chosen, "export", "One file to take elsewhere, without passwords, invitations and private talk");
  exported->add_option("--to", take->to, "The file to make")->required();
  const auto import_as = [&](const char* name, const char* what) {
    const auto made = subcommand<ImportWorldCommand>(world, chosen, name, what);
    made.first->add_option("FILE", made.second->file, "A world file: a backup, or an export")->required();
    made.first->add_option("--data", made.second->data, kDataHelp)->required();
    made.first->add_option("--name", made.second->name, "The new world's name; as in the file if left out");
    made.first->add_flag("--json", made.second->json, kJsonHelp);
    return made;
  };
  const auto [imported, import] =
      import_as("import", "A new world from a file from elsewhere, checked from the first entry to the last");
  imported->add_option("--owner", import->owner, "Who owns it here, by number or login; nobody if left out");
  const auto [restored, restore] = import_as("restore", "A new world from a backup, as of any tick");
  restore->is_backup = true;
  restored->add_option("--tick", restore->tick, "As it was when this tick had closed; the last if left out")
      ->check(CLI::Range(1, 1'000'000));
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
  made->add_option("--spectators", new_world->spectators,
                   "What those without a seat see while it runs: public, or nothing before the end")
      ->check(CLI::IsMember({"public", "nothing"}))
      ->capture_default_str();
  made->add_option("--spectator-delay", new_world->spectator_delay, "They see it so many ticks later")
      ->check(CLI::Range(0U, kSpectatorDelayMax))
      ->capture_default_str();

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
  add_copies(*world, chosen);
}

void add_admin(CLI::App& app, Chosen& chosen) {
  CLI::App* const admin = app.add_subcommand("admin", "Ask a running server on this machine; answers are JSON");
  admin->require_subcommand(1);
  const auto add = [&](const char* name, const char* what, bool of_world) {
    const auto made = subcommand<AdminCommand>(*admin, chosen, name, what);
    made.second->what = name;
    made.first->add_option("--data", made.second->data, kDataHelp)->required();
    if (of_world) made.first->add_option("WORLD", made.second->world, "The world's name")->required();
    return made;
  };
  add("worlds", "How every world does", false);
  add("backup", "A checked copy of every world, now", false);
  add("stop", "Bring all to the disk and stop", false);
  const auto [ended, end] = add("end-sessions", "End every session of a guest, on all devices", false);
  ended->add_option("GUEST", end->argument, "The guest's number; `admin house` has it")->required();
  const auto [owned, own] = add("own", "Name the owner of a world, such as one that was imported", false);
  owned->add_option("WORLD", own->owned, "The world's name")->required();
  owned->add_option("GUEST", own->argument, "The guest's number, or login")->required();
  const auto [removed, remove] = add("remove", "Take a world away for good, whoever is in it; backups stay", false);
  removed->add_option("WORLD", remove->owned, "The world's name")->required();
  add("house", "A world's people, rules and log", true);
  add("pause", "Stop a world's clock", true);
  add("resume", "Let a world's clock run", true);
  for (const auto& [name, what] :
       {std::pair{"extend", "More time for the running tick"}, std::pair{"pace", "Another length of ticks"}}) {
    const auto [sub, into] = add(name, what, true);
    sub->add_option("SECONDS", into->seconds, "How many")->required();
  }
  const auto [told, announce] = add("announce", "Say something to a whole world", true);
  told->add_option("TEXT", announce->argument, "1 to 280 characters")->required();
  for (const auto& [name, what] :
       {std::pair{"mute", "Let a guest say nothing more in the world's talk"},
        std::pair{"unmute", "Let a guest talk again"},
        std::pair{"show-out", "Send a guest out of the world; they may come back"},
        std::pair{"ban", "Send a guest out of seat and world, and let them in no more"},
        std::pair{"unban", "Let a guest in again"},
        std::pair{"free-seat", "Take a guest's seat from them, for somebody else"},
        std::pair{"make-moderator", "Let a guest moderate the world"},
        std::pair{"make-player", "Let a guest play, and not moderate any more"},
        std::pair{"make-spectator", "Take a guest's seat from them, and let them only watch"}}) {
    const auto [sub, into] = add(name, what, true);
    sub->add_option("GUEST", into->argument, "The guest's number; `admin house` has it")->required();
  }
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

void add_statistics(CLI::App& tournament, Chosen& chosen) {
  const auto [rated, rate] = subcommand<RateCommand>(tournament, chosen, "rate", "Rate results from anywhere");
  rated->add_option("FILE", rate->file, "A CSV of games or payoffs (docs/tournaments.md)")
      ->required()
      ->check(CLI::ExistingFile);
  rated->add_option(
      "--analysis", rate->analyses,
      "alpharank, nash, replicator, ecology, moran, sprt, glicko2, openskill or trueskill; may be repeated");
  rated->add_option("--reference", rate->reference, "A strategy that the others are compared with");
  rated
      ->add_option("--ghost", rate->ghost_games,
                   "Give every strategy so many games won and lost against a ghost; 0.5 makes any results ratable")
      ->check(CLI::Range(0.0, 100.0));
  rated->add_flag("--json", rate->json, kJsonHelp);

  const auto [told, report] =
      subcommand<ReportCommand>(tournament, chosen, "report", "Write the report of a played tournament again");
  told->add_option("DIR", report->folder, "Its folder")->required()->check(CLI::ExistingDirectory);
  told->add_option("--spec", report->spec, "Its spec, instead of the folder's own spec.toml")->check(CLI::ExistingFile);
  told->add_option("--server", report->server, "Where the folder is served, for the links to matches")
      ->default_str("http://127.0.0.1:8080");

  const auto [covered, coverage] = subcommand<CoverageCommand>(
      tournament, chosen, "coverage", "How often the intervals hold the truth, in simulated tournaments");
  covered->add_option("--tournaments", coverage->tournaments, "How many")->check(CLI::Range(1, 1'000'000));
  covered->add_option("--seeds", coverage->seeds, "Seeds a tournament")->check(CLI::Range(2, 100'000));
  covered->add_option("--seed-effect", coverage->seed_effect, "Deviation of a seed's luck, in units of worth")
      ->check(CLI::Range(0.0, 10.0));
}

void add_bot(CLI::App& app, Chosen& chosen) {
  CLI::App* const bot = app.add_subcommand("bot", "Write a program that plays (docs/writing-a-bot.md)");
  bot->require_subcommand(1);
  const auto [made, new_bot] = subcommand<NewBotCommand>(*bot, chosen, "new", "The beginnings of a bot, ready to run");
  made->add_option("LANGUAGE", new_bot->language, "python, node or cpp")->required();
  made->add_option("DIR", new_bot->folder, "The folder for it, made if it is not there")->capture_default_str();

  subcommand<EnvironmentCommand>(
      *bot, chosen, "environment",
      "A whole table over standard input and output, in lockstep, for learners (docs/strategies/python)");

  // What follows the first word that is no option is the bot's command, options of its own included.
  CLI::App* const checked =
      bot->add_subcommand("check", "Play three short matches with a bot and say what is wrong: check python3 bot.py");
  auto check = std::make_shared<CheckBotCommand>();
  checked->prefix_command();
  checked->add_option("--role", check->role, "Try it in this role only; in all if left out")
      ->check(CLI::IsMember({"capitalist", "member", "worker"}));
  checked->add_option("--transport", check->transport, "json or protobuf")
      ->check(CLI::IsMember({"json", "protobuf"}))
      ->capture_default_str();
  checked->add_option("--decision-ms", check->decision_ms, "How long an answer may take")
      ->check(CLI::Range(1, 3'600'000))
      ->capture_default_str();
  checked->add_option("--start-ms", check->start_ms, "How long it may take to get ready, and to end")
      ->check(CLI::Range(1, 3'600'000))
      ->capture_default_str();
  checked->add_flag("--json", check->json, kJsonHelp);
  checked->callback([&chosen, check, checked = checked] {
    check->words = checked->remaining();
    if (check->words.empty()) throw CLI::RequiredError("The bot's command, such as: python3 bot.py");
    chosen.command = *check;
  });
}

template <class Command>
void add_jobs(CLI::App* app, const std::shared_ptr<Command>& command) {
  app->add_option("--jobs", command->jobs, "Matches at a time; one a processor if left out")->check(CLI::Range(1, 256));
}

void add_runs(CLI::App& tournament, Chosen& chosen) {
  const auto [quick, play] =
      subcommand<QuickCommand>(tournament, chosen, "quick",
                               "Strategies and bots against each other, at once: quick pay-seeker \"python3 bot.py\"");
  quick->add_option("STRATEGY", play->players, "Names of built-in strategies, and command lines in quotes")->required();
  quick->add_option("--role", play->role, "The seats they play; one that all can if left out")
      ->check(CLI::IsMember({"capitalist", "member", "worker"}));
  quick->add_option("--scenario", play->scenario, "A built-in one's name, or a file")->capture_default_str();
  quick->add_option("--worlds", play->worlds, "How many different ones")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  quick->add_option("--ticks", play->ticks, "Length of a match; the scenario's if left out")
      ->check(CLI::Range(1, 100'000));
  quick->add_option("--seed", play->seed, "All others follow from it")->capture_default_str();
  quick->add_option("--out", play->out, "Folder to keep matches, logs and report in");
  quick->add_flag("--json", play->json, kJsonHelp);
  add_jobs(quick, play);

  const auto [tried, trial] = subcommand<TryTournamentCommand>(
      tournament, chosen, "check", "Judge a spec, start its bots, and say what a run would do; writes nothing");
  tried->add_option("SPEC", trial->spec, "A TOML file")->required()->check(CLI::ExistingFile);
  tried->add_option("--out", trial->out, "Where the results would go");
  add_jobs(tried, trial);

  const auto [resumed, resume] =
      subcommand<ResumeCommand>(tournament, chosen, "resume", "Go on with a tournament that was interrupted");
  resumed->add_option("DIR", resume->folder, "Its folder")->required();
  resumed->add_flag("--json", resume->json, kJsonHelp);
  resumed->add_option("--links", resume->links, "Where the report's links to matches lead, up to a match's name")
      ->capture_default_str();
  add_jobs(resumed, resume);

  const auto [watched, watch] =
      subcommand<WatchCommand>(tournament, chosen, "watch", "The table of a tournament while it is played");
  watched->add_option("DIR", watch->folder, "Its folder")->required();
  watched->add_flag("--once", watch->once, "Tell what there is, and stop");
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
  add_runs(*tournament, chosen);
  add_statistics(*tournament, chosen);

  const auto [bench, measure] = subcommand<BenchCommand>(
      app, chosen, "bench", "Measure this machine: ticks, commits, frames and matches a second");
  bench->add_flag("--json", measure->json, kJsonHelp);
  bench->add_flag("--signature", measure->signature,
                  "Print one number that hashes the rules' behaviour, and nothing else");
  const auto bot =
      bench->add_option("--bot", measure->program, "Measure how fast this command plays, and nothing else");
  bench->add_option("--transport", measure->transport, "How it is spoken to")
      ->check(CLI::IsMember({"json", "protobuf"}))
      ->needs(bot);
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
  add_admin(app, chosen);
  add_lab(app, chosen);
  add_bot(app, chosen);
  add_others(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  }
  return std::move(chosen.command);
}

}  // namespace tt::server
