#include "tournament/spec.hpp"

#include <doctest/doctest.h>

#include <string>

#include "rules/core/nearest.hpp"
#include "rules/rules.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/tournament/small_tournament.hpp"

using namespace tt::tournament;

namespace {

/// The small spec with one text replaced by another.
std::string with(const std::string& from, const std::string& to) {
  std::string text = tt::test::small_spec_text();
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a spec is read as it is written") {
  const Spec spec = tt::test::small_spec();
  CHECK(spec.name == "Small");
  CHECK(spec.scenario.name == "hamlet");
  CHECK(spec.ticks == 8);
  CHECK(spec.master_seed == 7);
  CHECK(spec.worlds == 2);
  CHECK(spec.rotations == 2);
  CHECK(spec.score == Score::kGhost);
  CHECK(spec.of(tt::rules::Role::kCapitalist).strategies.size() == 3);
  CHECK(spec.of(tt::rules::Role::kWorker).seats == 0);
}

TEST_CASE("what is left out has the scenario's value") {
  const auto spec = parse_spec(with("ticks = 8\n", ""), "s.toml");
  REQUIRE(spec.has_value());
  CHECK(spec->ticks == tt::rules::find_scenario("hamlet")->final_tick);
}

TEST_CASE("a mistake is refused with its line and what was probably meant") {
  struct Row {
    const char* from;
    const char* to;
    const char* place;
    const char* words;
  };
  const std::vector<Row> rows{
      {"worlds", "wordls", "s.toml:5", "Did you mean 'worlds'?"},
      {"\"poacher\"", "\"pocher\"", "s.toml:9", "Did you mean 'poacher'?"},
      {"\"hamlet\"", "\"hamelt\"", "s.toml:2", "Did you mean 'hamlet'?"},
      {"[members]\nseats", "[members]\nseat", "s.toml:12", "Did you mean 'seats'?"},
      {"[members]", "[member]", "s.toml:11", "Did you mean 'members'?"},
      {"\"poacher\"", "\"organiser\"", "s.toml:9", "does not play the seats of capitalists"},
      {"\"poacher\"", "\"random\"", "s.toml:9", "listed twice"},
      {"ticks = 8", "ticks = 41", "s.toml:3", "from 1 to 40"},
      {"ticks = 8", "ticks = 0", "s.toml:3", "from 1 to 40"},
      {"ticks = 8", "ticks = 1.5", "s.toml:3", "whole number"},
      {"worlds = 2", "worlds = -1", "s.toml:5", "from 1 to"},
      {"worlds = 2", "worlds = 2\nrotations = 3", "s.toml:6", "from 1 to 2"},
      {"seats = 2", "seats = 3", "s.toml:8", "from 1 to 2"},
      {"master_seed = 7\n", "", "s.toml:1", "master_seed is missing"},
      {"scenario = \"hamlet\"\n", "", "s.toml:1", "scenario is missing"},
      {"seats = 1\n", "", "s.toml:11", "members.seats is missing"},
      {"strategies = [\"organiser\"]\n", "", "s.toml:11", "members.strategies is missing"},
      {"[\"organiser\"]", "\"organiser\"", "s.toml:13", "list of names"},
      {"[\"organiser\"]", "[1]", "s.toml:13", "list of names"},
      {"\"Small\"", "\"Sm\\\"all\"", "s.toml:1", "Use 1 to 60"},
      {"worlds = 2", "worlds = ", "s.toml:5", "TOML"},
      {"worlds = 2", "worlds = 1000000", "s.toml:1", "matches"},
      {"worlds = 2", "worlds = 2\nscore = \"gost\"", "s.toml:6", "Did you mean 'ghost'?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const auto spec = parse_spec(with(row.from, row.to), "s.toml");
    REQUIRE(!spec.has_value());
    CHECK(spec.error().where == row.place);
    CHECK_MESSAGE(spec.error().text().find(row.words) != std::string::npos, spec.error().text());
  }
}

TEST_CASE("a variant plays under its own name with its own settings") {
  const std::string variant = "\n[variants.half-and-half]\nstrategy = \"symbiont\"\nemployee_share = 5000\n";
  const auto spec = parse_spec(with("\"poacher\"", "\"half-and-half\"") + variant, "s.toml");
  REQUIRE_MESSAGE(spec.has_value(), spec.error().text());
  const StrategyEntry& entry = *spec->of(tt::rules::Role::kCapitalist).strategies[0];
  CHECK(entry.name == "half-and-half");
  CHECK(entry.values == Values{5'000, find_strategy("symbiont")->values[1]});
  CHECK(entry.make() != nullptr);
  CHECK(spec->canonical().find("variant half-and-half symbiont 5000 10000\n") != std::string::npos);
  const auto other = parse_spec(with("\"poacher\"", "\"half-and-half\"") + variant + "price = 0\n", "s.toml");
  REQUIRE(other.has_value());
  CHECK(other->hash() != spec->hash());
}

TEST_CASE("a variant's mistakes are refused with their line") {
  struct Row {
    const char* text;
    const char* words;
  };
  const std::vector<Row> rows{
      {"[variants.x]\nstrategy = \"symbiot\"\n", "Did you mean 'symbiont'?"},
      {"[variants.x]\nstrategy = \"poacher\"\n", "no strategy with settings 'poacher'"},
      {"[variants.x]\nstrategy = \"symbiont\"\nemployee_shares = 1\n", "Did you mean 'employee_share'?"},
      {"[variants.x]\nstrategy = \"symbiont\"\nemployee_share = 9000\n", "from 500 to 6000"},
      {"[variants.poacher]\nstrategy = \"symbiont\"\n", "name of a strategy or bot already"},
      {"[variants.Bad]\nstrategy = \"symbiont\"\n", "no name for a variant"},
      {"[variants.x]\nprice = 1\n", "variants.x.strategy is missing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto spec = parse_spec(tt::test::small_spec_text() + row.text, "s.toml");
    REQUIRE(!spec.has_value());
    CHECK_MESSAGE(spec.error().text().find(row.words) != std::string::npos, spec.error().text());
    CHECK(spec.error().where.starts_with("s.toml:1"));
  }
}

TEST_CASE("a spec without any seats is refused") {
  const auto spec = parse_spec("name = \"x\"\nscenario = \"hamlet\"\nmaster_seed = 1\nworlds = 1\n", "s.toml");
  REQUIRE(!spec.has_value());
  CHECK(spec.error().what.find("[capitalists]") != std::string::npos);
}

TEST_CASE("a file that is not there is refused") {
  const auto spec = read_spec("no/such/spec.toml");
  REQUIRE(!spec.has_value());
  CHECK(spec.error().where == "no/such/spec.toml");
}

TEST_CASE("the hash names the conditions, not the way they are written") {
  const Spec spec = tt::test::small_spec();
  CHECK(spec.hash().size() == 64);
  CHECK(parse_spec("# a comment\n" + with("worlds = 2", "worlds = 0x2"), "other.toml")->hash() == spec.hash());
  CHECK(parse_spec(with("worlds = 2", "worlds = 3"), "s.toml")->hash() != spec.hash());
  CHECK(parse_spec(with("\"poacher\", \"cost-cutter\"", "\"cost-cutter\", \"poacher\""), "s.toml")->hash() !=
        spec.hash());
}

TEST_CASE("the example is a valid spec") {
  CHECK(read_spec(tt::test::source_folder() + "/docs/examples/first-tournament.toml").has_value());
}

TEST_CASE("the nearest name is the one of fewest edits") {
  constexpr std::array<std::string_view, 3> kNames{"seats", "strategies", "scenario"};
  CHECK(tt::rules::nearest("seat", kNames) == "seats");
  CHECK(tt::rules::nearest("strategys", kNames) == "strategies");
  CHECK(tt::rules::nearest("", kNames) == "seats");
}
