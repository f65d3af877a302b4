// The commands that copy worlds, as a person types them.
#include <doctest/doctest.h>

#include <sys/stat.h>

#include <fstream>

#include "persistence/accounts.hpp"
#include "server/house/house.hpp"
#include "server/lobby/founding.hpp"
#include "server/storage/data_folder.hpp"
#include "tests/server/support/program.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using tt::server::DataFolder;

namespace {

int type(std::vector<std::string> words, std::string* said = nullptr) {
  Program program(std::move(words));
  const int code = program.wait();
  if (said != nullptr) *said = program.output;
  return code;
}

/// A world file with these house events, as somebody elsewhere may have made it.
void forge(const std::filesystem::path& file, std::vector<tt::server::HouseEvent> events) {
  const auto made = tt::server::found_world_file(file, {.name = "town",
                                                        .scenario = "hamlet",
                                                        .title = {},
                                                        .seed = 11,
                                                        .bots = false,
                                                        .laws = {},
                                                        .house = std::move(events)});
  REQUIRE_MESSAGE(made.has_value(), made.error().text());
}

unsigned mode_of(const std::filesystem::path& path) {
  struct stat of {};
  REQUIRE(::stat(path.c_str(), &of) == 0);
  return of.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a world from elsewhere brings no password, no owner and no moderators, and nobody owns it") {
  using tt::server::HouseEvent;
  constexpr std::uint64_t kChosen = 4711;
  std::vector<HouseEvent> events(4);
  events[0].mutable_password_set()->set_hash("$argon2id$v=19$m=4000000,t=200000,p=1$AAAA$AAAA");
  events[1].mutable_came_in()->set_guest(kChosen);
  events[1].mutable_came_in()->set_role(v1::HOUSE_ROLE_OWNER);
  events[2].mutable_measure_taken()->set_guest(kChosen + 1);
  events[2].mutable_measure_taken()->set_measure(v1::MEASURE_MAKE_MODERATOR);
  events[3].mutable_invitation_made()->set_code_hash("known to who made the file");
  events[3].mutable_invitation_made()->set_role(v1::HOUSE_ROLE_MODERATOR);
  events[3].mutable_invitation_made()->set_uses(9);
  const TempFolder folder;
  forge(folder / "forged.world", events);
  std::string said;
  REQUIRE(type({"world", "import", folder / "forged.world", "--data", folder / "data"}, &said) == 0);
  CHECK(said.find("admin own town") != std::string::npos);
  const auto loaded = tt::server::load_world_file(DataFolder::world_path(folder / "data", "town"));
  REQUIRE(loaded.has_value());
  tt::server::House house(0);
  for (const auto& [index, event] : loaded->restored.house) house.take(event);
  CHECK(house.password_hash() == "removed");
  CHECK(house.role_of(kChosen) == v1::HOUSE_ROLE_PLAYER);
  CHECK(house.role_of(kChosen + 1) == v1::HOUSE_ROLE_PLAYER);
  CHECK(house.good_invitation("known to who made the file", 0) == 0);
}

TEST_CASE("a world from elsewhere whose house has impossible numbers is refused") {
  std::vector<tt::server::HouseEvent> events(3);
  events[0].mutable_rules()->set_spectator_delay_ticks(4'000'000'000U);
  events[1].mutable_clock_set()->set_tick_seconds(4'000'000'000U);
  events[2].mutable_invitation_made()->set_uses(4'000'000'000U);
  for (const auto& event : events) {
    const TempFolder folder;
    forge(folder / "forged.world", {event});
    CHECK(type({"world", "import", folder / "forged.world", "--data", folder / "data"}) == 1);
    CHECK_FALSE(std::filesystem::exists(DataFolder::world_path(folder / "data", "town")));
  }
}

TEST_CASE("who owned a world owns what is restored of it, with its password as it was") {
  const TempFolder folder;
  const auto data = folder / "data";
  std::filesystem::create_directories(data / "worlds");
  std::vector<tt::server::HouseEvent> events(1);
  events[0].mutable_password_set()->set_hash("the house's own");
  forge(DataFolder::world_path(data, "town"), events);
  std::uint64_t owner = 0;
  {
    auto accounts = tt::persistence::AccountsFile::open(DataFolder::accounts_path(data));
    REQUIRE(accounts.has_value());
    owner = accounts->create_guest("Ada")->guest.id;
    REQUIRE(accounts->set_host("town", owner).has_value());
  }
  REQUIRE(type({"world", "backup", "town", "--data", data}) == 0);
  const std::string backup = std::filesystem::directory_iterator(data / "backups")->path();
  {
    // A server has the accounts: whose the new world is could not be written.
    const auto held = tt::persistence::AccountsFile::open(DataFolder::accounts_path(data));
    REQUIRE(held.has_value());
    CHECK(type({"world", "restore", backup, "--data", data, "--name", "again"}) == 1);
    CHECK_FALSE(std::filesystem::exists(DataFolder::world_path(data, "again")));
  }
  REQUIRE(type({"world", "restore", backup, "--data", data, "--name", "again"}) == 0);
  auto accounts = tt::persistence::AccountsFile::open(DataFolder::accounts_path(data));
  REQUIRE(accounts.has_value());
  CHECK(accounts->host_of("again")->value_or(0) == owner);
  const auto loaded = tt::server::load_world_file(DataFolder::world_path(data, "again"));
  REQUIRE(loaded.has_value());
  REQUIRE(loaded->restored.house.size() == 1);
  CHECK(loaded->restored.house[0].event.password_set().hash() == "the house's own");
}

TEST_CASE("no new world inherits the owner of one that went by its name before") {
  const TempFolder folder;
  const auto data = folder / "data";
  std::uint64_t ada = 0;
  {
    std::filesystem::create_directories(data);
    auto accounts = tt::persistence::AccountsFile::open(DataFolder::accounts_path(data));
    REQUIRE(accounts.has_value());
    ada = accounts->create_guest("Ada")->guest.id;
    REQUIRE(*accounts->claim(accounts->create_guest("Ben")->guest.id, {"ben", "hash", "code"}));
    for (const char* const gone : {"town", "hill", "again"}) REQUIRE(accounts->set_host(gone, ada, 1).has_value());
  }
  const auto owner_of = [&](const char* world) {
    auto accounts = tt::persistence::AccountsFile::open(DataFolder::accounts_path(data));
    REQUIRE(accounts.has_value());
    CHECK(*accounts->founded_ms(world) == 0);
    return accounts->host_of(world)->value_or(0);
  };
  forge(folder / "taken.world", {});
  REQUIRE(type({"world", "import", folder / "taken.world", "--data", data}) == 0);
  CHECK(owner_of("town") == 0);
  REQUIRE(type({"world", "new", "hill", "--scenario", "hamlet", "--data", data}) == 0);
  CHECK(owner_of("hill") == 0);
  REQUIRE(type({"world", "restore", folder / "taken.world", "--data", data, "--name", "again"}) == 0);
  CHECK(owner_of("again") == 0);
  CHECK(type({"world", "import", folder / "taken.world", "--data", data, "--name", "two", "--owner", "nobody"}) == 1);
  CHECK_FALSE(std::filesystem::exists(DataFolder::world_path(data, "two")));
  REQUIRE(type({"world", "import", folder / "taken.world", "--data", data, "--name", "two", "--owner", "ben"}) == 0);
  CHECK(owner_of("two") != 0);
  CHECK(owner_of("two") != ada);
}

TEST_CASE("worlds and accounts are for the account alone that made them") {
  const auto before = ::umask(022);
  const TempFolder folder;
  const auto data = folder / "data";
  const int founded = type({"world", "new", "town", "--scenario", "hamlet", "--data", data});
  const auto outside = folder / "taken.world";
  const int exported = type({"world", "export", "town", "--data", data, "--to", outside});
  {
    Program server({"serve", "--data", data, "--listen", "127.0.0.1:0"});
    CHECK(server.port() != 0);
  }
  ::umask(before);
  CHECK(founded == 0);
  CHECK(exported == 0);
  CHECK(mode_of(data) == 0700U);
  CHECK(mode_of(DataFolder::world_path(data, "town")) == 0600U);
  CHECK(mode_of(DataFolder::accounts_path(data)) == 0600U);
  CHECK(mode_of(outside) == 0600U);
}

TEST_CASE("a world is backed up, restored to a tick, exported and imported by name") {
  const TempFolder folder;
  const auto data = folder / "data";
  found_town(data);
  REQUIRE(type({"world", "run", "town", "--data", data, "--ticks", "3"}) == 0);
  std::string said;
  CHECK(type({"world", "backup", "town", "--data", data}, &said) == 0);
  CHECK(said.starts_with("Copied town to "));
  const auto backups = std::filesystem::directory_iterator(data / "backups");
  const std::string backup = backups->path().string();
  CHECK(type({"world", "restore", backup, "--data", data}) == 1);  // the name is taken
  CHECK(type({"world", "restore", backup, "--data", data, "--name", "earlier", "--tick", "2"}) == 0);
  CHECK(type({"world", "info", "earlier", "--data", data}, &said) == 0);
  CHECK(said.find("tick 2 of") != std::string::npos);
  CHECK(type({"world", "restore", backup, "--data", data, "--name", "later", "--tick", "9"}) == 1);

  const auto taken = folder / "taken.world";
  CHECK(type({"world", "export", "town", "--data", data, "--to", taken}) == 0);
  CHECK(type({"world", "export", "town", "--data", data, "--to", taken}) == 1);
  CHECK(type({"world", "import", taken, "--data", folder / "elsewhere"}) == 0);
  CHECK(town_in(folder / "elsewhere").state_hash == town_in(data).state_hash);
  CHECK(type({"world", "import", taken, "--data", folder / "elsewhere"}) == 1);
  CHECK(type({"world", "import", taken, "--data", folder / "elsewhere", "--name", "../out"}) == 1);
  std::ofstream(folder / "broken.world") << "nothing of ours";
  CHECK(type({"world", "import", folder / "broken.world", "--data", data, "--name", "new"}) == 1);
}

TEST_CASE("a world that a server has open is not copied behind its back") {
  TestServer server;
  const auto data = server.folder() / "data";
  CHECK(type({"world", "backup", "town", "--data", data}) == 1);
  CHECK(type({"world", "export", "town", "--data", data, "--to", server.folder() / "x.world"}) == 1);
}
