// Bots give way to people, and come back when they have gone.
#include <doctest/doctest.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "persistence/verify.hpp"
#include "server/storage/data_folder.hpp"
#include "tests/server/support/hosting.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
namespace rules = tt::rules;

namespace {

/// Bots that work less and less, so that it shows in the journal; and which there have been.
struct Makers {
  std::mutex mutex;
  std::vector<std::pair<rules::Role, std::uint64_t>> made;

  tt::server::MakeBot make() {
    return [this](rules::Role role, std::uint64_t seed, std::string_view) -> tt::server::Bot {
      const std::lock_guard lock(mutex);
      made.emplace_back(role, seed);
      return [](const rules::PublicView&, const rules::PrivateView&, std::uint64_t) {
        return std::vector<rules::Action>{rules::SetEffort{9'000}};
      };
    };
  }
};

struct Place {
  std::uint32_t id = 0;
  std::string name;
  v1::Controller controller = v1::CONTROLLER_UNSPECIFIED;
};

/// As whoever comes in now is told.
std::vector<Place> places(TestServer& server, const std::string& world) {
  Guest reader = server.guest("Reader");
  REQUIRE(reader.enter(world).has_entered());
  const auto told = reader.client.until([](const auto& e) { return e.has_snapshot(); });
  const auto& seats = told.snapshot().seats();
  std::vector<Place> all;
  for (int at = 0; at < seats.id_size(); ++at) all.push_back({seats.id(at), seats.name(at), seats.controller(at)});
  return all;
}

/// Who has the seat as soon as somebody who reads is told that it is `name`.
v1::Controller controller_when(TestServer& server, const std::string& world, std::uint32_t id,
                               const std::string& name) {
  Guest reader = server.guest("Reader");
  REQUIRE(reader.enter(world).has_entered());
  v1::Controller told = v1::CONTROLLER_UNSPECIFIED;
  reader.client.until([&](const v1::ServerEnvelope& e) {
    const auto& seats = e.has_snapshot() ? e.snapshot().seats() : e.delta().seats();
    for (int at = 0; at < seats.id_size(); ++at)
      if (seats.id(at) == id && seats.name(at) == name) return told = seats.controller(at), true;
    return false;
  });
  return told;
}

v1::ServerEnvelope sit_at(Guest& guest, std::uint32_t id) {
  auto request = guest.request();
  request.mutable_take_seat()->set_seat_id(id);
  return guest.ask(request);
}

v1::ClientEnvelope get_up(Guest& guest) {
  auto request = guest.request();
  request.mutable_leave_seat();
  return request;
}

}  // namespace

TEST_CASE(
    "a bot comes back to the seat that a person took from it, at once and after restarts, and every replay agrees") {
  Makers makers;
  TestServer server([&](tt::server::Config& config) { config.make_bot = makers.make(); });
  Guest host = server.guest("Host");
  const std::string world = host_world(host);
  REQUIRE(host.enter(world).has_entered());
  const auto all = places(server, world);
  const auto bots =
      std::find_if(all.begin(), all.end(), [](const Place& one) { return one.controller == v1::CONTROLLER_BOT; });
  REQUIRE(bots != all.end());
  const Place bot = *bots;

  REQUIRE(sit_at(host, bot.id).has_receipt());
  CHECK(controller_when(server, world, bot.id, "Host") == v1::CONTROLLER_PLAYER);
  const auto leave = get_up(host);
  const auto answer = host.ask(leave);
  REQUIRE(answer.has_receipt());
  CHECK(controller_when(server, world, bot.id, bot.name) == v1::CONTROLLER_BOT);

  server.restart();
  CHECK(controller_when(server, world, bot.id, bot.name) == v1::CONTROLLER_BOT);
  Guest again = server.guest("", host.token);
  REQUIRE(again.enter(world).has_entered());
  // Asked again, getting up is answered as it was.
  const auto repeated = again.ask(leave);
  CHECK(repeated.receipt().repeated());
  CHECK(repeated.receipt().journal_index() == answer.receipt().journal_index());

  again.last_request = leave.request_id();
  REQUIRE(sit_at(again, bot.id).has_receipt());
  REQUIRE(again.ready(0).has_receipt());
  again.until_tick(1);
  server.restart();
  Guest later = server.guest("", host.token);
  REQUIRE(later.enter(world).entered().seat_id() == bot.id);
  later.last_request = again.last_request;
  CHECK(later.ask(get_up(later)).has_receipt());
  CHECK(controller_when(server, world, bot.id, bot.name) == v1::CONTROLLER_BOT);
  // It plays: a tick closes for somebody else, and the seat's own strategy is asked again.
  makers.made.clear();
  CHECK(later.sit(v1::ROLE_WORKER).has_receipt());
  CHECK(later.ready(1).has_receipt());
  later.until_tick(2);
  CHECK(makers.made.size() == static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Place& one) {
          return one.controller == v1::CONTROLLER_BOT;
        })));
  server.stop();
  const auto report = tt::persistence::verify(tt::server::DataFolder::world_path(server.folder() / "data", world));
  REQUIRE(report.has_value());
  CHECK_MESSAGE(report->sound(), report->problem);
}

TEST_CASE("a seat that a host frees is the bot's again, and one that never had a bot stays empty") {
  TestServer server;
  Guest host = server.guest("Host");
  const std::string world = host_world(host);
  REQUIRE(host.enter(world).has_entered());
  Guest ann = server.guest("Ann");
  Guest bob = server.guest("Bob");
  REQUIRE(ann.enter(world).has_entered());
  REQUIRE(bob.enter(world).has_entered());
  Place bot;
  Place vacant;
  for (const Place& one : places(server, world)) {
    if (one.controller == v1::CONTROLLER_BOT) bot = one;
    if (one.controller == v1::CONTROLLER_VACANT) vacant = one;
  }
  REQUIRE(sit_at(ann, bot.id).has_receipt());
  REQUIRE(sit_at(bob, vacant.id).has_receipt());
  CHECK(controller_when(server, world, bot.id, "Ann") == v1::CONTROLLER_PLAYER);
  CHECK(controller_when(server, world, vacant.id, "Bob") == v1::CONTROLLER_PLAYER);
  CHECK(host.measure(v1::MEASURE_BAN, ann.id).has_receipt());
  CHECK(host.measure(v1::MEASURE_FREE_SEAT, bob.id).has_receipt());
  CHECK(controller_when(server, world, bot.id, bot.name) == v1::CONTROLLER_BOT);
  CHECK(controller_when(server, world, vacant.id, {}) == v1::CONTROLLER_VACANT);
}
