#include "tournament/standings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/tournament/small_tournament.hpp"
#include "tournament/schedule.hpp"

using namespace tt;
using namespace tt::tournament;
using rules::Role;

namespace {

/// Two capitalists in two worlds and two seat orders, with standings as given: [world][order] of the first, in bp; the
/// second has what is left of 10 000.
struct Fixture {
  Spec spec = test::small_spec();
  std::vector<MatchResult> matches;

  explicit Fixture(const std::vector<std::vector<rules::Bp>>& of_first) {
    spec.fields[0].strategies = {find_strategy("poacher"), find_strategy("idle")};
    spec.fields[1] = {};
    spec.worlds = static_cast<std::uint32_t>(of_first.size());
    const Schedule schedule(spec);
    for (std::uint64_t i = 0; i < schedule.matches(); ++i) {
      const MatchPlan plan = schedule.match(i);
      const rules::Bp first = of_first[plan.world][plan.order];
      MatchResult match{.block = plan.block, .order = plan.order, .world = plan.world};
      for (const Seating& seating : plan.seatings) {
        const bool is_first = seating.strategy->name == "poacher";
        const rules::Bp mine = is_first ? first : 10'000 - first;
        const std::uint32_t place = mine < 5'000 ? 2 : 1;
        SeatResult seat{.role = seating.role,
                        .seat = seating.seat,
                        .strategy = std::string(seating.strategy->name),
                        .standing = mine,
                        .place = place,
                        .place_in_role = place,
                        .orders = 10};
        if (is_first) seat.rejections[3] = 2;
        match.seats.push_back(seat);
      }
      matches.push_back(match);
    }
  }
};

}  // namespace

TEST_CASE("a score is the mean over worlds, its interval Student's over worlds") {
  const Fixture played({{6'000, 7'000}, {8'000, 9'000}, {5'000, 5'000}});
  const Standings standings = standings_of(played.spec, played.matches);
  REQUIRE(standings.lines.size() == 2);
  const Line& best = standings.lines[0];
  CHECK(best.strategy == "poacher");
  CHECK(best.games == 6);
  // World means 65, 85, 50: mean 66.67, standard deviation 17.56, t(0.975, 2) = 4.303.
  CHECK(best.score.mean == doctest::Approx(66.6667).epsilon(1e-5));
  CHECK(best.score.half_width == doctest::Approx(4.3027 * 17.5594 / std::sqrt(3.0)).epsilon(1e-4));
  CHECK(best.standing.mean == best.score.mean);
  REQUIRE(standings.differences.size() == 1);
  // Both sum to a hundred, so differences are 30, 70, 0: twice as wide.
  CHECK(standings.differences[0].points.mean == doctest::Approx(33.3333).epsilon(1e-5));
  CHECK(standings.differences[0].points.half_width == doctest::Approx(2 * best.score.half_width));
  CHECK(!standings.differences[0].points.excludes_zero());
}

TEST_CASE("who made more of a worse start is ahead, with the plain standing beside it") {
  Fixture played({{6'000, 7'000}, {8'000, 9'000}, {5'000, 5'000}});
  for (MatchResult& match : played.matches)
    for (SeatResult& seat : match.seats) seat.ghost = seat.strategy == "poacher" ? 7'000 : 2'000;
  const Standings standings = standings_of(played.spec, played.matches);
  CHECK(standings.lines[0].strategy == "idle");
  CHECK(standings.lines[0].score.mean == doctest::Approx(13.3333).epsilon(1e-5));
  CHECK(standings.lines[0].standing.mean == doctest::Approx(33.3333).epsilon(1e-5));
  CHECK(standings.lines[1].score.mean == doctest::Approx(-3.3333).epsilon(1e-5));
  CHECK(standings.differences[0].points.mean == doctest::Approx(16.6667).epsilon(1e-5));
}

TEST_CASE("a shared lead counts in parts, and the parts make a whole") {
  const Fixture played({{6'000, 7'000}, {8'000, 9'000}, {5'000, 5'000}});
  const Standings standings = standings_of(played.spec, played.matches);
  CHECK(standings.lines[0].first_in_role == doctest::Approx(5.0 / 6));
  CHECK(standings.lines[1].first_in_role == doctest::Approx(1.0 / 6));
  REQUIRE(standings.roles.size() == 1);
  CHECK(standings.roles[0].wins == doctest::Approx(1));
  CHECK(standings.roles[0].wins_if_alike == doctest::Approx(1));
}

TEST_CASE("refused orders are summed by strategy and told with their reason") {
  const Fixture played({{6'000, 7'000}, {8'000, 9'000}});
  const Standings standings = standings_of(played.spec, played.matches);
  CHECK(standings.lines[0].orders == 40);
  CHECK(standings.lines[0].refused == 8);
  CHECK(standings.lines[1].refused == 0);
  const std::string text = to_text(played.spec, standings);
  CHECK(text.find("poacher (capitalist): 8 x You have used all your actions") != std::string::npos);
}

TEST_CASE("one world gives means without intervals") {
  const Fixture played({{6'000, 7'000}});
  const Standings standings = standings_of(played.spec, played.matches);
  CHECK(std::isinf(standings.lines[0].standing.half_width));
  CHECK(to_json(played.spec, standings).find("\"standing_half_width\":null") != std::string::npos);
}

TEST_CASE("tables for people are narrow enough to read and CSV has as many cells as columns") {
  const Fixture played({{6'000, 7'000}, {8'000, 9'000}});
  const std::string text = to_text(played.spec, standings_of(played.spec, played.matches));
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) CHECK(text.find('\n', at) - at <= 130);
  const std::string csv = to_csv(played.matches);
  const std::string head = csv.substr(0, csv.find('\n'));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + static_cast<std::ptrdiff_t>(2 * played.matches.size()));
  CHECK(std::count(csv.begin(), csv.end(), ',') ==
        std::count(csv.begin(), csv.end(), '\n') * std::count(head.begin(), head.end(), ','));
}
