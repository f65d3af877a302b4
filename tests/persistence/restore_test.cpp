#include "persistence/restore.hpp"

#include <doctest/doctest.h>

#include "protocol/codec/views.hpp"
#include "tests/persistence/examples.hpp"
#include "tests/persistence/play.hpp"
#include "tests/persistence/raw.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

Restored restored(WorldFile& file) {
  auto result = restore(file);
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().text()));
  return std::move(*result);
}

std::string published(const rules::PublicView& view) {
  return protocol::encode_snapshot(view, "w").SerializeAsString();
}

/// Six ticks, with a snapshot after the fourth and something going on in the seventh.
void play_on(test::Play& play) {
  for (int tick = 0; tick < 6; ++tick) {
    play.act(12);
    play.close();
    if (tick == 3) play.save_snapshot();
  }
  play.act(12);
  play.leave();  // seen at once by whoever asks for a view now, so a view of the last close must be older
}

}  // namespace

TEST_CASE("a restored world is the one that was running, to the last pending action") {
  const test::TempFolder folder;
  test::Play play(folder / "w", test::seed());
  play_on(play);
  const Restored back = restored(play.file());
  CHECK(rules::state_hash(back.world) == rules::state_hash(play.world()));
  CHECK(rules::save(back.world) == rules::save(play.world()));
  CHECK(back.last_index == play.file().last_index());
  CHECK(published(back.last_close) == published(play.last_close()));
  CHECK(back.world.scenario.title == "Played");
}

TEST_CASE("with, without and despite snapshots the same world comes back") {
  const test::TempFolder folder;
  std::string expected;
  std::string expected_close;
  {
    test::Play play(folder / "w", test::seed());
    play_on(play);
    expected = rules::save(play.world());
    expected_close = published(play.last_close());
  }
  const char* const changes[] = {
      "SELECT 1",
      "UPDATE snapshot SET state = x'00'",
      "DELETE FROM snapshot",
  };
  for (const char* change : changes) {
    CAPTURE(std::string(change));
    test::sql(folder / "w", change);
    auto file = WorldFile::open(folder / "w");
    REQUIRE(file.has_value());
    const Restored back = restored(*file);
    CHECK(rules::save(back.world) == expected);
    CHECK(published(back.last_close) == expected_close);
    const auto replayed = replay(*file, std::nullopt);
    REQUIRE(replayed.has_value());
    CHECK(rules::save(*replayed) == expected);
  }
}

TEST_CASE("a sealed snapshot of the wrong state is not believed") {
  const test::TempFolder folder;
  test::Play play(folder / "w", test::seed());
  play_on(play);
  play.close();
  rules::World wrong = play.world();
  wrong.households.cash[rules::HouseholdId{0}] += 1;
  wrong.households.cash[rules::HouseholdId{1}] -= 1;
  REQUIRE(play.file().save_snapshot(play.file().last_index(), rules::save(wrong)).has_value());
  CHECK(rules::save(restored(play.file()).world) == rules::save(play.world()));
}

TEST_CASE("a world in which nothing happened yet is restored as founded") {
  const test::TempFolder folder;
  const Genesis genesis = test::hamlet(5);
  auto file = WorldFile::create(folder / "w", genesis);
  REQUIRE(file.has_value());
  const Restored back = restored(*file);
  CHECK(rules::state_hash(back.world) == genesis.state_hash);
  CHECK(back.last_index == 0);
  CHECK(back.recent.empty());
  CHECK(back.last_close.world.tick == 0);
}

TEST_CASE("replay stops after the tick it is asked for and tells every close on the way") {
  const test::TempFolder folder;
  test::Play play(folder / "w", test::seed());
  play_on(play);
  std::vector<rules::Tick> ticks;
  const auto world = replay(play.file(), rules::Tick{4}, [&](const rules::World& at, rules::Hash hash) {
    CHECK(rules::state_hash(at) == hash);
    ticks.push_back(at.tick);
  });
  REQUIRE(world.has_value());
  CHECK(world->tick == 4);
  CHECK(ticks == std::vector<rules::Tick>{0, 1, 2, 3, 4});
  CHECK(replay(play.file(), rules::Tick{0})->tick == 0);
  const auto later = replay(play.file(), rules::Tick{99});
  REQUIRE(later.has_error());
  CHECK(later.error().remedy.find("up to 6") != std::string::npos);
}

