// World files as earlier programs wrote them, kept in tests/persistence/worlds, one for each rules version since 14.
// What a program writes today it must read for ever: its own are played on, those of other rules are refused whole and
// left as they are. When kRulesVersion rises, add the next one:
//   TT_ADD_WORLD=1 build/tests/persistence_tests -tc="*world file kept*"
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "persistence/restore.hpp"
#include "persistence/verify.hpp"
#include "persistence/world_file.hpp"
#include "rules/rules.hpp"
#include "tests/persistence/play.hpp"
#include "tests/rules/random_player.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/support/temp_folder.hpp"

namespace tt::persistence {

namespace {

constexpr std::uintmax_t kKeptBytesMax = 200 * 1024;
constexpr std::uint32_t kFirstKept = 14;

std::filesystem::path kept(std::uint32_t rules_version) {
  return std::filesystem::path(test::source_folder()) /
         ("tests/persistence/worlds/rules-" + std::to_string(rules_version) + ".world");
}

std::string bytes_in(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void append(WorldFile& file, std::vector<Entry> entries) {
  const auto appended = file.append(entries);
  REQUIRE_MESSAGE(appended.has_value(), (appended ? "" : appended.error().text()));
}

/// All seats vote on every motion there is, move something in their assembly and try one action of each kind, and the
/// tick closes; all that was accepted is in the file.
void play_tick_into(WorldFile& file, rules::World& world, test::Draws& draws) {
  std::vector<Entry> accepted;
  const auto attempt = [&](const rules::Seat& seat, const rules::Action& action) {
    if (rules::apply(world, seat.household, action) == rules::Rejection::kNone)
      accepted.push_back(
          Command{SeatedAction{seat.household, action}, seat.player, file.last_index() + 1 + accepted.size()});
  };
  for (const rules::Seat& seat : std::vector<rules::Seat>(world.seats)) {
    if (seat.controller == rules::Controller::kVacant) continue;
    for (std::uint32_t at = 0; at < world.motions.size(); ++at)
      attempt(seat, rules::CastVote{rules::MotionId{world.first_motion + at}, rules::Choice::kYes});
    attempt(seat, rules::ProposeMotion{world.households.employer[seat.household], rules::ChangeMerit{4'000}});
    // Nobody goes away in the first tick: who proposes can vote on it in the second.
    for (std::size_t kind = 0; world.tick > 0 && kind < test::kActionKinds; ++kind)
      attempt(seat, test::random_action(world, seat.household, kind, draws));
  }
  rules::close_tick(world);
  accepted.push_back(TickClose{world.clock, rules::state_hash(world)});
  append(file, std::move(accepted));
}

/// What people do beside the rules, one of each kind.
std::vector<Entry> house_events() {
  std::vector<HouseEvent> events(7);
  events[0].mutable_rules()->set_unlisted(true);
  events[1].mutable_invitation_made()->set_note("for Bo");
  events[2].set_invitation_revoked(1);
  events[3].mutable_came_in()->set_role(technotariat::v1::HOUSE_ROLE_PLAYER);
  events[4].mutable_measure_taken()->set_measure(technotariat::v1::MEASURE_MUTE);
  events[5].mutable_said()->set_text("Good morning.");
  events[6].mutable_clock_set()->set_paused(true);
  std::vector<Entry> entries;
  for (HouseEvent& event : events) {
    event.set_player(100);
    event.set_by_name("Ada");
    event.set_time_ms(1'790'000'000'000);
    entries.emplace_back(std::move(event));
  }
  return entries;
}

/// A hamlet of eight ticks: a person of each role, actions of all kinds, votes, and what the house remembers.
void write_world(const std::filesystem::path& path) {
  auto file = WorldFile::create(path, test::hamlet(rules::kRulesVersion));
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  auto founded = found(file->genesis());
  REQUIRE(founded.has_value());
  rules::World world = std::move(*founded);
  std::uint64_t player = 100;
  for (const rules::Role role : {rules::Role::kCapitalist, rules::Role::kMember, rules::Role::kWorker}) {
    const rules::HostAction sit = rules::TakeSeat{rules::free_seat(world, role), player,
                                                  "Guest " + std::to_string(player), rules::Controller::kPlayer};
    REQUIRE(rules::apply(world, sit) == rules::SeatRefusal::kNone);
    append(*file, {Command{sit, player++, 1}});
  }
  append(*file, house_events());
  test::Draws draws(rules::kRulesVersion);
  for (int tick = 0; tick < 8; ++tick) {
    play_tick_into(*file, world, draws);
    if (tick == 5) REQUIRE(file->save_snapshot(file->last_index(), rules::save(world)).has_value());
  }
}

/// How many entries there are of each kind of action, and of anything else.
struct Contents {
  std::set<std::size_t> actions;
  std::size_t house = 0;
};

Contents contents_of(WorldFile& file) {
  Contents contents;
  const auto read = file.read(1, [&](std::uint64_t, const Entry& entry) {
    if (std::holds_alternative<HouseEvent>(entry)) ++contents.house;
    const auto* const command = std::get_if<Command>(&entry);
    if (command == nullptr) return;
    if (const auto* const action = std::get_if<SeatedAction>(&command->what))
      contents.actions.insert(action->action.index());
  });
  REQUIRE(read.has_value());
  return contents;
}

}  // namespace

TEST_CASE("there is a world file kept for these rules, small and of every sort") {
  const auto path = kept(rules::kRulesVersion);
  if (std::getenv("TT_ADD_WORLD") != nullptr && !std::filesystem::exists(path)) write_world(path);
  REQUIRE_MESSAGE(
      std::filesystem::exists(path),
      "the rules have a new version: TT_ADD_WORLD=1 build/tests/persistence_tests -tc=\"*world file kept*\"");
  for (std::uint32_t version = kFirstKept; version <= rules::kRulesVersion; ++version)
    if (std::filesystem::exists(kept(version))) CHECK(std::filesystem::file_size(kept(version)) < kKeptBytesMax);
  CHECK(std::filesystem::exists(kept(kFirstKept)));
  const test::TempFolder folder;
  std::filesystem::copy_file(path, folder / "w");
  auto file = WorldFile::open(folder / "w");
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  const Contents contents = contents_of(*file);
  CHECK(contents.house == house_events().size());
  CHECK(contents.actions.size() > test::kActionKinds / 2);
  for (const rules::Action& action : {rules::Action(rules::CastVote{}), rules::Action(rules::ProposeMotion{})})
    CHECK(contents.actions.contains(action.index()));
}

TEST_CASE("a world file kept opens, verifies, plays on and can be replayed") {
  const test::TempFolder folder;
  const auto path = folder / "w";
  std::filesystem::copy_file(kept(rules::kRulesVersion), path);
  const auto report = verify(path);
  REQUIRE(report.has_value());
  CHECK(report->problem == "");
  CHECK(report->ticks == 8);
  CHECK(report->snapshots == 1);
  CHECK(report->snapshots_damaged == 0);
  rules::Hash last = 0;
  {
    auto file = WorldFile::open(path);
    REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
    auto restored = restore(*file);
    REQUIRE_MESSAGE(restored.has_value(), (restored ? "" : restored.error().text()));
    CHECK(restored->house.size() == house_events().size());
    test::Draws draws(5);
    for (int tick = 0; tick < 5; ++tick) play_tick_into(*file, restored->world, draws);
    last = rules::state_hash(restored->world);
  }
  auto file = WorldFile::open(path);
  REQUIRE(file.has_value());
  const auto replayed = replay(*file, std::nullopt, {});
  REQUIRE_MESSAGE(replayed.has_value(), (replayed ? "" : replayed.error().text()));
  CHECK(replayed->tick == 13);
  CHECK(rules::state_hash(*replayed) == last);
}

TEST_CASE("a world file of other rules is refused with both versions, and left as it is") {
  const test::TempFolder folder;
  for (std::uint32_t version = kFirstKept; version < rules::kRulesVersion; ++version) {
    if (!std::filesystem::exists(kept(version))) continue;  // a version that never left its branch
    CAPTURE(version);
    const auto path = folder / std::to_string(version);
    std::filesystem::copy_file(kept(version), path);
    const auto opened = WorldFile::open(path);
    REQUIRE(!opened);
    CHECK(opened.error().what == "This world was founded under rules version " + std::to_string(version) +
                                     ", this program has " + std::to_string(rules::kRulesVersion) + ".");
    const auto report = verify(path);
    REQUIRE(report.has_value());
    CHECK(report->problem.find("rules version " + std::to_string(version)) != std::string::npos);
    CHECK(report->first_bad_index == 0);
    CHECK(bytes_in(path) == bytes_in(kept(version)));
  }
}

}  // namespace tt::persistence
