// Scenario files: what is written is what is founded, and every mistake has its own words and line.
#include "rules/state/scenario_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "rules/rules.hpp"

using namespace tt::rules;

namespace {

const std::string kText = R"(# A village.
name = "village"
title = "A village"  # with a comment # and another
households = 1_20
enterprises = 10
cooperative_share = 5_000
capitalist_seats = 2
member_seats = 3
worker_seats = 4
burn_in_ticks = 0
final_tick = 40
end_window = 3
tick_seconds = 30

[parameters]
income_tax = 700
)";

std::string with(const std::string& from, const std::string& to) {
  std::string text = kText;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a scenario is read as it is written") {
  const auto read = read_scenario(kText);
  REQUIRE(std::holds_alternative<Scenario>(read));
  const Scenario& s = std::get<Scenario>(read);
  CHECK(s.name == "village");
  CHECK(s.title == "A village");
  CHECK(s.households == 120);
  CHECK(s.cooperative_share == 5'000);
  CHECK(s.final_tick == 40);
  CHECK(s.end_window == 3);
  CHECK(s.parameters[Parameter::kIncomeTax] == 700);
  CHECK(s.parameters[Parameter::kBenefit] == info(Parameter::kBenefit).usual);
}

TEST_CASE("the canonical text gives the same scenario back, whatever it was written like") {
  const Scenario s = std::get<Scenario>(read_scenario(kText));
  const std::string text = to_text(s);
  const auto again = read_scenario(text);
  REQUIRE(std::holds_alternative<Scenario>(again));
  CHECK(to_text(std::get<Scenario>(again)) == text);
  CHECK(std::get<Scenario>(again).parameters == s.parameters);
  CHECK(to_text(std::get<Scenario>(read_scenario(with("# A village.\n", "\r\n\t\n")))) == text);
  CHECK(state_hash(found_world(s, 3)) == state_hash(found_world(std::get<Scenario>(again), 3)));
}

TEST_CASE("every mistake in a scenario file is refused with its line and what to write") {
  struct Row {
    const char* from;
    const char* to;
    std::uint32_t line;
    const char* words;
  };
  const Row rows[] = {
      {"households = 1_20", "househods = 120", 4, "Did you mean 'households'?"},
      {"households = 1_20", "households = 1__20", 4, "whole number"},
      {"households = 1_20", "households = 0120", 4, "whole number"},
      {"households = 1_20", "households = \"120\"", 4, "from 20 to 1000000"},
      {"households = 1_20", "households = 19", 4, "outside its range"},
      {"households = 1_20", "households = 99999999999999999999", 4, "whole number"},
      {"households = 1_20", "households", 4, "no `key = value`"},
      {"households = 1_20", "households = ", 4, "whole number"},
      {"enterprises = 10", "enterprises = 10\nenterprises = 11", 6, "there twice"},
      {"enterprises = 10", "enterprises = 31", 16, "too few people"},
      {"enterprises = 10\n", "", 15, "'enterprises' is missing"},
      {"worker_seats = 4", "worker_seats = 116", 16, "more seats than households"},
      {"end_window = 3", "end_window = 40", 16, "could end before it begins"},
      {"cooperative_share = 5_000", "cooperative_share = 10_001", 6, "from 0 to 10000"},
      {"cooperative_share = 5_000", "cooperative_share = -1", 6, "from 0 to 10000"},
      {"\"village\"", "\"A Village\"", 2, "no name of a scenario"},
      {"\"village\"", "village", 2, "double quotes"},
      {"\"village\"", "\"\"", 2, "no name of a scenario"},
      {"\"A village\"", "\" A village\"", 3, "title cannot be shown"},
      {"\"A village\"", "\"A \\\"village\"", 3, "without quotes"},
      {"[parameters]", "[parametres]", 15, "The only one is [parameters]"},
      {"[parameters]", "[parameters]\n[parameters]", 16, "there twice"},
      {"income_tax = 700", "income_tax = 6_001", 16, "from 0 to 6000"},
      {"income_tax = 700", "incometax = 700", 16, "Did you mean 'income_tax'?"},
      {"tick_seconds = 30", "income_tax = 7", 13, "below the line [parameters]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const auto read = read_scenario(with(row.from, row.to));
    REQUIRE(std::holds_alternative<ScenarioFault>(read));
    const auto& fault = std::get<ScenarioFault>(read);
    CHECK(fault.line == row.line);
    const std::string said_here = fault.what + " " + fault.remedy;
    CHECK_MESSAGE(said_here.find(row.words) != std::string::npos, said_here);
    CHECK(!fault.remedy.empty());
  }
  CHECK(std::holds_alternative<ScenarioFault>(read_scenario("")));
  CHECK(std::holds_alternative<ScenarioFault>(read_scenario(std::string(kScenarioBytesMax + 1, '#'))));
}

TEST_CASE("the built-in files are sound, bear the name they are listed by, and no two share it") {
  std::set<std::string> names;
#define TT_SCENARIO(symbol, file) CHECK_MESSAGE(find_scenario(file) != nullptr, file);
#include "rules/scenarios/list.inc"
#undef TT_SCENARIO
  for (const Scenario& s : built_in_scenarios()) {
    CHECK_MESSAGE(names.insert(s.name).second, s.name);
    CHECK(within_bounds(s.parameters));
    const auto again = read_scenario(to_text(s));
    REQUIRE(std::holds_alternative<Scenario>(again));
  }
  CHECK(names.size() >= 10);
}

TEST_CASE("a form that the law forbids is not founded, by nobody") {
  for (const bool cooperative : {true, false}) {
    Scenario s = *find_scenario("hamlet");
    s.cooperative_share = cooperative ? 0 : kOne;
    s.final_tick = 0;
    s.parameters[cooperative ? Parameter::kCooperativesAllowed : Parameter::kProprietaryAllowed] = 0;
    World world = found_world(s, 4);
    for (int tick = 0; tick < 150; ++tick) close_tick(world);
    for (const EnterpriseId id : world.enterprises.ids())
      CHECK(world.enterprises.form[id] == (cooperative ? Form::kProprietary : Form::kCooperative));
  }
}

TEST_CASE("income to few is the same income in fewer hands, and no money is made or lost") {
  Scenario s = *find_scenario("hamlet");
  s.parameters[Parameter::kIncomeToFew] = 2'000;
  s.parameters[Parameter::kMoneyRule] = 0;
  World world = found_world(s, 4);
  const Mils issued = world.issued;
  for (int tick = 0; tick < 10; ++tick) close_tick(world);  // every close checks the laws of conservation
  CHECK(world.issued == issued);
  Mils most = 0;
  int receive = 0;
  for (const HouseholdId id : world.households.ids()) {
    const bool few = (id.value + world.seed) % 20 == 0;
    receive += few && world.households.last_dividend[id] > 0 ? 1 : 0;
    if (few) most = std::max(most, world.households.last_dividend[id]);
  }
  CHECK(receive == 4);  // of eighty
  CHECK(most > world.mean_pay);
}

TEST_CASE("a scenario says what weight merit has in a new co-operative") {
  Scenario s = *find_scenario("hamlet");
  s.burn_in_ticks = 0;
  s.parameters[Parameter::kMeritAtStart] = 1'234;
  const World world = found_world(s, 4);
  int cooperatives = 0;
  for (const EnterpriseId id : world.enterprises.ids()) {
    if (world.enterprises.form[id] != Form::kCooperative) continue;
    ++cooperatives;
    CHECK(world.enterprises.merit[id] == 1'234);
  }
  CHECK(cooperatives == 4);
}

TEST_CASE("a shock holds spending back in its ticks alone") {
  Scenario s = *find_scenario("hamlet");
  s.final_tick = 0;
  const World calm = found_world(s, 4);
  s.parameters[Parameter::kShock] = 5'000;
  s.parameters[Parameter::kShockFrom] = 3;
  s.parameters[Parameter::kShockTicks] = 4;
  World shaken = found_world(s, 4);
  World same = calm;
  const auto volume = [](const World& w) {
    return w.history.back().volume[index_of(Good::kComforts)] + w.history.back().volume[index_of(Good::kProvisions)];
  };
  for (int tick = 1; tick <= 2; ++tick) {
    close_tick(shaken);
    close_tick(same);
    CHECK(volume(shaken) == volume(same));
  }
  close_tick(shaken);
  close_tick(same);
  CHECK(volume(shaken) < volume(same));
  for (int tick = 4; tick <= 7; ++tick) close_tick(shaken);
  CHECK(shaken.tick == 7);
}
