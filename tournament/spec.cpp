#include "tournament/spec.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "persistence/scenario_file.hpp"
#include "rules/rules.hpp"
#include "rules/state/scenario_text.hpp"
#include "tournament/bots/spec_bots.hpp"
#include "tournament/digest.hpp"
#include "tournament/schedule.hpp"
#include "tournament/spec_format.hpp"
#include "tournament/spec_reader.hpp"
#include "tournament/spec_variants.hpp"

namespace tt::tournament {
namespace {

using namespace rules;

constexpr std::int64_t kSeedMost = 9'007'199'254'740'991;  // what JSON readers keep exactly
constexpr Tick kTicksMost = 100'000;                       // where the scenario has no end
constexpr std::int64_t kWorldsMost = 1'000'000;
constexpr std::int64_t kRotationsMost = 100'000;

/// The program, variant or built-in strategy of that name, or null.
const StrategyEntry* find_player(const Spec& spec, std::string_view name) {
  for (const auto& bot : spec.bots)
    if (bot->entry.name == name) return &bot->entry;
  for (const auto& variant : spec.variants)
    if (variant->entry.name == name) return &variant->entry;
  return find_strategy(name);
}

/// The names of all that can play this role.
std::vector<std::string_view> players_of(const Spec& spec, Role role) {
  std::vector<std::string_view> fitting;
  const auto add = [&](const StrategyEntry& entry) {
    if (entry.roles.include(role)) fitting.push_back(entry.name);
  };
  for (const auto& bot : spec.bots) add(bot->entry);
  for (const auto& variant : spec.variants) add(variant->entry);
  for (const StrategyEntry& entry : strategies()) add(entry);
  return fitting;
}

/// Those under `key`, added to the field's.
void read_strategies(SpecReader& reader, const toml::table& section, std::string_view key, Role role, const Spec& spec,
                     Field& field) {
  const std::vector<std::string_view> fitting = players_of(spec, role);
  for (const Named& written : reader.texts(section, key, std::string(section_of(role)) + "." + std::string(key))) {
    const StrategyEntry* const entry = find_player(spec, written.text);
    if (entry != nullptr && !entry->roles.include(role))
      reader.complain("'" + written.text + "' does not play the seats of " + std::string(section_of(role)) + ".",
                      written.where,
                      "Put it under another role, or choose one that does; docs/tournaments.md lists them.");
    else
      reader.one_of(written, "strategy", fitting);
    if (reader.complaint()) return;
    if (std::find(field.strategies.begin(), field.strategies.end(), entry) != field.strategies.end())
      reader.complain("'" + written.text + "' is listed twice.", written.where,
                      "Name each strategy once; seats left over repeat them.");
    field.strategies.push_back(entry);
  }
}

void read_field(SpecReader& reader, const toml::table& file, Role role, Spec& spec) {
  Field& field = spec.fields[static_cast<std::size_t>(role)];
  const std::string name(section_of(role));
  const toml::table* const section = reader.section(file, name);
  if (section == nullptr) return;
  constexpr std::array<std::string_view, 3> kKeys{"seats", "strategies", "focus"};
  reader.only_known(*section, kKeys);
  const std::uint32_t most = seats_offered(spec.scenario, role);
  const auto seats = reader.number(*section, "seats", name + ".seats", 1, most);
  if (!seats) return reader.missing(name + ".seats", *section);
  field.seats = static_cast<std::uint32_t>(*seats);
  read_strategies(reader, *section, "focus", role, spec, field);
  field.focus = static_cast<std::uint32_t>(field.strategies.size());
  read_strategies(reader, *section, "strategies", role, spec, field);
  if (field.strategies.empty()) reader.missing(name + ".strategies", *section);
}

/// Whether a scenario was read into the spec. A relative path of a scenario file starts at the spec's folder.
bool read_scenario(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder, Spec& spec) {
  const auto written = reader.text(file, "scenario", "scenario");
  if (!written) {
    reader.missing("scenario", file);
    return false;
  }
  auto scenario = persistence::scenario_of(written->text, folder);
  if (!scenario) {
    const Failure& failure = scenario.error();
    reader.complain((failure.where.empty() ? "" : failure.where + ": ") + failure.what, written->where, failure.remedy);
    return false;
  }
  spec.scenario = *std::move(scenario);
  return true;
}

void read_name(SpecReader& reader, const toml::table& file, Spec& spec) {
  const auto name = reader.text(file, "name", "name");
  if (!name) return reader.missing("name", file);
  if (!is_plain_name(name->text))
    reader.complain("The name '" + name->text + "' has characters that do not fit everywhere.", name->where,
                    "Use 1 to 60 letters, digits, spaces, hyphens and underscores.");
  spec.name = name->text;
}

void read_score(SpecReader& reader, const toml::table& file, Spec& spec) {
  constexpr std::array<std::string_view, 2> kScores{"ghost", "laurels"};
  const auto written = reader.text(file, "score", "score");
  if (!written) return;
  reader.one_of(*written, "score", kScores);
  spec.score = written->text == "laurels" ? Score::kLaurels : Score::kGhost;
}

void check_size(SpecReader& reader, const toml::table& file, const Spec& spec) {
  if (std::all_of(spec.fields.begin(), spec.fields.end(), [](const Field& field) { return field.seats == 0; }))
    reader.missing("A section [capitalists], [members] or [workers]", file);
  if (!reader.complaint() && Schedule(spec).matches() > kMatchesMax)
    reader.complain("That would be " + std::to_string(Schedule(spec).matches()) + " matches.", {1, 1},
                    "Have fewer worlds, rotations or strategies: at most " + std::to_string(kMatchesMax) + " matches.");
}

void read_file(SpecReader& reader, const toml::table& file, const std::filesystem::path& folder, Spec& spec) {
  constexpr std::array<std::string_view, 17> kKeys{
      "name",    "score", "scenario", "ticks",    "master_seed", "worlds", "rotations", "capitalists", "members",
      "workers", "bots",  "time",     "variants", "format",      "rounds", "advance",   "stop"};
  reader.only_known(file, kKeys);
  read_name(reader, file, spec);
  if (!read_scenario(reader, file, folder, spec)) return;
  const Tick last = spec.scenario.final_tick > 0 ? spec.scenario.final_tick : kTicksMost;
  const auto ticks = reader.number(file, "ticks", "ticks", 1, last);
  if (!ticks && spec.scenario.final_tick == 0) reader.missing("ticks", file);
  spec.ticks = static_cast<Tick>(ticks.value_or(last));
  const auto seed = reader.number(file, "master_seed", "master_seed", 0, kSeedMost);
  if (!seed) reader.missing("master_seed", file);
  spec.master_seed = static_cast<std::uint64_t>(seed.value_or(0));
  read_score(reader, file, spec);
  const auto worlds = reader.number(file, "worlds", "worlds", 1, kWorldsMost);
  if (!worlds) reader.missing("worlds", file);
  spec.worlds = static_cast<std::uint32_t>(worlds.value_or(1));
  read_bots(reader, file, folder, spec);
  read_variants(reader, file, spec);
  for (const Role role : kAllRoles) read_field(reader, file, role, spec);
  const auto full = static_cast<std::int64_t>(full_rotation(spec));
  const auto rotations = reader.number(file, "rotations", "rotations", 1, std::min(kRotationsMost, full));
  spec.rotations = static_cast<std::uint32_t>(rotations.value_or(std::min(kRotationsMost, full)));
  read_format(reader, file, spec);
  check_size(reader, file, spec);
}

}  // namespace

bool is_plain_name(std::string_view text) {
  const auto plain = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == ' ' || c == '-' ||
           c == '_';
  };
  return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), plain) && text.front() != ' ' &&
         text.back() != ' ';
}

