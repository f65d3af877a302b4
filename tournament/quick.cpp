#include "tournament/quick.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include "rules/core/nearest.hpp"
#include "tournament/bots/spec_bots.hpp"
#include "tournament/bots/try_start.hpp"
#include "tournament/places.hpp"
#include "tournament/schedule.hpp"
#include "tournament/scratch_folder.hpp"
#include "tournament/tournament.hpp"
#include "tournament/write_file.hpp"

namespace tt::tournament {
namespace {

using rules::Role;

constexpr std::size_t kNameMax = 24;

struct Player {
  std::string name;
  std::string command;  ///< empty: a built-in strategy
  Roles roles;
};

bool is_command(std::string_view word) {
  return word.find_first_of(" /") != std::string_view::npos;
}

/// "bot" of "python3 games/bot.py": the last word that names a file, as far as it fits a name.
std::string name_of_command(std::string_view command, const std::set<std::string>& taken) {
  std::string base;
  for (const std::string& word : words_of(command))
    if (!word.starts_with('-')) base = std::filesystem::path(word).stem().string();
  std::string name;
  for (const char c : base) {
    const auto letter = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const bool plain = ('a' <= letter && letter <= 'z') || ('0' <= letter && letter <= '9');
    if (plain || (!name.empty() && name.back() != '-')) name += plain ? letter : '-';
  }
  name.resize(std::min(name.size(), kNameMax - 3));
  while (!name.empty() && name.back() == '-') name.pop_back();
  if (name.empty()) name = "bot";
  const std::string stem = name;
  for (int number = 2; taken.contains(name) || find_strategy(name) != nullptr; ++number)
    name = stem + "-" + std::to_string(number);
  return name;
}

Result<std::vector<Player>> players_of(const QuickOptions& options) {
  std::vector<Player> players;
  std::set<std::string> taken;
  for (const std::string& word : options.players) {
    const StrategyEntry* const entry = find_strategy(word);
    if (entry == nullptr && !is_command(word)) {
      std::vector<std::string_view> known;
      for (const StrategyEntry& strategy : strategies()) known.push_back(strategy.name);
      return Failure{
          "There is no strategy '" + word + "'; did you mean '" + std::string(rules::nearest(word, known)) + "'?",
          "quick", "A program is named by its command, in quotes: \"python3 bot.py\", or ./bot."};
    }
    if (entry == nullptr && words_of(word).empty())
      return Failure{"The command '" + word + "' leaves a quote open.", "quick", "Close it."};
    Player player =
        entry != nullptr ? Player{word, "", entry->roles} : Player{name_of_command(word, taken), word, kEveryone};
    if (!taken.insert(player.name).second)
      return Failure{"'" + word + "' is named twice.", "quick",
                     "Name each strategy once; seats left over repeat them."};
    players.push_back(std::move(player));
  }
  return players;
}

std::string toml_text(std::string_view text) {
  std::string in_quotes = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') in_quotes += '\\';
    in_quotes += c;
  }
  return in_quotes + '"';
}

/// The first role that all can play; the usual one of programs comes first.
Result<Role> role_for(const QuickOptions& options, const std::vector<Player>& players) {
  constexpr std::array kOrder{Role::kWorker, Role::kCapitalist, Role::kMember};
  for (const Role role : kOrder) {
    if (options.role && role != *options.role) continue;
    if (std::all_of(players.begin(), players.end(), [&](const Player& player) { return player.roles.include(role); }))
      return role;
  }
  std::string all;
  for (const Player& player : players) {
    std::string roles;
    for (const Role role : kAllRoles)
      if (player.roles.include(role)) roles += (roles.empty() ? "" : ", ") + std::string(section_of(role));
    all += (all.empty() ? "" : "; ") + player.name + " plays " + roles;
  }
  return Failure{options.role ? "Not all of them play " + std::string(section_of(*options.role)) + ": " + all + "."
                              : "There is no role that all of them play: " + all + ".",
                 "quick", "Name strategies of one role, or write a spec file (docs/tournaments.md)."};
}

/// Puts the spec into the folder. One that holds another tournament is left as it is.
Result<void> settle_in(const Places& places, const std::string& spec, const std::filesystem::path& origin) {
  std::error_code failed;
  std::filesystem::create_directories(places.folder, failed);
  if (failed)
    return Failure{"The folder cannot be made: " + failed.message() + ".", places.folder.string(), "Choose another."};
  std::ifstream file(places.spec(), std::ios::binary);
  const std::string there{std::istreambuf_iterator<char>(file), {}};
  if (there == spec) return {};
  if (!std::filesystem::is_empty(places.folder, failed))
    return Failure{"Something else is in this folder.", places.folder.string(), "Choose another with --out."};
  if (auto written = write_file(places.origin(), origin.string() + "\n"); !written) return written;
  return write_file(places.spec(), spec);
}

int refuse(std::ostream& err, const Failure& failure) {
  err << "technotariat tournament quick: " << failure.text() << '\n';
  return 2;
}

void say_assumed(const Spec& spec, const QuickOptions& options, std::ostream& err) {
  for (const Role role : kAllRoles) {
    const Field& field = spec.of(role);
    if (field.seats == 0) continue;
    err << "Assumed: scenario " << options.scenario << ", " << spec.ticks << " ticks, " << spec.worlds
        << " worlds, master seed " << spec.master_seed << "; " << field.seats << " seats of " << section_of(role)
        << " for";
    for (const StrategyEntry* entry : field.strategies) err << ' ' << entry->name;
    err << "; " << Schedule(spec).matches()
        << " matches.\nChange it with --role, --scenario, --ticks, --worlds, --seed. "
        << (options.out.empty() ? "Nothing is kept; --out DIR keeps matches, logs and report.\n" : "");
    if (!options.out.empty()) err << "Everything goes to " << options.out.string() << ".\n";
  }
}

}  // namespace

