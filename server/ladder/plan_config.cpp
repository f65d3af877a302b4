#include "server/ladder/plan_config.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "protocol/limits.hpp"
#include "rules/core/text.hpp"
#include "rules/rules.hpp"
#include "server/limits.hpp"
#include "tournament/strategy.hpp"

namespace tt::server {
namespace {

using tournament::Named;
using tournament::SpecReader;

constexpr char kShape[] = "Write [[ladder]] on a line of its own, and its keys below.";
constexpr std::size_t kNameMax = 32;
constexpr std::array<std::string_view, 17> kKeys{
    "name",         "title",         "scenario",     "role",       "seats",
    "tick_seconds", "tables",        "wait_seconds", "fill",       "least",
    "who",          "start_seconds", "kept",         "spectators", "spectator_delay_ticks",
    "fill_rated",   "guest_days"};
constexpr std::array<std::string_view, 3> kRoles{"capitalists", "members", "workers"};

bool is_ladder_name(std::string_view name) {
  return !name.empty() && name.size() <= kNameMax && name.front() != '-' && name.back() != '-' &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-'; });
}

std::uint32_t seats_of(const rules::Scenario& scenario, rules::Role role) {
  switch (role) {
    case rules::Role::kCapitalist:
      return scenario.capitalist_seats;
    case rules::Role::kMember:
      return scenario.member_seats;
    case rules::Role::kWorker:
      return scenario.worker_seats;
  }
  return 0;
}

/// One section, key by key.
class LadderReader {
 public:
  LadderReader(SpecReader& reader, const toml::table& table) : reader_(reader), table_(table) {}

  LadderPlan read() {
    reader_.only_known(table_, kKeys);
    read_names();
    read_game();
    read_table();
    read_fill();
    read_who();
    return plan_;
  }

 private:
  [[nodiscard]] static std::string what(std::string_view key) { return "ladder." + std::string(key); }
  [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t usual, std::int64_t least, std::int64_t most) {
    return reader_.number(table_, key, what(key), least, most).value_or(usual);
  }
  [[nodiscard]] toml::source_position where(std::string_view key) const {
    const toml::node* const node = table_.get(key);
    return node == nullptr ? table_.source().begin : node->source().begin;
  }

  void read_names() {
    const auto name = reader_.text(table_, "name", what("name"));
    if (!name)
      return reader_.complain("A ladder needs a name.", table_.source().begin,
                              "Write name = \"evening\": its address is /ladder/evening then.");
    plan_.name = name->text;
    if (!is_ladder_name(plan_.name))
      reader_.complain("'" + plan_.name + "' cannot be a ladder's name.", name->where,
                       "A name has 1 to 32 of the letters a to z, digits and \"-\", which is not at either end.");
    plan_.title = plan_.name;
    const auto title = reader_.text(table_, "title", what("title"));
    if (!title) return;
    plan_.title = title->text;
    // Matches are called by it and their number.
    if (!rules::is_name(plan_.title, 1, protocol::kWorldTitleCharsMax - 12))
      reader_.complain("That is no title.", title->where, "A title has 1 to 48 visible characters.");
  }

  void read_game() {
    if (const auto role = reader_.text(table_, "role", what("role"))) {
      reader_.one_of(*role, "role", kRoles);
      plan_.role = role->text == kRoles[1]   ? rules::Role::kMember
                   : role->text == kRoles[2] ? rules::Role::kWorker
                                             : rules::Role::kCapitalist;
    }
    if (const auto scenario = reader_.text(table_, "scenario", what("scenario"))) {
      plan_.scenario = scenario->text;
      std::vector<std::string_view> known;
      for (const rules::Scenario& one : rules::built_in_scenarios()) known.emplace_back(one.name);
      reader_.one_of(*scenario, "scenario", known);
    }
    plan_.seats = static_cast<std::size_t>(number("seats", static_cast<std::int64_t>(plan_.seats), 2, 100));
    const rules::Scenario* const scenario = rules::find_scenario(plan_.scenario);
    const std::uint32_t there = scenario == nullptr ? 0 : seats_of(*scenario, plan_.role);
    if (scenario != nullptr && scenario->final_tick == 0)
      reader_.complain("The scenario " + plan_.scenario + " has no last tick, so nobody would be rated.",
                       where("scenario"), "Choose another scenario.");
    if (scenario != nullptr && there < plan_.seats)
      reader_.complain("The scenario " + plan_.scenario + " has " + std::to_string(there) +
                           " such seats, and the ladder wants " + std::to_string(plan_.seats) + ".",
                       where("seats"), "Choose fewer seats, another role or another scenario.");
  }

