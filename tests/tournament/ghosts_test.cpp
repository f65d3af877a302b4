// Ranking by the difference each seat made, played by the runner beside the matches.
#include "tournament/ghosts.hpp"

#include <doctest/doctest.h>

#include <array>

#include "persistence/ghost.hpp"
#include "persistence/sqlite/database.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/results.hpp"

using namespace tt;
using namespace tt::tournament;
using test::TempFolder;

namespace {

std::string by_laurels() {
  return "score = \"laurels\"\n" + test::small_spec_text();
}

std::vector<MatchResult> results_of(const std::filesystem::path& folder, const Spec& spec) {
  auto results = Results::open(folder / "results.sqlite", spec);
  REQUIRE_MESSAGE(results.has_value(), results.error().text());
  return results->read().value();
}

}  // namespace

TEST_CASE("seats are ranked by what they made of their start, not by where they ended") {
  MatchResult match;
  match.seats.resize(3);
  for (std::size_t i = 0; i < 3; ++i) match.seats[i].standing = std::array{3'000, 2'000, 1'000}[i];
  match.seats[2].role = rules::Role::kMember;
  rank_seats(match);
  CHECK(match.seats[0].place == 1);
  CHECK(match.seats[2].place == 3);
  take_in_ghosts(match, std::array<rules::Bp, 3>{3'500, 1'900, 500});
  CHECK(match.seats[0].score() == -500);
  CHECK(match.seats[0].place == 3);
  CHECK(match.seats[0].place_in_role == 2);
  CHECK(match.seats[1].place == 2);
  CHECK(match.seats[2].place == 1);
  CHECK(match.seats[2].place_in_role == 1);
}

TEST_CASE("the recorded scores are those of the match files") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 2}).code == 0);
  bool any_difference = false;
  for (const MatchResult& match : results_of(folder / "out", test::small_spec())) {
    auto file = persistence::WorldFile::open(folder / "out" / "worlds" / match_file_name(match.block, match.order));
    REQUIRE(file.has_value());
    const auto scores = persistence::scores(*file);
    REQUIRE(scores.has_value());
    REQUIRE(scores->size() == match.seats.size());
    for (const persistence::SeatScore& score : *scores)
      for (const SeatResult& seat : match.seats) {
        if (seat.household != score.household) continue;
        CHECK(seat.standing == score.played.standing);
        CHECK(seat.ghost == score.ghost.standing);
        CHECK(seat.score() == score.score());
        any_difference = any_difference || seat.score() != 0;
      }
  }
  CHECK(any_difference);
}

TEST_CASE("one, two and eight jobs give the same results to the byte, ghosts or not") {
  for (const std::string& text : {test::small_spec_text(), by_laurels()}) {
    const TempFolder folder;
    const auto spec = test::write_text(folder / "small.toml", text);
    const auto one = test::run({.spec = spec, .out = folder / "1", .jobs = 1});
    REQUIRE_MESSAGE(one.code == 0, one.err);
    const auto files = test::lasting_files(folder / "1");
    for (const unsigned jobs : {2U, 8U}) {
      const auto out = folder / std::to_string(jobs);
      CHECK(test::run({.spec = spec, .out = out, .jobs = jobs}).out == one.out);
      CHECK(test::lasting_files(out) == files);
    }
  }
}

TEST_CASE("laurels alone rank where the spec says so, and no ghost is played") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", by_laurels());
  const auto ghosts = test::write_text(folder / "ghosts.toml", test::small_spec_text());
  REQUIRE(test::run({.spec = spec, .out = folder / "laurels", .jobs = 2}).code == 0);
  REQUIRE(test::run({.spec = ghosts, .out = folder / "ghosts", .jobs = 2}).code == 0);
  const auto plain = results_of(folder / "laurels", parse_spec(by_laurels(), "s.toml").value());
  const auto ranked = results_of(folder / "ghosts", test::small_spec());
  REQUIRE(plain.size() == ranked.size());
  for (std::size_t i = 0; i < plain.size(); ++i)
    for (std::size_t seat = 0; seat < plain[i].seats.size(); ++seat) {
      CHECK(!plain[i].seats[seat].ghost);
      CHECK(plain[i].seats[seat].score() == plain[i].seats[seat].standing);
      CHECK(ranked[i].seats[seat].ghost);
      CHECK(plain[i].seats[seat].standing == ranked[i].seats[seat].standing);
    }
  CHECK(test::read_bytes(folder / "laurels" / "standings.txt").find("Score: the standing, the share") !=
        std::string::npos);
  CHECK(test::read_bytes(folder / "ghosts" / "standings.txt").find("less the ghost's") != std::string::npos);
  CHECK(test::read_bytes(folder / "ghosts" / "report.json").find("\"score_half_width\"") != std::string::npos);
  CHECK(test::read_bytes(folder / "ghosts" / "report.csv").find("capitalists,standings,poacher,score,") !=
        std::string::npos);
}

TEST_CASE("results of a time without ghosts are refused with what to do, and left as they are") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 1, .matches_max = 1}).code == 0);
  const auto path = folder / "out" / "results.sqlite";
  {
    auto old = persistence::sqlite::Database::open(path, persistence::sqlite::Access::kExisting);
    REQUIRE(old.has_value());
    REQUIRE(old->run("PRAGMA user_version = 2").has_value());
  }
  const std::string before = test::read_bytes(path);
  const auto refused = test::run({.spec = spec, .out = folder / "out", .jobs = 1});
  CHECK(refused.code == 2);
  CHECK_MESSAGE(refused.err.find("have format 2; this program writes format 3") != std::string::npos, refused.err);
  CHECK(refused.err.find("new folder (--out)") != std::string::npos);
  CHECK(test::read_bytes(path) == before);
}
