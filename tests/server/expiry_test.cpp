// What nobody uses goes, and nothing else does.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "persistence/accounts.hpp"
#include "server/storage/data_folder.hpp"
#include "server/wall_clock.hpp"
#include "tests/server/support/account_requests.hpp"
#include "tests/server/support/hosting.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using std::chrono::milliseconds;
using tt::server::DataFolder;

namespace {

/// Once `short_lived`, what is not used goes in a millisecond; before, it takes years.
struct Times {
  bool short_lived = false;

  void operator()(tt::server::Config& config) const {
    config.caps.unplayed_world = config.caps.waiting_world = config.caps.idle_guest =
        short_lived ? milliseconds(1) : milliseconds(std::chrono::hours(24 * 365));
    config.caps.requests_per_second = config.caps.requests_burst = 1e9;
  }
};

bool lists(Guest& guest, const std::string& world) {
  const v1::WorldList all = list_worlds(guest);
  for (const auto& row : all.worlds())
    if (row.name() == world) return true;
  return false;
}

/// Asks until it is not there any more; the server looks by itself when it starts.
void wait_until_gone(Guest& guest, const std::string& world) {
  for (int n = 0; n < 100'000; ++n)
    if (!lists(guest, world)) return;
  FAIL("it is still there");
}

void spend_a_millisecond() {
  for (const auto then = tt::server::wall_clock_ms(); tt::server::wall_clock_ms() <= then + 1;) {
  }
}

bool known(TestServer& server, const std::string& token) {
  Client client(server.door());
  v1::ClientEnvelope hello;
  hello.set_request_id(1);
  hello.mutable_hello()->set_protocol_version(1);
  hello.mutable_hello()->set_token(token);
  client.send(hello);
  return client.next()->has_welcome();
}

}  // namespace

TEST_CASE("a world of the lobby that nobody ever played says when it goes, and goes with its copies") {
  Times times;
  TestServer server([&](tt::server::Config& config) { times(config); });
  const auto data = server.folder() / "data";
  Guest host = server.guest("Host");
  REQUIRE(claim(host, "host", "a warm bread oven").has_account());
  const std::string world = host_world(host);
  const std::string played = host_world(host);
  const auto row = list_worlds(host).worlds(0);
  CHECK(row.goes_ms() > tt::server::wall_clock_ms());
  REQUIRE(host.enter(played).has_entered());
  REQUIRE(host.sit(v1::ROLE_MEMBER).has_receipt());
  REQUIRE(host.ready(0).has_receipt());
  host.until_tick(1);
  const v1::WorldList all = list_worlds(host);
  for (const auto& one : all.worlds())
    if (one.name() == played || one.name() == "town") CHECK(one.goes_ms() == 0);
  std::filesystem::create_directories(data / "backups");
  const auto copy = data / "backups" / (world + "-20260131T235959Z.world");
  std::filesystem::copy_file(DataFolder::world_path(data, "town"), copy);

  times.short_lived = true;
  spend_a_millisecond();
  server.restart();
  Guest back = server.guest("", host.token);
  wait_until_gone(back, world);
  CHECK(lists(back, played));
  CHECK(lists(back, "town"));
  CHECK(code_of(back.enter(world)) == v1::ERROR_CODE_UNKNOWN_WORLD);
  server.stop();
  CHECK_FALSE(std::filesystem::exists(DataFolder::world_path(data, world)));
  CHECK_FALSE(std::filesystem::exists(copy));
  CHECK(std::filesystem::exists(DataFolder::world_path(data, played)));
  auto accounts = tt::persistence::AccountsFile::open(DataFolder::accounts_path(data));
  REQUIRE(accounts.has_value());
  CHECK_FALSE(accounts->host_of(world)->has_value());
}

TEST_CASE("a world in which somebody has a seat has more time for its first tick") {
  Times times;
  TestServer server([&](tt::server::Config& config) {
    times(config);
    config.caps.waiting_world = std::chrono::hours(24);
  });
  Guest host = server.guest("Host");
  const std::string world = host_world(host);
  const std::string empty = host_world(host);
  REQUIRE(host.enter(world).has_entered());
  REQUIRE(host.sit(v1::ROLE_MEMBER).has_receipt());
  times.short_lived = true;
  spend_a_millisecond();
  server.restart();
  Guest back = server.guest("", host.token);
  wait_until_gone(back, empty);
  CHECK(lists(back, world));
}

TEST_CASE("a world that the operator has given an owner stays, whoever founded it") {
  Times times;
  TestServer server([&](tt::server::Config& config) { times(config); });
  const auto data = server.folder() / "data";
  Guest host = server.guest("Host");
  const std::string world = host_world(host);
  const std::string other = host_world(host);
  server.stop();
  {
    auto accounts = tt::persistence::AccountsFile::open(DataFolder::accounts_path(data));
    REQUIRE(accounts.has_value());
    REQUIRE(accounts->set_host(world, std::stoull(host.id)).has_value());
  }
  times.short_lived = true;
  spend_a_millisecond();
  server.start();
  Guest back = server.guest("", host.token);
  wait_until_gone(back, other);
  CHECK(lists(back, world));
}

TEST_CASE("idle guests are forgotten, but for those with an account, a world, or a place in one") {
  Times times;
  TestServer server([&](tt::server::Config& config) {
    times(config);
    config.caps.unplayed_world = config.caps.waiting_world = milliseconds(0);
  });
  std::string idle;
  std::string claimed;
  std::string hosting;
  std::string seated;
  std::string invited;
  {
    Guest one = server.guest("Idle");
    idle = one.token;
    Guest two = server.guest("Claimed");
    REQUIRE(claim(two, "claimed", "a warm bread oven").has_account());
    claimed = two.token;
    Guest three = server.guest("Hosting");
    const std::string world = host_private(three);
    hosting = three.token;
    REQUIRE(three.enter(world).has_entered());
    Guest four = server.seated(v1::ROLE_WORKER, "Seated");
    seated = four.token;
    Guest five = server.guest("Invited");
    REQUIRE(five.enter_with(invite(three, v1::HOUSE_ROLE_SPECTATOR).code(), world).has_entered());
    invited = five.token;
  }
  times.short_lived = true;
  server.stop();
  spend_a_millisecond();
  server.start();
  // The accounts' lane does one thing after the other: whoever says hello comes behind the look for the idle.
  CHECK_FALSE(known(server, idle));
  for (const std::string& token : {claimed, hosting, seated, invited}) CHECK(known(server, token));
}

TEST_CASE("who is connected is not idle, and while a world cannot be read nobody is forgotten") {
  Times times;
  TestServer server([&](tt::server::Config& config) { times(config); });
  const auto data = server.folder() / "data";
  Guest ann = server.guest("Ann");
  server.stop();
  times.short_lived = true;
  std::filesystem::resize_file(DataFolder::world_path(data, "town"), 512);
  spend_a_millisecond();
  server.start();
  CHECK(known(server, ann.token));
}
