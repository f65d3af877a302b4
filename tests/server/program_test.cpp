// The program as a process: what it promises when it is told to stop, and when it is killed.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "persistence/world_file.hpp"
#include "server/storage/data_folder.hpp"
#include "tests/server/support/program.hpp"
#include "tests/server/support/test_server.hpp"
#include "tests/support/seed.hpp"

using namespace tt::test;

namespace {

std::vector<std::string> serve(const TempFolder& folder) {
  return {"serve", "--data",      (folder / "data").string(), "--listen", "127.0.0.1:0", "--no-demo", "--tick-ms",
          "60",    "--port-file", (folder / "port").string()};
}

/// One person at the program: what was asked, and what was acknowledged.
struct Player {
  std::string token;
  std::uint64_t guest = 0;
  std::map<std::uint64_t, v1::ClientEnvelope> unanswered;
  std::map<std::uint64_t, std::uint64_t> acknowledged;  ///< the receipt's number by request

  void take(const v1::ServerEnvelope& answer) {
    if (!unanswered.contains(answer.request_id())) return;
    if (answer.has_receipt()) acknowledged[answer.request_id()] = answer.receipt().journal_index();
    if (answer.has_receipt() || answer.has_error()) unanswered.erase(answer.request_id());
  }
};

/// On the seat again, with a fresh allowance of requests.
Guest back_on_seat(std::uint16_t port, const Player& player) {
  Guest guest({.port = port}, {}, player.token);
  REQUIRE(guest.enter("town").entered().seat_id() != 0);
  return guest;
}

v1::ClientEnvelope effort_request(std::uint64_t id) {
  v1::ClientEnvelope request;
  request.set_request_id(id);
  request.mutable_act()->mutable_set_effort()->set_effort_bp(static_cast<std::uint32_t>(5'000 + id % 5'000));
  return request;
}

/// Comes back: what was never answered is asked again, and some of what was acknowledged.
Guest come_back(std::uint16_t port, Player& player) {
  constexpr std::size_t kAtATime = 50;  // below the burst a connection is allowed
  while (!player.unanswered.empty()) {
    Guest guest = back_on_seat(port, player);
    const std::size_t before = player.unanswered.size();
    for (const auto& [id, request] : std::map(player.unanswered)) {
      if (before - player.unanswered.size() == kAtATime) break;
      player.take(guest.ask(request));
    }
    REQUIRE(player.unanswered.size() < before);
  }
  Guest guest = back_on_seat(port, player);
  int asked = 0;
  for (auto at = player.acknowledged.rbegin(); at != player.acknowledged.rend() && asked < 5; ++at, ++asked) {
    const auto answer = guest.ask(effort_request(at->first));
    REQUIRE_MESSAGE(answer.has_receipt(), answer.ShortDebugString());
    CHECK(answer.receipt().repeated());
    CHECK(answer.receipt().journal_index() == at->second);
  }
  return guest;
}

/// Acts without waiting for answers until so many have come, then the program is killed in the middle of the rest.
void act_until_killed(Program& program, std::vector<Guest>& guests, std::vector<Player>& players, Draws& draws) {
  const std::int64_t enough = draws.between(1, 150);
  std::int64_t answers = 0;
  while (answers < enough) {
    for (std::size_t who = 0; who < guests.size(); ++who) {
      const auto request = effort_request(++guests[who].last_request);
      players[who].unanswered[request.request_id()] = request;
      guests[who].client.send(request);
      if (draws.one_in(2)) continue;
      players[who].take(guests[who].client.until([](const auto& e) { return e.request_id() != 0; }));
      ++answers;
    }
  }
  program.signal(SIGKILL);
  CHECK(program.wait() == -SIGKILL);
  for (std::size_t who = 0; who < guests.size(); ++who)
    while (const auto answer = guests[who].client.next()) players[who].take(*answer);
}

}  // namespace

