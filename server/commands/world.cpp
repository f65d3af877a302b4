// Worlds without a server: founding, looking, running, checking.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <utility>
#include <vector>

#include "persistence/accounts.hpp"
#include "persistence/verify.hpp"
#include "rules/rules.hpp"
#include "server/chance.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/say.hpp"
#include "server/commands/world_files.hpp"
#include "server/lobby/founding.hpp"
#include "server/storage/data_folder.hpp"
#include "server/wall_clock.hpp"
#include "server/world/bots.hpp"

namespace tt::server {
namespace {

namespace json = boost::json;
std::string tick_text(const rules::World& world) {
  return "tick " + std::to_string(world.tick) + " of " + std::to_string(world.scenario.final_tick) +
         (world.finished ? ", finished" : "");
}

std::string_view name_of(rules::Controller controller) {
  switch (controller) {
    case rules::Controller::kVacant:
      return "vacant";
    case rules::Controller::kPlayer:
      return "player";
    case rules::Controller::kCaretaker:
      return "caretaker";
    case rules::Controller::kBot:
      return "bot";
    case rules::Controller::kAutopilot:
      return "autopilot";
  }
  return "";
}

json::object summary(const std::string& name, const rules::World& world) {
  return {{"name", name},
          {"title", world.scenario.title},
          {"scenario", world.scenario.name},
          {"seed", std::to_string(world.seed)},
          {"tick", world.tick},
          {"final_tick", world.scenario.final_tick},
          {"finished", world.finished},
          {"state_hash", hex(rules::state_hash(world))}};
}

/// What the founder wishes for the house, as the first thing that happens there.
std::vector<persistence::HouseEvent> house_of(const NewWorldCommand& command) {
  const bool nothing = command.spectators == "nothing";
  if (!nothing && command.spectator_delay == 0) return {};
  persistence::HouseEvent event;
  event.set_time_ms(wall_clock_ms());
  event.mutable_rules()->set_spectator_delay_ticks(command.spectator_delay);
  event.mutable_rules()->set_spectator_sight(nothing ? technotariat::v1::SPECTATOR_SIGHT_NOTHING
                                                     : technotariat::v1::SPECTATOR_SIGHT_PUBLIC);
  return {event};
}

}  // namespace

int run(const NewWorldCommand& command, const Players&) {
  keep_files_private();
  if (!is_world_name(command.name)) return say_failure(no_world_name(command.name));
  auto folder = DataFolder::open(command.data);
  if (!folder) return say_failure(folder.error());
  // Nobody inherits it from a world that went by that name before.
  if (std::error_code ec; std::filesystem::exists(folder->accounts_file(), ec)) {
    auto accounts = persistence::AccountsFile::open(folder->accounts_file());
    if (!accounts) return say_failure(accounts.error());
    const bool is_new = !std::filesystem::exists(folder->world_file(command.name), ec);
    if (const auto fresh = is_new ? accounts->clear_host(command.name) : persistence::Result<void>(); !fresh)
      return say_failure(fresh.error());
  }
  const std::uint64_t seed = command.seed ? *command.seed : random_number();
  const Founding founding{.name = command.name,
                          .scenario = command.scenario,
                          .title = command.title,
                          .seed = seed,
                          .bots = command.bots,
                          .laws = {},
                          .house = house_of(command)};
  const auto file = found_world_file(folder->world_file(command.name), founding);
  if (!file) return say_failure(file.error());
  const std::string hash = hex(file->genesis().state_hash);
  if (command.json) {
    say(json::serialize(json::object{{"name", command.name}, {"seed", std::to_string(seed)}, {"state_hash", hash}}) +
        '\n');
  } else {
    say("Founded " + command.name + " with seed " + std::to_string(seed) + ", state " + hash + ".\n");
  }
  return kDone;
}

int run(const ListWorldsCommand& command, const Players&) {
  json::array all;
  std::string text;
  for (const std::string& name : DataFolder::world_names(command.data)) {
    const auto loaded = load_world_file(DataFolder::world_path(command.data, name));
    if (loaded) {
      all.push_back(summary(name, loaded->restored.world));
      text += name + ": " + loaded->restored.world.scenario.title + ", " + tick_text(loaded->restored.world) + '\n';
    } else {
      all.push_back(json::object{{"name", name}, {"failure", loaded.error().text()}});
      text += name + ": " + loaded.error().text() + '\n';
    }
  }
  say(command.json ? json::serialize(all) + '\n' : text.empty() ? "There are no worlds in this folder.\n" : text);
  return kDone;
}

int run(const WorldInfoCommand& command, const Players&) {
  const auto path = existing(command.data, command.name);
  if (!path) return say_failure(path.error());
  const auto loaded = load_world_file(*path);
  if (!loaded) return say_failure(loaded.error());
  const rules::World& world = loaded->restored.world;
  json::object info = summary(command.name, world);
  info["entries"] = loaded->restored.last_index;
  json::array seats;
  std::string text = command.name + ": " + world.scenario.title + " (" + world.scenario.name + ", seed " +
                     std::to_string(world.seed) + ")\n" + tick_text(world) + ", " +
                     std::to_string(loaded->restored.last_index) + " journal entries, state " +
                     hex(rules::state_hash(world)) + '\n';
  for (const rules::Seat& seat : world.seats) {
    seats.push_back(json::object{{"seat_id", seat.household.value + 1},
                                 {"role", name_of(seat.role)},
                                 {"controller", name_of(seat.controller)},
                                 {"name", seat.name},
                                 {"standing_bp", seat.standing}});
    text += "  seat " + std::to_string(seat.household.value + 1) + ", " + std::string(name_of(seat.role)) + ": " +
            std::string(name_of(seat.controller)) + (seat.name.empty() ? "" : ", " + seat.name) + '\n';
  }
  info["seats"] = std::move(seats);
  say(command.json ? json::serialize(info) + '\n' : text);
  return kDone;
}

int run(const RunWorldCommand& command, const Players& players) {
  keep_files_private();
  const auto path = existing(command.data, command.name);
  if (!path) return say_failure(path.error());
  auto loaded = load_world_file(*path);
  if (!loaded) return say_failure(loaded.error());
  rules::World& world = loaded->restored.world;
  if (world.scenario.final_tick == 0 && command.ticks == 0)
    return say_failure({"This world has no last tick.", command.name, "Say how many with --ticks."});
  Bots bots(players.make_bot);
  for (std::uint32_t done = 0; !world.finished && (command.ticks == 0 || done < command.ticks); ++done) {
    std::vector<persistence::Entry> entries = bots.play(world, rules::public_view(world));
    rules::close_tick(world);
    entries.emplace_back(persistence::TickClose{world.clock, world.last_hash});
    if (auto written = loaded->file.append(entries); !written) return say_failure(written.error());
    if (!command.json) say("tick " + std::to_string(world.tick) + "  " + hex(world.last_hash) + '\n');
  }
  if (command.json) say(json::serialize(summary(command.name, world)) + '\n');
  return kDone;
}

int run(const VerifyWorldCommand& command, const Players&) {
  const auto path = existing(command.data, command.name);
  if (!path) return say_failure(path.error());
  const auto report = persistence::verify(*path);
  if (!report) return say_failure(report.error());
  if (command.json) {
    say(json::serialize(json::object{{"name", command.name},
                                     {"sound", report->sound()},
                                     {"entries", report->entries},
                                     {"ticks", report->ticks},
                                     {"snapshots", report->snapshots},
                                     {"snapshots_damaged", report->snapshots_damaged},
                                     {"first_bad_index", report->first_bad_index},
                                     {"problem", report->problem}}) +
        '\n');
  } else if (report->sound()) {
    say(command.name + " is sound: " + std::to_string(report->entries) + " entries, " + std::to_string(report->ticks) +
        " ticks closed again with the same state.\n");
  }
  if (report->sound()) return kDone;
  return say_failure({report->problem, path->string() + ", entry " + std::to_string(report->first_bad_index),
                      "Bring the file back from a backup."});
}

int run(const ReplayWorldCommand& command, const Players&) {
  const auto path = existing(command.data, command.name);
  if (!path) return say_failure(path.error());
  auto file = persistence::WorldFile::open(*path);
  if (!file) return say_failure(file.error());
  json::array all;
  const auto world = persistence::replay(*file, command.tick, [&](const rules::World& at, rules::Hash hash) {
    if (command.json)
      all.push_back(json::object{{"tick", at.tick}, {"state_hash", hex(hash)}});
    else
      say("tick " + std::to_string(at.tick) + "  " + hex(hash) + '\n');
  });
  if (!world) return say_failure(world.error());
  if (command.json) say(json::serialize(all) + '\n');
  return kDone;
}

int run(const ListLabCommand&, const Players& players) {
  return players.list_lab ? players.list_lab() : kFailed;
}

int run(const RunLabCommand& command, const Players& players) {
  return players.lab ? players.lab(command) : kFailed;
}

int run(const RateCommand& command, const Players& players) {
  return players.rate(command);
}

int run(const CoverageCommand& command, const Players& players) {
  return players.coverage(command);
}

int run(const ReportCommand& command, const Players& players) {
  return players.report(command);
}

int run(const TournamentCommand& command, const Players& players) {
  if (players.tournament) return players.tournament(command);
  return say_failure(
      {"This program was built without tournaments.", command.spec.string(), "Build the whole project."});
}

}  // namespace tt::server
