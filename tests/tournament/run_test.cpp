#include <doctest/doctest.h>

#include <filesystem>
#include <span>

#include "persistence/verify.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/match.hpp"
#include "tournament/results.hpp"
#include "tournament/schedule.hpp"

using namespace tt;
using namespace tt::tournament;
using test::TempFolder;

namespace {

std::filesystem::path spec_in(const TempFolder& folder) {
  return test::write_text(folder / "small.toml", test::small_spec_text());
}

}  // namespace

TEST_CASE("a run leaves what it printed, and its results") {
  const TempFolder folder;
  const auto spec = spec_in(folder);
  const auto one = test::run({.spec = spec, .out = folder / "one", .jobs = 1});
  REQUIRE_MESSAGE(one.code == 0, one.err);
  const auto files = test::lasting_files(folder / "one");
  for (const auto& [name, bytes] : files) CHECK_MESSAGE(bytes.size() > 100, name);
  CHECK(files.at("standings.txt") == one.out);
}

TEST_CASE("a tournament played bit by bit is the same as one played at once") {
  const TempFolder folder;
  const auto spec = spec_in(folder);
  REQUIRE(test::run({.spec = spec, .out = folder / "whole", .jobs = 2}).code == 0);
  for (const std::uint64_t bit : {1, 4, 2}) {
    const auto part = test::run({.spec = spec, .out = folder / "bits", .jobs = 2, .matches_max = bit});
    REQUIRE_MESSAGE(part.code == 0, part.err);
    CHECK(part.out.empty());
    CHECK(part.err.find("run it again to go on") != std::string::npos);
  }
  const auto rest = test::run({.spec = spec, .out = folder / "bits", .jobs = 1});
  REQUIRE_MESSAGE(rest.code == 0, rest.err);
  CHECK(rest.err.find("7 of 12 matches were there already") != std::string::npos);
  CHECK(test::lasting_files(folder / "whole") == test::lasting_files(folder / "bits"));
}

TEST_CASE("a finished tournament run again only tells its standings again") {
  const TempFolder folder;
  const auto spec = spec_in(folder);
  const auto first = test::run({.spec = spec, .out = folder / "out", .jobs = 2});
  const auto files = test::lasting_files(folder / "out");
  const auto second = test::run({.spec = spec, .out = folder / "out", .jobs = 2});
  CHECK(second.code == 0);
  CHECK(second.out == first.out);
  CHECK(test::lasting_files(folder / "out") == files);
}

TEST_CASE("every recorded match has a file beside it that verifies") {
  const TempFolder folder;
  REQUIRE(test::run({.spec = spec_in(folder), .out = folder / "out", .jobs = 2}).code == 0);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "out" / "worlds")) {
    CAPTURE(entry.path().string());
    const auto report = persistence::verify(entry.path());
    REQUIRE(report.has_value());
    CHECK_MESSAGE(report->sound(), report->problem);
    ++files;
  }
  CHECK(files == tournament::Schedule(test::small_spec()).matches());
}

TEST_CASE("results written anew are the same to the byte, however many were recorded at a time") {
  const TempFolder folder;
  const Spec spec = parse_spec("score = \"laurels\"\n" + test::small_spec_text(), "small.toml").value();
  const Schedule schedule(spec);
  std::vector<MatchResult> played;
  for (std::uint64_t i = 0; i < 3; ++i) {
    const MatchPlan plan = schedule.match(i);
    played.push_back(play_match(rules::found_world(spec.scenario, plan.world_seed), spec, plan).result);
  }
  const auto path = folder / "results.sqlite";
  auto one_by_one = Results::create(path, spec);
  REQUIRE(one_by_one.has_value());
  for (const MatchResult& match : played) REQUIRE(one_by_one->add(std::span(&match, 1)).has_value());
  const auto many_times = test::read_bytes(path);
  REQUIRE(Results::rewrite(path, spec, played).has_value());
  CHECK(test::read_bytes(path) != many_times);  // SQLite counts
  CHECK(one_by_one->read().value() == played);  // the file that was
  CHECK(Results::open(path, spec)->read().value() == played);

  const auto at_once = folder / "at once.sqlite";
  auto together = Results::create(at_once, spec);
  REQUIRE(together.has_value());
  REQUIRE(together->add(played).has_value());
  CHECK(together->count() == 3);
  REQUIRE(Results::rewrite(at_once, spec, played).has_value());
  CHECK(test::read_bytes(at_once) == test::read_bytes(path));
}

TEST_CASE("another spec is refused in the same folder, and says what differs") {
  const TempFolder folder;
  REQUIRE(test::run({.spec = spec_in(folder), .out = folder / "out", .jobs = 1, .matches_max = 1}).code == 0);
  std::string text = test::small_spec_text();
  text.replace(text.find("ticks = 8"), 9, "ticks = 9");
  const auto other = test::write_text(folder / "other.toml", text);
  const auto before = test::read_bytes(folder / "out" / "results.sqlite");
  const auto refused = test::run({.spec = other, .out = folder / "out", .jobs = 1});
  CHECK(refused.code == 2);
  CHECK(refused.err.find("'ticks 8' there, 'ticks 9' now") != std::string::npos);
  CHECK(test::read_bytes(folder / "out" / "results.sqlite") == before);
}

TEST_CASE("going on without the file of a recorded match is refused") {
  const TempFolder folder;
  const auto spec = spec_in(folder);
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 1, .matches_max = 2}).code == 0);
  std::filesystem::remove(folder / "out" / "worlds" / tournament::match_file_name(0, 1));
  const auto refused = test::run({.spec = spec, .out = folder / "out", .jobs = 1});
  CHECK(refused.code == 2);
  CHECK(refused.err.find("000000-01.world") != std::string::npos);
}

TEST_CASE("a folder of something else is refused") {
  const TempFolder folder;
  const auto spec = spec_in(folder);
  std::filesystem::create_directory(folder / "out");
  test::write_text(folder / "out" / "results.sqlite", "not a database, but long enough to be looked at as one");
  const auto refused = test::run({.spec = spec, .out = folder / "out", .jobs = 1});
  CHECK(refused.code == 2);
  CHECK(test::read_bytes(folder / "out" / "results.sqlite").starts_with("not a database"));
}

TEST_CASE("a bad spec is refused before anything is made") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "bad.toml", "name = 1\n");
  const auto refused = test::run({.spec = spec, .out = folder / "out", .jobs = 1});
  CHECK(refused.code == 2);
  CHECK(refused.err.find("bad.toml:1") != std::string::npos);
  CHECK(!std::filesystem::exists(folder / "out"));
}

TEST_CASE("standings as JSON are one object on one line") {
  const TempFolder folder;
  const auto told = test::run({.spec = spec_in(folder), .out = folder / "out", .jobs = 2, .json = true});
  REQUIRE(told.code == 0);
  CHECK(told.out.starts_with("{\"tournament\":\"Small\""));
  CHECK(told.out.ends_with("}\n"));
  CHECK(told.out.find("\"strategy\":\"cost-cutter\"") != std::string::npos);
}