TEST_CASE("killed at any moment: nothing acknowledged is lost, nothing is applied twice, the file verifies") {
  TempFolder folder;
  found_town(folder / "data");
  Draws draws(7);
  std::vector<Player> players(3);
  {
    Program program(serve(folder));
    for (Player& player : players) {
      Guest guest({.port = program.port()});
      REQUIRE(guest.enter("town").has_entered());
      REQUIRE(guest.sit(v1::ROLE_WORKER).has_receipt());
      player.token = guest.token;
      player.guest = std::stoull(guest.id);
    }
  }
  for (int round = 0; round < 5; ++round) {
    CAPTURE(round);
    Program program(serve(folder));
    std::vector<Guest> guests;
    for (Player& player : players) guests.push_back(come_back(program.port(), player));
    act_until_killed(program, guests, players, draws);
    const auto town = town_in(folder / "data");
    CHECK(town.problem.empty());
    if (town.tick >= 38) break;
  }
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> journal;
  std::map<std::uint64_t, std::uint64_t> numbered;  // by player: requests so far
  auto file = tt::persistence::WorldFile::open(tt::server::DataFolder::world_path(folder / "data", "town"));
  REQUIRE(file.has_value());
  const auto read = file->read(1, [&](std::uint64_t, const tt::persistence::Entry& entry) {
    const auto* const command = std::get_if<tt::persistence::Command>(&entry);
    if (command == nullptr || command->request_id == 0) return;
    const std::uint64_t number = ++numbered[command->player];
    CHECK(journal.emplace(std::pair{command->player, command->request_id}, number).second);
  });
  REQUIRE(read.has_value());
  for (const Player& player : players)
    for (const auto& [request, number] : player.acknowledged) {
      const auto written = journal.find({player.guest, request});
      REQUIRE(written != journal.end());
      CHECK(written->second == number);
    }
}

TEST_CASE("told to stop, the program says goodbye, keeps everything and ends within five seconds") {
  TempFolder folder;
  found_town(folder / "data");
  Program program(serve(folder));
  Guest ann({.port = program.port()}, "Ann");
  REQUIRE(ann.enter("town").has_entered());
  REQUIRE(ann.sit(v1::ROLE_MEMBER).has_receipt());
  REQUIRE(ann.effort(9'999).has_receipt());
  std::ifstream port_file(folder / "port");
  int port = 0;
  port_file >> port;
  CHECK(port == program.port());
  const auto start = std::chrono::steady_clock::now();
  program.signal(SIGTERM);
  const auto goodbye = ann.client.until([](const auto& e) { return e.has_goodbye(); });
  CHECK(goodbye.goodbye().reconnect());
  CHECK(!ann.client.next().has_value());
  CHECK(program.wait() == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  const auto town = town_in(folder / "data");
  CHECK(town.actions == 1);
  CHECK(town.problem.empty());
}

TEST_CASE("exit codes: 0 done, 1 failed, 2 wrong usage") {
  TempFolder folder;
  const std::string data = (folder / "data").string();
  const auto code = [](std::vector<std::string> arguments) { return Program(std::move(arguments)).wait(); };
  CHECK(code({"--help"}) == 0);
  CHECK(code({"serve", "--help"}) == 0);
  CHECK(code({}) == 2);
  CHECK(code({"conquer"}) == 2);
  CHECK(code({"serve", "--data", data, "--listen", "nowhere"}) == 2);
  CHECK(code({"serve", "--data", data, "--listen", "203.0.113.1:1", "--no-demo"}) == 1);
  CHECK(code({"world", "new", "town", "--data", data, "--scenario", "hamlet", "--seed", "4"}) == 0);
  CHECK(code({"world", "new", "town", "--data", data, "--scenario", "hamlet"}) == 1);
  CHECK(code({"world", "new", "../town", "--data", data}) == 1);
  CHECK(code({"world", "new", "other", "--data", data, "--scenario", "nowhere"}) == 1);
  CHECK(code({"world", "run", "town", "--data", data, "--ticks", "3"}) == 0);
  CHECK(code({"world", "verify", "town", "--data", data}) == 0);
  CHECK(code({"world", "verify", "nothing", "--data", data}) == 1);
  Program replay({"world", "replay", "town", "--data", data, "--tick", "2"});
  CHECK(replay.wait() == 0);
  CHECK(std::count(replay.output.begin(), replay.output.end(), '\n') == 3);
  Program list({"world", "list", "--data", data, "--json"});
  CHECK(list.wait() == 0);
  CHECK(list.output.starts_with("[{\"name\":\"town\""));
}

TEST_CASE("one broken world is told to those who know its name, named to nobody else, and the others are served") {
  TempFolder folder;
  found_town(folder / "data");
  std::ofstream(folder / "data" / "worlds" / "broken.world") << "this is no world";
  Program program(serve(folder));
  Guest ann({.port = program.port()});
  auto request = ann.request();
  request.mutable_list_worlds();
  const auto list = ann.ask(request).world_list();
  // Whether it was listed lies in the file, which cannot be read.
  REQUIRE(list.worlds_size() == 1);
  CHECK(list.worlds(0).name() == "town");
  CHECK(code_of(ann.enter("broken")) == v1::ERROR_CODE_WORLD_FAILED);
  CHECK(ann.enter("town").has_entered());
  program.signal(SIGTERM);
  CHECK(program.wait() == 0);
}
