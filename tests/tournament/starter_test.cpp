// The beginnings of a bot in every language: written, checked, and better than doing nothing.
#include <doctest/doctest.h>

#include <unistd.h>

#include <cstdlib>
#include <sstream>

#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/bots/compliance.hpp"
#include "tournament/bots/spec_bots.hpp"
#include "tournament/bots/starter.hpp"
#include "tournament/match.hpp"
#include "tournament/schedule.hpp"
#include "tournament/standings.hpp"

using namespace tt;
using namespace tt::tournament;
using test::TempFolder;

namespace {

/// A folder a language, written and, where that is needed, built: once for all tests.
class Starters {
 public:
  Starters() {
    for (const std::string_view language : starter_languages()) make(std::string(language));
  }

  [[nodiscard]] std::filesystem::path of(std::string_view language) const { return folder_ / std::string(language); }

 private:
  void make(const std::string& language) {
    std::ostringstream out;
    std::ostringstream err;
    REQUIRE_MESSAGE(new_bot(language, of(language), out, err) == 0, err.str());
    CHECK(out.str().find("technotariat bot check " + std::string(starter_command(language))) != std::string::npos);
    if (language != "cpp") return;
    const std::string build =
        "cd '" + of(language).string() + "' && g++ -std=c++17 -O1 -Wall -Wextra -Werror -o bot bot.cpp";
    REQUIRE(std::system(build.c_str()) == 0);
  }

  TempFolder folder_;
};

const Starters& starters() {
  static const Starters kAll;
  return kAll;
}

Program program_of(const std::string& language, const std::filesystem::path& folder) {
  return {.name = "mine", .words = words_of(starter_command(language)), .folder = folder};
}

/// The starter and `idle` in the two seats of that section.
Spec duel(const std::string& language, const std::filesystem::path& folder, const std::string& section) {
  const std::string text =
      "name = \"Duel\"\nscenario = \"hamlet\"\nmaster_seed = 5\nworlds = 3\n[time]\nclocks = false\n" +
      std::string("[bots.mine]\ncommand = \"") + std::string(starter_command(language)) + "\"\n[" + section +
      "]\nseats = 2\nstrategies = [\"mine\", \"idle\"]\n";
  return parse_spec(text, folder / "duel.toml").value();
}

std::vector<MatchResult> play_all(const Spec& spec) {
  std::vector<MatchResult> matches;
  const Schedule schedule(spec);
  BotPool pool({});
  for (std::uint64_t number = 0; number < schedule.matches(); ++number) {
    const MatchPlan plan = schedule.match(number);
    matches.push_back(play_match(rules::found_world(spec.scenario, plan.world_seed), spec, plan, pool).result);
  }
  return matches;
}

}  // namespace

TEST_CASE("the beginnings of a bot keep to the protocol, in every language") {
  for (const std::string_view language : starter_languages()) {
    CAPTURE(language);
    const Program program = program_of(std::string(language), starters().of(language));
    const Compliance compliance = check_program(program, kAllRoles);
    CHECK_MESSAGE(compliance.passed(), to_text(compliance, program));
    CHECK(compliance.trials.size() == 3);
    for (const Trial& trial : compliance.trials) CHECK(trial.answered == trial.asked);
  }
}

TEST_CASE("the beginnings of a bot beat idle in every role, and play alike in every language") {
  for (const char* section : {"capitalists", "members", "workers"}) {
    CAPTURE(section);
    std::vector<MatchResult> first;
    for (const std::string_view language : starter_languages()) {
      CAPTURE(language);
      const Spec spec = duel(std::string(language), starters().of(language), section);
      const auto matches = play_all(spec);
      const Standings standings = standings_of(spec, matches);
      CHECK(standings.lines.front().strategy == "mine");
      for (const MatchResult& match : matches)
        for (const SeatResult& seat : match.seats) CHECK(seat.conduct == Conduct{});
      if (first.empty()) first = matches;
      CHECK(matches == first);
    }
  }
}

TEST_CASE("the tournament that comes with a bot is a valid one that it plays in") {
  for (const std::string_view language : starter_languages()) {
    const TempFolder folder;
    REQUIRE(write_starter(language, folder.path()).has_value());
    const auto spec = read_spec(folder / "cup.toml");
    REQUIRE_MESSAGE(spec.has_value(), spec.error().text());
    REQUIRE(spec->bots.size() == 1);
    CHECK(spec->bots.front()->program.words == words_of(starter_command(language)));
    CHECK(test::read_bytes(folder / "README.md").find('@') == std::string::npos);
  }
}

TEST_CASE("a new bot overwrites nothing, and a language that is not known is named") {
  const TempFolder folder;
  test::write_text(folder / "cup.toml", "mine");
  std::ostringstream out;
  std::ostringstream err;
  CHECK(new_bot("python", folder.path(), out, err) == 2);
  CHECK(err.str().find("cup.toml") != std::string::npos);
  CHECK(test::read_bytes(folder / "cup.toml") == "mine");
  CHECK(!std::filesystem::exists(folder / "bot.py"));
  CHECK(new_bot("pyton", folder / "other", out, err) == 2);
  CHECK(err.str().find("did you mean python?") != std::string::npos);
  CHECK(!std::filesystem::exists(folder / "other"));
}
