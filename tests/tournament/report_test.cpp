#include "tournament/report/report.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/tournament.hpp"

using namespace tt;
using namespace tt::tournament;
using test::TempFolder;

namespace {

/// A capitalist's match in which the seats ended with these standings.
MatchResult match_of(std::uint32_t world, const std::vector<std::pair<const char*, rules::Bp>>& seats) {
  MatchResult match;
  match.world = world;
  for (const auto& [name, standing] : seats) {
    SeatResult seat;
    seat.seat = static_cast<std::uint32_t>(match.seats.size());
    seat.strategy = name;
    seat.standing = standing;
    seat.place = seat.place_in_role = 1;
    for (const auto& other : seats)
      if (other.second > standing) ++seat.place_in_role;
    match.seats.push_back(seat);
  }
  return match;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the seats of a role become games with the world as seed and equal standings tied") {
  const std::vector<MatchResult> matches{match_of(0, {{"a", 500}, {"b", 300}}), match_of(1, {{"b", 400}, {"c", 400}})};
  const rating::Games games = report::games_of(matches, rules::Role::kCapitalist);
  CHECK(games.strategies == std::vector<std::string>{"a", "b", "c"});
  CHECK(games.clusters == 2);
  REQUIRE(games.games.size() == 2);
  CHECK(games.games[0].entrants[1].rank == 2);
  CHECK(games.games[0].entrants[0].score == doctest::Approx(5));
  CHECK(games.games[1].entrants[0].rank == games.games[1].entrants[1].rank);
  CHECK(games.games[1].cluster == 1);
  CHECK(report::games_of(matches, rules::Role::kWorker).games.empty());
}

TEST_CASE("a played tournament leaves a page that needs nothing else, and names every match") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 2}).code == 0);
  const std::string page = test::read_bytes(folder / "out" / "report.html");
  CHECK(page.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
  for (const char* foreign : {"<script", "<link", "<img", " style=", "url(", "@import"})
    CHECK_MESSAGE(page.find(foreign) == std::string::npos, foreign);
  CHECK(count_of(page, "/town\">") == 12);
  CHECK(count_of(page, "<table") == count_of(page, "</table>"));
  CHECK(count_of(page, "<details") == count_of(page, "</details>"));
  CHECK(page.find("cost-cutter") != std::string::npos);
  CHECK(test::read_bytes(folder / "out" / "report.json").starts_with("{\"tournament\":\"Small\""));
  CHECK(test::read_bytes(folder / "out" / "report.csv").starts_with("role,section,row,column,value\n"));
}

TEST_CASE("the report is written again from the folder alone, with other links if asked") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 2}).code == 0);
  const std::string before = test::read_bytes(folder / "out" / "report.html");
  std::filesystem::remove(folder / "out" / "report.html");
  std::ostringstream out;
  std::ostringstream err;
  CHECK(report_tournament({folder / "out", "", links_on(kServerHere)}, out, err) == 0);
  CHECK(test::read_bytes(folder / "out" / "report.html") == before);
  CHECK(report_tournament({folder / "out", "", links_on("https://league.example")}, out, err) == 0);
  CHECK(test::read_bytes(folder / "out" / "report.html").find("https://league.example/w/000000-00/town") !=
        std::string::npos);
  CHECK(report_tournament({folder / "out", "", ""}, out, err) == 0);
  const std::string unlinked = test::read_bytes(folder / "out" / "report.html");
  CHECK(count_of(unlinked, "href=\"#") > 0);
  CHECK(count_of(unlinked, "href=") == count_of(unlinked, "href=\"#"));
  CHECK(count_of(unlinked, "000000-00") == 1);
}

TEST_CASE("a tournament that is not over has no report, and says how far it is") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 1, .matches_max = 2}).code == 0);
  std::ostringstream out;
  std::ostringstream err;
  CHECK(report_tournament({folder / "out", "", links_on(kServerHere)}, out, err) == 2);
  CHECK(err.str().find("2 of 12 matches") != std::string::npos);
}
