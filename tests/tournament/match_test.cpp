#include "tournament/match.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "persistence/restore.hpp"
#include "persistence/verify.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"

using namespace tt;
using namespace tt::tournament;

namespace {

rules::World founded(const Spec& spec, const MatchPlan& plan) {
  return rules::found_world(spec.scenario, plan.world_seed);
}

/// Two orders that the rules refuse and one that they take, every tick.
class Careless final : public Strategy {
 public:
  std::vector<rules::Action> decide(const rules::PublicView&, const rules::PrivateView&, std::uint64_t) override {
    return {rules::SetEffort{1}, rules::SetSpending{5'000}, rules::SetEffort{-1}};
  }
};

/// More orders than anybody may give.
class Flood final : public Strategy {
 public:
  std::vector<rules::Action> decide(const rules::PublicView&, const rules::PrivateView&, std::uint64_t) override {
    return std::vector<rules::Action>(100, rules::SetSpending{5'000});
  }
};

}  // namespace

TEST_CASE("a match played twice is the same match") {
  const Spec spec = test::small_spec();
  const MatchPlan plan = Schedule(spec).match(3);
  const rules::World world = founded(spec, plan);
  const Match once = play_match(world, spec, plan);
  const Match again = play_match(world, spec, plan);
  CHECK(once.result == again.result);
  CHECK(once.journal.size() == again.journal.size());
  CHECK(once.result.ticks == spec.ticks);
  CHECK(once.result.seats.size() == plan.seatings.size());
}

TEST_CASE("every match of a tournament verifies and replays to the recorded hash") {
  const test::TempFolder folder;
  const Spec spec = test::small_spec();
  const Schedule schedule(spec);
  for (std::uint64_t i = 0; i < schedule.matches(); ++i) {
    const MatchPlan plan = schedule.match(i);
    const Match match = play_match(founded(spec, plan), spec, plan);
    REQUIRE(write_match(folder.path(), spec, match).has_value());
    const auto path = folder / match_file_name(plan.block, plan.order);
    const auto report = persistence::verify(path);
    REQUIRE(report.has_value());
    CHECK_MESSAGE(report->sound(), report->problem);
    CHECK(report->ticks == spec.ticks);
    CHECK(report->entries == match.journal.size());
    auto file = persistence::WorldFile::open(path);
    REQUIRE(file.has_value());
    const auto world = persistence::replay(*file, std::nullopt);
    REQUIRE(world.has_value());
    CHECK(world->last_hash == match.result.state_hash);
  }
}

TEST_CASE("a file left by a killed run is replaced") {
  const test::TempFolder folder;
  const Spec spec = test::small_spec();
  const MatchPlan plan = Schedule(spec).match(0);
  const auto path = test::write_text(folder / match_file_name(plan.block, plan.order), "half a file");
  test::write_text(folder / (path.filename().string() + "-wal"), "and its journal");
  REQUIRE(write_match(folder.path(), spec, play_match(founded(spec, plan), spec, plan)).has_value());
  CHECK(persistence::verify(path)->sound());
}

TEST_CASE("orders that the rules refuse are dropped and counted by reason") {
  const StrategyEntry careless = entry_of<Careless>("careless", kEveryone, "");
  const StrategyEntry flood = entry_of<Flood>("flood", kEveryone, "");
  Spec spec = test::small_spec();
  spec.fields[0].strategies = {&careless, &flood};
  const MatchPlan plan = Schedule(spec).match(0);
  const Match match = play_match(founded(spec, plan), spec, plan);
  for (const SeatResult& seat : match.result.seats) {
    const std::uint32_t refused = std::accumulate(seat.rejections.begin(), seat.rejections.end(), 0U);
    if (seat.strategy == "careless") {
      CHECK(seat.orders == 3 * spec.ticks);
      CHECK(refused == 2 * spec.ticks);
      CHECK(seat.rejections[static_cast<std::size_t>(rules::Rejection::kEffortOutOfRange)] == refused);
    } else if (seat.strategy == "flood") {
      CHECK(seat.orders == 100 * spec.ticks);
      CHECK(seat.rejections[static_cast<std::size_t>(rules::Rejection::kTooManyActions)] == refused);
      CHECK(refused == 68 * spec.ticks);
    }
  }
  CHECK(match.journal.size() > spec.ticks);
}

TEST_CASE("places follow standings, and equals share one") {
  const Spec spec = test::small_spec();
  const Schedule schedule(spec);
  for (std::uint64_t i = 0; i < schedule.matches(); ++i) {
    const MatchPlan plan = schedule.match(i);
    const MatchResult result = play_match(founded(spec, plan), spec, plan).result;
    for (const SeatResult& a : result.seats)
      for (const SeatResult& b : result.seats) CHECK((a.place < b.place) == (a.standing > b.standing));
  }
}