  void read_table() {
    plan_.tick_seconds = static_cast<std::uint32_t>(number("tick_seconds", 0, 1, kTickSecondsMax));
    plan_.tables = static_cast<std::size_t>(number("tables", static_cast<std::int64_t>(plan_.tables), 1, 64));
    plan_.kept = static_cast<std::size_t>(number("kept", static_cast<std::int64_t>(plan_.kept), 1, 1'000));
    plan_.start = std::chrono::seconds(number("start_seconds", plan_.start.count(), 1, 3'600));
    plan_.spectators = reader_.flag(table_, "spectators", what("spectators")).value_or(plan_.spectators);
    plan_.spectator_delay = static_cast<std::uint32_t>(number("spectator_delay_ticks", 0, 0, kSpectatorDelayMax));
    if (!plan_.spectators && plan_.spectator_delay != 0)
      reader_.complain("Spectators are shown nothing, so there is no delay.", where("spectator_delay_ticks"),
                       "Keep one of spectators = false and spectator_delay_ticks.");
  }

  void read_fill() {
    plan_.wait = std::chrono::seconds(number("wait_seconds", plan_.wait.count(), 1, 24 * 3'600));
    plan_.fill_rated = reader_.flag(table_, "fill_rated", what("fill_rated")).value_or(false);
    for (const Named& name : reader_.texts(table_, "fill", what("fill"))) {
      const tournament::StrategyEntry* const entry = tournament::find_strategy(name.text);
      if (entry == nullptr) {
        std::vector<std::string_view> known;
        for (const tournament::StrategyEntry& one : tournament::strategies()) known.push_back(one.name);
        reader_.one_of(name, "strategy", known);
      } else if (!entry->roles.include(plan_.role)) {
        reader_.complain("The strategy " + name.text + " does not play that role.", name.where,
                         "docs/tournaments.md lists who plays what.");
      }
      plan_.fill.push_back(name.text);
    }
    plan_.least = static_cast<std::size_t>(
        number("least", static_cast<std::int64_t>(plan_.least), 1, static_cast<std::int64_t>(plan_.seats)));
    if (plan_.fill.empty() && (table_.contains("least") || plan_.fill_rated))
      reader_.complain("No strategy fills this ladder's tables, so they wait until they are full.",
                       where(table_.contains("least") ? "least" : "fill_rated"),
                       "Name some, such as fill = [\"steady-owner\"], or leave this out.");
  }

  void read_who() {
    if (const auto who = reader_.text(table_, "who", what("who"))) {
      constexpr std::array<std::string_view, 2> kWho{"accounts", "everybody"};
      reader_.one_of(*who, "answer to who may play", kWho);
      plan_.everybody = who->text == kWho[1];
    }
    plan_.guest_days = static_cast<std::uint32_t>(number("guest_days", plan_.guest_days, 1, 3'650));
  }

  SpecReader& reader_;
  const toml::table& table_;
  LadderPlan plan_;
};

}  // namespace

std::vector<LadderPlan> read_ladders(SpecReader& reader, const toml::table& file) {
  std::vector<LadderPlan> ladders;
  const toml::node* const node = file.get("ladder");
  if (node == nullptr) return ladders;
  const auto* const list = node->as_array();
  if (list == nullptr) {
    reader.complain("'ladder' must be a list of sections.", node->source().begin, kShape);
    return ladders;
  }
  for (const toml::node& element : *list) {
    const auto* const table = element.as_table();
    if (table == nullptr) {
      reader.complain("'ladder' must be a list of sections.", element.source().begin, kShape);
      break;
    }
    if (ladders.size() == kLaddersMax) {
      reader.complain("There are more than " + std::to_string(kLaddersMax) + " ladders.", element.source().begin,
                      "Have fewer, with more tables each.");
      break;
    }
    LadderPlan plan = LadderReader(reader, *table).read();
    if (std::any_of(ladders.begin(), ladders.end(), [&](const LadderPlan& one) { return one.name == plan.name; }))
      reader.complain("There are two ladders called " + plan.name + ".", table->source().begin,
                      "Give each a name of its own.");
    ladders.push_back(std::move(plan));
  }
  return ladders;
}

}  // namespace tt::server
