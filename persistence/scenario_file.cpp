#include "persistence/scenario_file.hpp"

#include <fstream>
#include <iterator>
#include <vector>

#include "rules/core/nearest.hpp"
#include "rules/state/scenario_text.hpp"

namespace tt::persistence {

std::string scenario_names() {
  std::string names;
  for (const rules::Scenario& scenario : rules::built_in_scenarios())
    names += (names.empty() ? "" : ", ") + scenario.name;
  return names;
}

Result<rules::Scenario> read_scenario_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(rules::kScenarioBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.gcount() == 0)
    return Failure{"The scenario file cannot be read, or is empty.", path.string(),
                   "Check the path; docs/scenarios.md has one to start from."};
  text.resize(static_cast<std::size_t>(file.gcount()));
  const auto read = rules::read_scenario(text);
  if (const auto* const fault = std::get_if<rules::ScenarioFault>(&read))
    return Failure{fault->what, path.string() + ":" + std::to_string(fault->line), fault->remedy};
  rules::Scenario scenario = std::get<rules::Scenario>(read);
  const rules::Scenario* const same = rules::find_scenario(scenario.name);
  if (same != nullptr && rules::to_text(*same) != rules::to_text(scenario))
    return Failure{"There is a built-in scenario '" + scenario.name + "' already, and it is another.", path.string(),
                   "Give this one a name of its own."};
  return scenario;
}

Result<rules::Scenario> scenario_of(const std::string& name_or_path, const std::filesystem::path& folder) {
  if (const rules::Scenario* const built_in = rules::find_scenario(name_or_path)) return *built_in;
  if (name_or_path.ends_with(".toml")) return read_scenario_file(folder / name_or_path);
  std::vector<std::string_view> names;
  for (const rules::Scenario& scenario : rules::built_in_scenarios()) names.push_back(scenario.name);
  return Failure{"There is no scenario '" + name_or_path + "'.", "",
                 "Did you mean '" + std::string(rules::nearest(name_or_path, names)) + "'? There are " +
                     scenario_names() + "; or name a file that ends in .toml."};
}

}  // namespace tt::persistence
