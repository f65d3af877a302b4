#include "server/lobby/founding.hpp"

#include <utility>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/rules.hpp"
#include "server/world/bots.hpp"

namespace tt::server {

using persistence::Failure;
using persistence::Result;
using persistence::WorldFile;

std::string scenario_names() {
  std::string names;
  for (const rules::Scenario& scenario : rules::built_in_scenarios())
    names += (names.empty() ? "" : ", ") + scenario.name;
  return names;
}

Result<WorldFile> found_world_file(const std::filesystem::path& path, const Founding& founding) {
  const rules::Scenario* const built_in = rules::find_scenario(founding.scenario);
  if (built_in == nullptr)
    return Failure("There is no scenario \"" + founding.scenario + "\".", founding.name,
                   "Choose one of: " + scenario_names() + ".");
  rules::Scenario scenario = *built_in;
  if (!founding.title.empty()) scenario.title = founding.title;
  rules::World world = rules::found_world(scenario, founding.seed);
  const persistence::Genesis genesis{.world = founding.name,
                                     .scenario = founding.scenario,
                                     .title = founding.title,
                                     .seed = founding.seed,
                                     .rules_version = rules::kRulesVersion,
                                     .state_hash = rules::state_hash(world)};
  auto file = WorldFile::create(path, genesis);
  if (!file) return file.error();
  if (auto saved = file->save_snapshot(0, rules::save(world)); !saved) return saved.error();
  std::vector<persistence::Entry> entries;
  for (const rules::HostAction& seat : founding.bots ? bot_seats(world) : std::vector<rules::HostAction>{}) {
    const auto refusal = rules::apply(world, seat);
    TT_ASSERT(refusal == rules::SeatRefusal::kNone);
    entries.emplace_back(persistence::Command{seat});
  }
  if (!entries.empty())
    if (auto written = file->append(entries); !written) return written.error();
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