Result<std::string> quick_spec(const QuickOptions& options) {
  auto players = players_of(options);
  if (!players) return players.error();
  const auto role = role_for(options, *players);
  if (!role) return role.error();
  if (players->size() == 1) {
    const std::string_view usual = default_bot(*role);
    const StrategyEntry* const other = find_strategy(players->front().name == usual ? "idle" : usual);
    players->push_back({std::string(other->name), "", other->roles});
  }
  const rules::Scenario* const scenario = rules::find_scenario(options.scenario);
  const std::uint32_t most =
      scenario != nullptr ? seats_offered(*scenario, *role) : 2;  // a file's are judged with the spec
  std::ostringstream text;
  text << "name = \"Quick\"\nscenario = " << toml_text(options.scenario) << "\nmaster_seed = " << options.seed
       << "\nworlds = " << options.worlds << '\n';
  if (options.ticks > 0) text << "ticks = " << options.ticks << '\n';
  for (const Player& player : *players)
    if (!player.command.empty())
      text << "\n[bots." << player.name << "]\ncommand = " << toml_text(player.command) << '\n';
  text << "\n[" << section_of(*role) << "]\nseats = " << std::min<std::size_t>(players->size(), std::max(1U, most))
       << "\nstrategies = [";
  for (const Player& player : *players) text << (&player == &players->front() ? "" : ", ") << '"' << player.name << '"';
  text << "]\n";
  return text.str();
}

int quick_tournament(const QuickOptions& options, std::ostream& out, std::ostream& err) {
  const auto text = quick_spec(options);
  if (!text) return refuse(err, text.error());
  const std::filesystem::path origin = std::filesystem::current_path() / "quick";
  const auto spec = parse_spec(*text, origin);
  if (!spec) return refuse(err, spec.error());
  for (const auto& bot : spec->bots)
    if (const auto ready = try_start(bot->program, spec->time); !ready) return refuse(err, ready.error());
  std::optional<ScratchFolder> passing;
  if (options.out.empty()) {
    auto scratch = ScratchFolder::make("quick");
    if (!scratch) return refuse(err, scratch.error());
    passing.emplace(*std::move(scratch));
  }
  const Places places{passing ? passing->path() : options.out};
  if (auto settled = settle_in(places, *text, origin); !settled) return refuse(err, settled.error());
  say_assumed(*spec, options, err);
  return run_tournament({.spec = places.spec(),
                         .origin = origin,
                         .out = places.folder,
                         .jobs = options.jobs,
                         .json = options.json,
                         .progress = options.progress},
                        out, err);
}

}  // namespace tt::tournament
