// The small parts, each alone.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <vector>

#include "server/net/connection_count.hpp"
#include "server/net/write_queue.hpp"
#include "server/session/token_bucket.hpp"
#include "server/storage/data_folder.hpp"
#include "server/storage/folder_owner.hpp"
#include "server/world/attendance.hpp"
#include "server/world/bots.hpp"
#include "server/world/outbox.hpp"
#include "server/world/public_feed.hpp"
#include "server/world/request_memory.hpp"
#include "tests/support/temp_folder.hpp"

using namespace tt::server;
using namespace std::chrono_literals;
namespace rules = tt::rules;

TEST_CASE("an outbox tells in order, when the number is reached, or that it never will be") {
  Outbox outbox;
  std::vector<std::string> told;
  const auto tell = [&](std::string what) {
    return [&told, what](bool durable) { told.push_back(what + (durable ? "" : " lost")); };
  };
  outbox.after(0, tell("now"));
  outbox.after(2, tell("two"));
  outbox.after(2, tell("too"));
  outbox.after(3, tell("three"));
  CHECK(told == std::vector<std::string>{"now"});
  outbox.durable_up_to(2);
  CHECK(told == std::vector<std::string>{"now", "two", "too"});
  outbox.fail();
  CHECK(told.back() == "three lost");
  CHECK(outbox.empty());
}

TEST_CASE("a write queue is bounded by count and by bytes, one frame alone excepted") {
  WriteQueue queue(100);
  CHECK(queue.push(share(std::string(500, 'x'))));
  CHECK(!queue.push(share("y")));
  queue.pop();
  CHECK(queue.push(share(std::string(60, 'x'))));
  CHECK(queue.push(share(std::string(40, 'x'))));
  CHECK(!queue.push(share("x")));
  queue.end_with(share("bye"));
  CHECK(queue.size() == 2);
  WriteQueue many(1'000'000);
  std::size_t pushed = 0;
  while (many.push(share("x"))) ++pushed;
  CHECK(pushed == kWriteQueueFramesMax);
}

TEST_CASE("a shared frame holds no more memory than its bytes") {
  std::string grown;
  grown.reserve(100'000);
  grown.assign(1'000, 'x');
  CHECK(share(std::move(grown))->capacity() < 1'100);
}

TEST_CASE("a bucket gives its burst, then its rate") {
  const TokenBucket::Time start{};
  TokenBucket bucket(10, 3, start);
  for (int n = 0; n < 3; ++n) CHECK(bucket.take(start));
  CHECK(!bucket.take(start));
  CHECK(bucket.take(start + 100ms));
  CHECK(!bucket.take(start + 110ms));
}

TEST_CASE("connections are counted in all and by address, and given back") {
  ConnectionCount count(Caps{.connections = 3, .connections_per_address = 2, .connections_loopback = 3});
  const auto take = [&](const char* address) { return count.take(boost::asio::ip::make_address(address)); };
  std::vector<Place> places;
  places.push_back(take("10.0.0.1"));
  places.push_back(take("10.0.0.1"));
  CHECK(!take("10.0.0.1"));
  places.push_back(take("127.0.0.1"));
  CHECK(places.back());
  CHECK(!take("10.0.0.2"));
  places.erase(places.begin());
  CHECK(take("10.0.0.1"));
  CHECK(count.total() == 2);
  // A customer's whole IPv6 network is one address.
  places.clear();
  places.push_back(take("2001:db8::1"));
  places.push_back(take("2001:db8::2"));
  CHECK(!take("2001:db8::ffff:3"));
  CHECK(take("2001:db8:0:1::1"));
}

TEST_CASE("requests are remembered by guest, told apart by content, and forgotten in turn") {
  RequestMemory memory;
  memory.remember(1, 10, 5, {3, 0, nullptr});
  CHECK(memory.find(1, 10, 5)->outcome.number == 3);
  CHECK(!memory.find(1, 10, 5)->reused);
  CHECK(memory.find(1, 10, 6)->reused);
  CHECK(!memory.find(2, 10, 5));
  memory.remember({{1, 11, 4, 2}});
  CHECK(!memory.find(1, 11, 99)->reused);
  for (std::uint64_t id = 100; id < 100 + tt::persistence::kRecentPerPlayer; ++id) memory.remember(1, id, 1, {});
  CHECK(!memory.find(1, 10, 5));
  CHECK(memory.find(1, 100, 1));
}

TEST_CASE("bots leave two seats of each role where there are that many") {
  for (const rules::Scenario& scenario : rules::built_in_scenarios()) {
    CAPTURE(scenario.name);
    if (scenario.name == "crowd") continue;  // takes seconds
    rules::World world = rules::found_world(scenario, 5);
    for (const rules::HostAction& seat : bot_seats(world))
      CHECK(rules::apply(world, seat) == rules::SeatRefusal::kNone);
    CHECK(rules::free_seats(world, rules::Role::kCapitalist) >= std::min(2U, scenario.capitalist_seats));
    CHECK(rules::free_seats(world, rules::Role::kMember) >= std::min(2U, scenario.member_seats));
  }
}

TEST_CASE("the public feed numbers what changes and nothing else") {
  rules::World world = rules::found_world(*rules::find_scenario("hamlet"), 5);
  PublicFeed feed("town", "e", rules::public_view(world));
  CHECK(feed.sequence() == 1);
  CHECK(!feed.advance(rules::public_view(world), {}, false));
  rules::close_tick(world);
  const auto frame = feed.advance(rules::public_view(world), {}, false);
  REQUIRE(frame);
  CHECK(feed.sequence() == 2);
  CHECK(!frame->json);
  CHECK(feed.missed(1, "e", tt::protocol::Mapping::kBinary)->size() == 1);
  CHECK(feed.missed(1, "e", tt::protocol::Mapping::kJson)->front()->front() == '{');
  CHECK(feed.missed(2, "e", tt::protocol::Mapping::kBinary)->empty());
  CHECK(!feed.missed(3, "e", tt::protocol::Mapping::kBinary));
  CHECK(!feed.missed(1, "other", tt::protocol::Mapping::kBinary));
  CHECK(!feed.missed(0, "e", tt::protocol::Mapping::kBinary));
}

TEST_CASE("root is sent to the account that a data folder belongs to, and nobody else is") {
  const tt::test::TempFolder temp;
  constexpr uid_t kOther = 65'534;
  if (::geteuid() == 0) REQUIRE(::chown((temp / ".").c_str(), kOther, kOther) == 0);
  struct stat folder {};
  REQUIRE(::stat((temp / ".").c_str(), &folder) == 0);
  const auto told = foreign_to(0, temp / ".");
  REQUIRE(told.has_value());
  CHECK(told->text().find("Run this as that account: runuser -u ") != std::string::npos);
  CHECK(!foreign_to(folder.st_uid, temp / "."));
  CHECK(!foreign_to(0, temp / "not there"));
  CHECK(!foreign_to(0, "/"));
  if (::geteuid() != 0) return;
  CHECK(!DataFolder::open(temp / ".").has_value());
  CHECK(!std::filesystem::exists(temp / "lock"));
}

TEST_CASE("one server a data folder; names of worlds are names of files") {
  const tt::test::TempFolder temp;
  auto first = DataFolder::open(temp / "data");
  REQUIRE(first.has_value());
  CHECK(!DataFolder::open(temp / "data").has_value());
  for (const char* const name : {"demo", "a-1", "7"}) CHECK(is_world_name(name));
  for (const char* const name : {"", "../x", "A", "a/b", "-a", "a.", "a b"}) CHECK(!is_world_name(name));
}