std::string_view section_of(Role role) {
  switch (role) {
    case Role::kCapitalist:
      return "capitalists";
    case Role::kMember:
      return "members";
    case Role::kWorker:
      return "workers";
  }
  return "";
}

std::string_view name_of(Role role) {
  const std::string_view section = section_of(role);
  return section.substr(0, section.size() - 1);
}

std::optional<Role> role_of(std::string_view name) {
  for (const Role role : kAllRoles)
    if (name_of(role) == name) return role;
  return std::nullopt;
}

std::uint32_t seats_offered(const Scenario& scenario, Role role) {
  switch (role) {
    case Role::kCapitalist:
      return scenario.capitalist_seats;
    case Role::kMember:
      return scenario.member_seats;
    case Role::kWorker:
      return scenario.worker_seats;
  }
  return 0;
}

Role Spec::contested() const {
  const auto stands_out = [](const Field& field) { return field.focus > 0 || field.strategies.size() > field.seats; };
  const auto at = std::find_if(fields.begin(), fields.end(), stands_out);
  return at == fields.end() ? Role::kCapitalist : kAllRoles[static_cast<std::size_t>(at - fields.begin())];
}

std::string Spec::canonical() const {
  std::ostringstream text;
  text << "technotariat tournament 2\nrules " << kRulesVersion << "\nname " << name << "\nscenario "
       << digest(to_text(scenario)) << "\nticks " << ticks << "\nmaster_seed " << master_seed << "\nworlds " << worlds
       << "\nrotations " << rotations << "\nscore " << (score == Score::kGhost ? "ghost" : "laurels") << '\n';
  for (const Role role : kAllRoles) {
    if (of(role).seats == 0) continue;
    text << section_of(role) << ' ' << of(role).seats;
    if (of(role).focus > 0) text << " focus " << of(role).focus;
    for (const StrategyEntry* entry : of(role).strategies) text << ' ' << entry->name;
    text << '\n';
  }
  text << canonical_format(*this) << canonical_bots(*this) << canonical_variants(*this);
  return text.str();
}

std::string Spec::hash() const {
  return digest(canonical());
}

Result<Spec> parse_spec(std::string_view text, const std::filesystem::path& path) {
  SpecReader reader(path);
  Spec spec;
  spec.file = path;
  try {
    const toml::table file = toml::parse(text, path.string());
    read_file(reader, file, path.parent_path(), spec);
  } catch (const toml::parse_error& error) {
    reader.complain(std::string(error.description()) + ".", error.source().begin,
                    "Correct the line: the file is TOML (toml.io).");
  }
  if (reader.complaint()) return *reader.complaint();
  return spec;
}

Result<Spec> read_spec(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.good() && !file.eof())
    return Failure{"The spec file cannot be read.", path.string(),
                   "Check the path; docs/examples has one to start from."};
  return parse_spec(text, path);
}

}  // namespace tt::tournament
