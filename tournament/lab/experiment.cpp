#include "tournament/lab/experiment.hpp"

#include <algorithm>

#include "rules/core/assert.hpp"
#include "rules/state/scenario_text.hpp"

namespace tt::tournament::lab {
namespace {

using namespace rules;

const ScenarioField* find_field(std::string_view name) {
  const auto fields = scenario_fields();
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const ScenarioField& f) { return f.name == name; });
  return at == fields.end() ? nullptr : &*at;
}

}  // namespace

const Experiment* find_experiment(std::string_view name) {
  const auto all = experiments();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Experiment& e) { return e.name == name; });
  return at == all.end() ? nullptr : &*at;
}

std::vector<std::string_view> missing(const Experiment& experiment) {
  std::vector<std::string_view> names;
  const auto look_for = [&](std::string_view name) {
    if (find_field(name) == nullptr && find_parameter(name) == nullptr &&
        std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  };
  for (const std::string_view name : experiment.needs) look_for(name);
  for (const Arm& arm : experiment.arms)
    for (const Change& change : arm.changes) look_for(change.name);
  return names;
}

Scenario scenario_of(const Arm& arm) {
  const Scenario* const base = find_scenario(arm.scenario);
  TT_ASSERT(base != nullptr);
  Scenario scenario = *base;
  scenario.final_tick = 0;
  for (const Change& change : arm.changes) {
    const ScenarioField* const field = find_field(change.name);
    if (field != nullptr) {
      field->set(scenario, change.value);
      continue;
    }
    const ParameterInfo* const parameter = find_parameter(change.name);
    TT_ASSERT(parameter != nullptr && parameter->least <= change.value && change.value <= parameter->most);
    scenario.parameters[parameter->parameter] = change.value;
  }
  return scenario;
}

}  // namespace tt::tournament::lab
