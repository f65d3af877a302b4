// Backups, restoring to a tick, exports: what a copy holds and what it does not.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "persistence/copies.hpp"
#include "persistence/verify.hpp"
#include "tests/persistence/play.hpp"
#include "tests/support/temp_folder.hpp"

using namespace tt;
using namespace tt::test;
using namespace tt::persistence;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

HouseEvent said(technotariat::v1::ChatChannel channel, const std::string& text) {
  HouseEvent event;
  event.set_by_name("Ada");
  event.mutable_said()->set_channel(channel);
  event.mutable_said()->set_text(text);
  return event;
}

std::vector<Entry> talk_and_keys() {
  HouseEvent password;
  password.mutable_password_set()->set_hash("$argon2id$the-hash");
  HouseEvent invitation;
  invitation.mutable_invitation_made()->set_code_hash("the-code-hash-of-32-bytes-length");
  invitation.mutable_invitation_made()->set_note("for aunt Emmy");
  invitation.mutable_invitation_made()->set_uses(1);
  return {password, invitation, said(technotariat::v1::CHAT_CHANNEL_WORLD, "hello everybody"),
          said(technotariat::v1::CHAT_CHANNEL_PRIVATE, "between us two"),
          said(technotariat::v1::CHAT_CHANNEL_ENTERPRISE, "among colleagues")};
}

}  // namespace

TEST_CASE("a world comes back as of any tick, under another name, and plays on") {
  const TempFolder folder;
  Play play(folder / "town.world", 5);
  std::vector<rules::Hash> hashes;
  for (int tick = 0; tick < 4; ++tick) {
    play.act(20);
    play.close();
    hashes.push_back(rules::state_hash(play.world()));
  }
  play.act(10);  // of the running tick: no part of a copy as of a tick
  for (rules::Tick tick = 1; tick <= 4; ++tick) {
    const auto to = folder / ("back" + std::to_string(tick) + ".world");
    const auto made = copy_world(play.file(), to, {.name = "back", .until_tick = tick, .without_secrets = false});
    REQUIRE_MESSAGE(made.has_value(), made.error().text());
    const auto report = verify(to);
    REQUIRE(report.has_value());
    CHECK_MESSAGE(report->sound(), report->problem);
    CHECK(report->ticks == tick);
    CHECK(report->genesis.world == "back");
    auto file = WorldFile::open(to);
    REQUIRE(file.has_value());
    const auto restored = restore(*file);
    REQUIRE(restored.has_value());
    CHECK(rules::state_hash(restored->world) == hashes[tick - 1]);
    CHECK(restored->pending.empty());
  }
  const auto late =
      copy_world(play.file(), folder / "late.world", {.name = {}, .until_tick = 5, .without_secrets = false});
  REQUIRE(!late.has_value());
  CHECK(late.error().text().find("Choose a tick from 1 to 4.") != std::string::npos);
  CHECK(!std::filesystem::exists(folder / "late.world"));
  CHECK(!std::filesystem::exists(folder / "late.world.copy"));
}

TEST_CASE("of a world in which no tick has closed there is a copy, and none as of a tick") {
  const TempFolder folder;
  Play play(folder / "town.world", 6);
  const auto early =
      copy_world(play.file(), folder / "early.world", {.name = {}, .until_tick = 1, .without_secrets = false});
  REQUIRE(!early.has_value());
  CHECK(early.error().text().find("None has closed in it; leave the tick out.") != std::string::npos);
  CHECK(copy_world(play.file(), folder / "early.world", {.name = {}, .until_tick = {}, .without_secrets = false})
            .has_value());
}

TEST_CASE("a copy never replaces a file") {
  const TempFolder folder;
  Play play(folder / "town.world", 6);
  play.close();
  std::ofstream(folder / "there.world") << "something else";
  const auto made = copy_world(play.file(), folder / "there.world", {});
  REQUIRE(!made.has_value());
  CHECK(bytes_of(folder / "there.world") == "something else");
}

TEST_CASE("an export has every order and every tick, and no secret") {
  const TempFolder folder;
  Play play(folder / "town.world", 7);
  play.act(20);
  REQUIRE(play.file().append(talk_and_keys()).has_value());
  play.close();
  const auto whole = folder / "whole.world";
  const auto open = folder / "export.world";
  REQUIRE(copy_world(play.file(), whole, {}).has_value());
  REQUIRE(copy_world(play.file(), open, {.name = {}, .until_tick = std::nullopt, .without_secrets = true}).has_value());
  for (const char* const secret :
       {"$argon2id$the-hash", "the-code-hash-of-32-bytes-length", "aunt Emmy", "between us two", "among colleagues"}) {
    CAPTURE(secret);
    CHECK(bytes_of(whole).find(secret) != std::string::npos);
    CHECK(bytes_of(open).find(secret) == std::string::npos);
  }
  CHECK(bytes_of(open).find("hello everybody") != std::string::npos);
  auto file = WorldFile::open(open);
  REQUIRE(file.has_value());
  CHECK(file->last_index() == play.file().last_index());
  const auto restored = restore(*file);
  REQUIRE(restored.has_value());
  CHECK(rules::state_hash(restored->world) == rules::state_hash(play.world()));
  // Taking the hash away altogether would open the door.
  CHECK(!restored->house.front().event.password_set().hash().empty());
}

TEST_CASE("a damaged file from elsewhere is refused with the entry at fault") {
  const TempFolder folder;
  Play play(folder / "town.world", 8);
  for (int tick = 0; tick < 3; ++tick) {
    play.act(20);
    play.close();
  }
  const auto path = folder / "stranger.world";
  REQUIRE(copy_world(play.file(), path, {}).has_value());
  CHECK(check_stranger(path).has_value());
  std::string bytes = bytes_of(path);
  std::ofstream(folder / "cut.world", std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  CHECK(!check_stranger(folder / "cut.world").has_value());
  std::ofstream(folder / "none.world") << "no database at all";
  CHECK(!check_stranger(folder / "none.world").has_value());
  const std::size_t at = bytes.find("hamlet");
  REQUIRE(at != std::string::npos);
  bytes[at] = 'H';
  std::ofstream(folder / "flipped.world", std::ios::binary) << bytes;
  CHECK(!check_stranger(folder / "flipped.world").has_value());
}

TEST_CASE("the oldest backups of a world go, and only of that world") {
  const TempFolder folder;
  Play play(folder / "town.world", 9);
  play.close();
  const auto back_up = [&](const std::string& world, const std::string& stamp) {
    return keep_backup(world, folder / "backups", stamp, 2,
                       [&](const std::filesystem::path& to) { return play.file().backup_to(to); });
  };
  for (const char* const stamp : {"20260101T000000Z", "20260102T000000Z", "20260103T000000Z"}) {
    REQUIRE(back_up("town", stamp).has_value());
    REQUIRE(back_up("town-2", stamp).has_value());
  }
  CHECK(!back_up("town", "20260103T000000Z").has_value());  // the name is taken
  std::set<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "backups"))
    left.insert(entry.path().filename().string());
  CHECK(left == std::set<std::string>{"town-20260102T000000Z.world", "town-20260103T000000Z.world",
                                      "town-2-20260102T000000Z.world", "town-2-20260103T000000Z.world"});
}
