#include "tournament/match.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "persistence/restore.hpp"
#include "persistence/verify.hpp"
#include "protocol/codec/views.hpp"
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

/// Does nothing, but wants to see.
class Onlooker final : public Strategy {
 public:
  std::vector<rules::Action> decide(const rules::PublicView& world, const rules::PrivateView& mine,
                                    std::uint64_t) override {
    CHECK(world.seats.size() > 1);
    CHECK(mine.usual_pay > 0);
    return {};
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

TEST_CASE("a view renewed tick after tick is the one made anew") {
  const Spec spec = test::small_spec();
  const MatchPlan plan = Schedule(spec).match(0);
  rules::World world = founded(spec, plan);
  const rules::HouseholdId seat = rules::free_seat(world, rules::Role::kCapitalist);
  REQUIRE(rules::apply(world, rules::TakeSeat{seat, 1, "random", rules::Controller::kBot}) ==
          rules::SeatRefusal::kNone);
  const auto strategy = make_strategy("random");
  const auto bytes = [](const rules::PublicView& view) {
    return protocol::encode_snapshot(view, "match").SerializeAsString();
  };
  rules::PublicView each;    // renewed in every tick
  rules::PublicView second;  // in every second
  while (!world.finished) {
    const rules::PublicView anew = rules::public_view(world);
    rules::renew_public_view(each, world);
    CHECK(bytes(each) == bytes(anew));
    if (world.tick % 2 == 0) {
      rules::renew_public_view(second, world);
      CHECK(bytes(second) == bytes(anew));
    }
    for (const rules::Action& action : strategy->decide(anew, *rules::private_view(world, seat), 5))
      static_cast<void>(rules::apply(world, seat, action));
    rules::close_tick(world);
  }
  CHECK(world.tick == spec.scenario.final_tick);
}

TEST_CASE("who decides without looking plays the same match as if it had looked") {
  const StrategyEntry looking = entry_of<Onlooker>("idle", kEveryone, "");
  Spec spec = test::small_spec();
  spec.fields[0].strategies = {find_strategy("idle"), find_strategy("idle")};
  spec.fields[1].strategies = {find_strategy("idle")};
  const MatchPlan blind = Schedule(spec).match(0);
  const rules::World world = founded(spec, blind);
  const Match unseen = play_match(world, spec, blind);
  for (Field& field : spec.fields)
    for (const StrategyEntry*& entry : field.strategies) entry = &looking;
  CHECK(play_match(world, spec, Schedule(spec).match(0)).result == unseen.result);
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