TEST_CASE("recent requests are the last of each player, with entry and tick, from before the snapshot too") {
  const test::TempFolder folder;
  test::Play play(folder / "w", test::seed());
  play_on(play);
  const Restored back = restored(play.file());
  REQUIRE_FALSE(back.recent.empty());
  std::size_t at = 0;
  rules::Tick tick = 0;
  REQUIRE(play.file()
              .read(1,
                    [&](std::uint64_t index, const Entry& entry) {
                      if (std::holds_alternative<TickClose>(entry)) {
                        ++tick;
                        return;
                      }
                      REQUIRE(at < back.recent.size());
                      const RecentRequest& recent = back.recent[at++];
                      CHECK(recent.player == 42);
                      CHECK(recent.request_id == std::get<Command>(entry).request_id);
                      CHECK(recent.index == index);
                      CHECK(recent.number == at);
                      CHECK(recent.tick == tick);
                    })
              .has_value());
  CHECK(at == back.recent.size());
}

TEST_CASE("of each player only so many requests are remembered") {
  const test::TempFolder folder;
  const rules::World world = *found(test::hamlet(5));
  auto file = WorldFile::create(folder / "w", test::hamlet(5));
  REQUIRE(file.has_value());
  const rules::HouseholdId seat = rules::free_seat(world, rules::Role::kWorker);
  std::vector<Entry> entries;
  for (std::uint64_t request = 1; request <= 400; ++request) {
    rules::HostAction change = rules::SetController{seat, rules::Controller::kVacant};
    if (request % 2 == 1) change = rules::TakeSeat{seat, 1, "Ada", rules::Controller::kPlayer};
    entries.emplace_back(Command{std::move(change), request <= 10 ? std::uint64_t{1} : 2, request});
  }
  REQUIRE(file->append(entries).has_value());
  const Restored back = restored(*file);
  REQUIRE(back.recent.size() == 10 + kRecentPerPlayer);
  CHECK(back.recent.front().request_id == 1);
  CHECK(back.recent[10].request_id == 400 - kRecentPerPlayer + 1);
  CHECK(back.recent.back().request_id == 400);
}

TEST_CASE("a journal the rules do not agree with is refused at the entry") {
  const test::TempFolder folder;
  test::Play play(folder / "w", test::seed());
  play.close();
  const std::uint64_t next = play.file().last_index() + 1;
  Entry wrong = TickClose{};
  SUBCASE("an action they refuse") {
    wrong = Command{SeatedAction{rules::HouseholdId{0}, rules::SetEffort{1}}, 1, 1};
  }
  SUBCASE("a seat they refuse") {
    wrong = Command{rules::SetController{rules::HouseholdId{9'999}, {}}, 1, 1};
  }
  SUBCASE("another state") {
    wrong = TickClose{play.world().clock + 1, 1};
  }
  SUBCASE("another number") {
    rules::World after = play.world();
    rules::close_tick(after);
    wrong = TickClose{after.clock + 1, rules::state_hash(after)};
  }
  REQUIRE(play.file().append({&wrong, 1}).has_value());
  const auto result = restore(play.file());
  REQUIRE(result.has_error());
  CHECK(result.error().where.ends_with(", entry " + std::to_string(next)));
  CHECK(replay(play.file(), std::nullopt).has_error());
}

TEST_CASE("a genesis that founds another world, or none, is refused") {
  const test::TempFolder folder;
  Genesis genesis = test::hamlet(5);
  genesis.state_hash += 1;
  auto other = WorldFile::create(folder / "other", genesis);
  REQUIRE(other.has_value());
  CHECK(restore(*other).error().what.find("founds another world") != std::string::npos);
  genesis.scenario = "name = \"atlantis\"\nsunk = 1\n";
  auto none = WorldFile::create(folder / "none", genesis);
  REQUIRE(none.has_value());
  CHECK(restore(*none).error().what.find("There is no key 'sunk'") != std::string::npos);
}

}  // namespace tt::persistence
