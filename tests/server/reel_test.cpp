// The past of a world without sockets or disk: the right world at every tick, whatever is in the cache; and what a
// journal that does not hold together leads to.
#include <doctest/doctest.h>

#include <boost/asio/thread_pool.hpp>
#include <future>
#include <vector>

#include "protocol/codec/kinds.hpp"
#include "rules/state/scenario_text.hpp"
#include "server/limits.hpp"
#include "server/replay/reel.hpp"
#include "server/replay/turning_points.hpp"

using namespace tt::server;
namespace rules = tt::rules;
namespace persistence = tt::persistence;

namespace {

/// Some ticks of the smallest world, one person in it, as a journal in memory.
class PlayedJournal final : public Journal {
 public:
  explicit PlayedJournal(rules::Tick ticks) {
    rules::World world = rules::found_world(*rules::find_scenario("hamlet"), 5);
    genesis_ = {.world = "town",
                .scenario = rules::to_text(*rules::find_scenario("hamlet")),
                .title = {},
                .seed = 5,
                .rules_version = rules::kRulesVersion,
                .state_hash = rules::state_hash(world)};
    hashes.push_back(rules::state_hash(world));
    const rules::HouseholdId seat = rules::free_seat(world, rules::Role::kWorker);
    const rules::HostAction sit = rules::TakeSeat{seat, 7, "Ann", rules::Controller::kPlayer};
    REQUIRE(rules::apply(world, sit) == rules::SeatRefusal::kNone);
    entries.emplace_back(persistence::Command{sit, 7, 1});
    for (rules::Tick tick = 0; tick < ticks; ++tick) {
      const rules::Action action = rules::SetEffort{static_cast<rules::Bp>(9'000 + tick)};
      REQUIRE(rules::apply(world, seat, action) == rules::Rejection::kNone);
      entries.emplace_back(persistence::Command{persistence::SeatedAction{seat, action}, 7, 2});
      rules::close_tick(world);
      entries.emplace_back(persistence::TickClose{world.clock, rules::state_hash(world)});
      hashes.push_back(rules::state_hash(world));
    }
  }

  void append(std::uint64_t, std::vector<persistence::Entry>, Done) override {}
  void save_snapshot(std::uint64_t, std::string) override {}
  void read(std::uint64_t from_index, std::size_t at_most, Read done) override {
    std::vector<persistence::Entry> some;
    for (std::size_t at = from_index - 1; at < entries.size() && some.size() < at_most; ++at)
      some.push_back(entries[at]);
    done(std::move(some));
  }
  [[nodiscard]] const persistence::Genesis& genesis() const override { return genesis_; }

  std::vector<persistence::Entry> entries;
  std::vector<rules::Hash> hashes;  ///< by tick

 private:
  persistence::Genesis genesis_;
};

struct Projector {
  explicit Projector(rules::Tick ticks, std::size_t bytes = kKeyframeBytesMax)
      : keyframes(bytes), journal(std::make_shared<PlayedJournal>(ticks)) {
    reel = std::make_shared<Reel>(pool.get_executor(), keyframes, journal);
  }
  ~Projector() { pool.join(); }

  /// The state's hash at that tick, or why there is none.
  std::variant<rules::Hash, std::string> at(rules::Tick tick, bool whole = false) {
    std::promise<std::variant<rules::Hash, std::string>> promise;
    reel->ask(tick, whole, [&](const persistence::Result<Reel::World>& world, const Course& course) {
      gathered = course.next();
      if (world)
        promise.set_value(rules::state_hash(**world));
      else
        promise.set_value(world.error().text());
    });
    return promise.get_future().get();
  }

  Keyframes keyframes;
  std::shared_ptr<PlayedJournal> journal;
  boost::asio::thread_pool pool{1};
  std::shared_ptr<Reel> reel;
  rules::Tick gathered = 0;
};

Standing standing(rules::Bp wealth, rules::Bp livelihood, rules::Bp progress) {
  return {.wealth = wealth, .livelihood = livelihood, .progress = progress, .enterprise = rules::EnterpriseId{2}};
}

}  // namespace

TEST_CASE("every tick is found again in any order, with much memory, little and none") {
  for (const std::size_t bytes : {kKeyframeBytesMax, std::size_t{400'000}, std::size_t{0}}) {
    CAPTURE(bytes);
    Projector projector(30, bytes);
    for (const rules::Tick tick : {30U, 0U, 17U, 18U, 16U, 8U, 30U, 1U})
      CHECK(projector.at(tick) == std::variant<rules::Hash, std::string>(projector.journal->hashes[tick]));
    CHECK(projector.keyframes.bytes() <= bytes);
  }
}

TEST_CASE("the course is gathered in passing, once, and holds every tick up to the one asked for") {
  Projector projector(30);
  CHECK(projector.at(9).index() == 0);
  CHECK(projector.gathered == 10);
  CHECK(projector.at(20, true).index() == 0);
  CHECK(projector.gathered == 21);
  CHECK(projector.at(3).index() == 0);
  CHECK(projector.at(30, true).index() == 0);
  CHECK(projector.gathered == 31);
}

TEST_CASE("a journal that does not give what it gave is told by its entry, and the ticks before it stay visible") {
  Projector projector(20);
  // The close of tick 11, after the first entry and two a tick.
  std::get<persistence::TickClose>(projector.journal->entries[22]).state_hash ^= 1;
  const auto broken = projector.at(15);
  REQUIRE(broken.index() == 1);
  CHECK(std::get<std::string>(broken).find("entry 23") != std::string::npos);
  CHECK(projector.at(10) == std::variant<rules::Hash, std::string>(projector.journal->hashes[10]));
  CHECK(projector.at(15).index() == 1);
}

TEST_CASE("a tick that is not written, and a journal that is closed, are told as such") {
  Projector projector(5);
  CHECK(std::get<std::string>(projector.at(9)).find("ends before that tick") != std::string::npos);
  CHECK(projector.at(5).index() == 0);
  projector.journal.reset();
  CHECK(projector.at(5).index() == 0);  // in memory
  CHECK(std::get<std::string>(projector.at(4)).find("stopped") != std::string::npos);
}

TEST_CASE(
    "turning points are the largest changes over four ticks that do not overlap, with the event that weighs most") {
  std::vector<Standing> course(30, standing(300, 300, 300));
  for (std::size_t at = 10; at < 30; ++at) course[at] = standing(700, 350, 280);
  for (std::size_t at = 20; at < 30; ++at) course[at] = standing(700, 100, 280);
  course[29] = standing(705, 100, 280);  // noise
  const rules::HouseholdId me{9};
  std::vector<rules::Event> events(4);
  events[0] = {.tick = 9, .kind = rules::EventKind::kFounded, .enterprise = rules::EnterpriseId{5}};
  events[1] = {.tick = 10, .kind = rules::EventKind::kStrikeBegan, .enterprise = rules::EnterpriseId{2}};
  events[2] = {.tick = 11, .kind = rules::EventKind::kFounded, .subject = me, .enterprise = rules::EnterpriseId{6}};
  events[3] = {.tick = 21, .kind = rules::EventKind::kPriceMove, .enterprise = rules::EnterpriseId{2}};
  const auto points = turning_points(course, 1, me, events);
  REQUIRE(points.size() == 2);
  // Of the stretches that hold the jump the first counts: it is as large as the others, and earlier.
  CHECK(points[0].from == 6);
  CHECK(points[0].to == 10);
  REQUIRE(points[0].event);
  CHECK(points[0].event->kind == rules::EventKind::kFounded);
  CHECK(points[0].event->subject == me);
  CHECK(points[1].to == 20);
  CHECK_FALSE(points[1].event);
  CHECK(turning_points({}, 1, me, events).empty());
}

TEST_CASE("the longest unused keyframe goes first, and a reel's frames go with it") {
  const auto frame = [](rules::Tick tick) {
    rules::World world;
    world.tick = tick;
    return Keyframe{tick, std::make_shared<const rules::World>(std::move(world))};
  };
  Keyframes keyframes(30);
  const auto reel = keyframes.new_reel();
  const auto other = keyframes.new_reel();
  keyframes.keep(reel, frame(1), 10);
  keyframes.keep(reel, frame(5), 10);
  keyframes.keep(other, frame(3), 10);
  CHECK(keyframes.nearest(reel, 4)->world->tick == 1);
  keyframes.keep(other, frame(9), 10);  // tick 5 was used least
  CHECK(keyframes.nearest(reel, 7)->world->tick == 1);
  CHECK(keyframes.bytes() == 30);
  keyframes.keep(other, frame(20), 31);
  CHECK(keyframes.nearest(other, 30)->world->tick == 9);
  keyframes.drop(other);
  CHECK_FALSE(keyframes.nearest(other, 30));
  CHECK(keyframes.bytes() == 10);
}
