#include "persistence/scenario_file.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "persistence/restore.hpp"
#include "persistence/world_file.hpp"
#include "rules/rules.hpp"
#include "rules/state/scenario_text.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {
namespace {

std::string village_text(const std::string& name) {
  rules::Scenario village = *rules::find_scenario("hamlet");
  village.name = name;
  village.parameters[rules::Parameter::kIncomeTax] = 123;
  return rules::to_text(village);
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a scenario is found by name, and by the path of a file from the folder that names it") {
  const test::TempFolder folder;
  write(folder / "village.toml", village_text("village"));
  CHECK(scenario_of("hamlet")->name == "hamlet");
  CHECK(scenario_of("village.toml", folder / "")->name == "village");
  CHECK(scenario_of((folder / "village.toml").string())->name == "village");
}

TEST_CASE("what is no scenario is refused with file, line and a way out") {
  const test::TempFolder folder;
  write(folder / "bad.toml", "name = \"x\"\nhouseholds = many\n");
  const auto bad = scenario_of((folder / "bad.toml").string());
  REQUIRE(bad.has_error());
  CHECK(bad.error().where.ends_with("bad.toml:2"));
  CHECK(bad.error().remedy.find("from 20 to") != std::string::npos);
  CHECK(scenario_of("hamelt").error().remedy.find("'hamlet'") != std::string::npos);
  CHECK(scenario_of((folder / "none.toml").string()).error().what.find("cannot be read") != std::string::npos);
  write(folder / "hamlet.toml", village_text("hamlet"));
  CHECK(scenario_of((folder / "hamlet.toml").string()).error().remedy.find("name of its own") != std::string::npos);
}

TEST_CASE("a world of a stranger's scenario is replayed from its own file alone") {
  const test::TempFolder folder;
  const std::string text = village_text("village");
  const rules::Scenario village = std::get<rules::Scenario>(rules::read_scenario(text));
  const rules::World world = rules::found_world(village, 9);
  const Genesis genesis{.world = "w",
                        .scenario = text,
                        .title = "",
                        .seed = 9,
                        .rules_version = rules::kRulesVersion,
                        .state_hash = rules::state_hash(world)};
  auto file = WorldFile::create(folder / "w.world", genesis);
  REQUIRE(file.has_value());
  const auto restored = restore(*file);
  REQUIRE(restored.has_value());
  CHECK(restored->world.scenario.parameters[rules::Parameter::kIncomeTax] == 123);
  CHECK(rules::state_hash(restored->world) == genesis.state_hash);
}

TEST_CASE("a genesis whose scenario was changed founds another world and is refused") {
  const test::TempFolder folder;
  const rules::Scenario village = std::get<rules::Scenario>(rules::read_scenario(village_text("village")));
  Genesis genesis{.world = "w",
                  .scenario = rules::to_text(village),
                  .title = "",
                  .seed = 9,
                  .rules_version = rules::kRulesVersion,
                  .state_hash = rules::state_hash(rules::found_world(village, 9))};
  rules::Scenario other = village;
  other.parameters[rules::Parameter::kBenefit] += 1;
  genesis.scenario = rules::to_text(other);
  auto file = WorldFile::create(folder / "w.world", genesis);
  REQUIRE(file.has_value());
  CHECK(restore(*file).error().what.find("founds another world") != std::string::npos);
  genesis.scenario = std::string(rules::kScenarioBytesMax + 1, 'x');
  CHECK(WorldFile::create(folder / "long.world", genesis).has_error());
}

}  // namespace tt::persistence
