#include "server/lobby/founding.hpp"

#include <utility>
#include <vector>

#include "persistence/scenario_file.hpp"
#include "protocol/limits.hpp"
#include "rules/core/assert.hpp"
#include "rules/core/text.hpp"
#include "rules/rules.hpp"
#include "rules/state/scenario_text.hpp"
#include "server/world/bots.hpp"

namespace tt::server {

using persistence::Result;
using persistence::WorldFile;

namespace {

/// The seats that are taken from the beginning, in the world and as entries.
Result<std::vector<persistence::Entry>> take_seats(rules::World& world, const Founding& founding) {
  std::vector<persistence::Entry> entries;
  const auto take = [&](const rules::HostAction& seat) {
    const bool done = rules::apply(world, seat) == rules::SeatRefusal::kNone;
    if (done) entries.emplace_back(persistence::Command{seat});
    return done;
  };
  for (const rules::HostAction& seat : founding.bots ? bot_seats(world) : std::vector<rules::HostAction>{}) {
    const bool done = take(seat);
    TT_ASSERT(done);
  }
  for (const Seated& one : founding.seated) {
    const rules::HouseholdId household = rules::free_seat(world, one.role);
    const auto controller = one.guest == 0 ? rules::Controller::kBot : rules::Controller::kPlayer;
    if (!household.exists() || !take(rules::TakeSeat{household, one.guest, one.name, controller}))
      return persistence::Failure("There is no seat for '" + one.name + "'.", founding.name,
                                  "Choose a scenario with more seats of that role, or fewer people.");
  }
  return entries;
}

}  // namespace

Result<WorldFile> found_world_file(const std::filesystem::path& path, const Founding& founding) {
  auto found = persistence::scenario_of(founding.scenario);
  if (!found) return found.error();
  rules::Scenario scenario = *std::move(found);
  if (!founding.laws.empty()) {
    const rules::Scenario* const lawful = rules::find_scenario(founding.laws);
    if (lawful == nullptr)
      return persistence::Failure("There are no laws of that name.", founding.laws, "Name a built-in scenario.");
    for (const rules::ParameterInfo& parameter : rules::all_parameters())
      if (parameter.kind == rules::ParameterKind::kLaw)
        scenario.parameters[parameter.parameter] = lawful->parameters[parameter.parameter];
  }
  const std::string text = rules::to_text(scenario);
  if (!founding.title.empty() && !rules::is_name(founding.title, 1, protocol::kWorldTitleCharsMax))
    return persistence::Failure("That is no title.", founding.name, "A title has 1 to 60 printable characters.");
  if (!founding.title.empty()) scenario.title = founding.title;
  rules::World world = rules::found_world(scenario, founding.seed);
  const persistence::Genesis genesis{.world = founding.name,
                                     .scenario = text,
                                     .title = founding.title,
                                     .seed = founding.seed,
                                     .rules_version = rules::kRulesVersion,
                                     .state_hash = rules::state_hash(world)};
  auto file = WorldFile::create(path, genesis);
  if (!file) return file.error();
  if (auto saved = file->save_snapshot(0, rules::save(world)); !saved) return saved.error();
  auto entries = take_seats(world, founding);
  if (!entries) return entries.error();
  entries->insert(entries->end(), founding.house.begin(), founding.house.end());
  if (!entries->empty())
    if (auto written = file->append(*entries); !written) return written.error();
  return file;
}

Result<Loaded> load_world_file(const std::filesystem::path& path) {
  auto file = WorldFile::open(path);
  if (!file) return file.error();
  auto restored = persistence::restore(*file);
  if (!restored) return restored.error();
  return Loaded{std::move(*file), std::move(*restored)};
}

}  // namespace tt::server
