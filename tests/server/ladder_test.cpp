// Ladders of a server through its real door: people and bots queue, a table is made, played, and rated once, whatever
// happens to the server meanwhile.
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/server/support/account_requests.hpp"
#include "tests/server/support/program.hpp"
#include "tests/server/support/test_server.hpp"

using namespace tt::test;
using namespace std::chrono_literals;
namespace server = tt::server;

namespace {

constexpr std::uint32_t kLastTick = 40;  // of hamlet

server::LadderPlan plan_of(std::size_t seats) {
  server::LadderPlan plan;
  plan.name = "evening";
  plan.title = "Evening ladder";
  plan.scenario = "hamlet";
  plan.role = tt::rules::Role::kWorker;
  plan.seats = seats;
  plan.wait = 3600s;
  plan.start = 600s;
  plan.everybody = true;
  return plan;
}

std::function<void(server::Config&)> with(const server::LadderPlan& plan) {
  return [plan](server::Config& config) {
    config.ladders = {plan};
    config.caps.requests_per_second = 1e6;  // these ask until it is so
    config.caps.requests_burst = 1e6;
  };
}

v1::ServerEnvelope join(Guest& guest, const std::string& bot = {}) {
  auto request = guest.request();
  request.mutable_join_ladder()->set_name("evening");
  request.mutable_join_ladder()->set_bot(bot);
  return guest.ask(request);
}

v1::ServerEnvelope leave(Guest& guest) {
  auto request = guest.request();
  request.mutable_leave_ladder()->set_name("evening");
  return guest.ask(request);
}

v1::Ladder read(Guest& guest) {
  auto request = guest.request();
  request.mutable_read_ladder()->set_name("evening");
  const auto answer = guest.ask(request);
  REQUIRE_MESSAGE(answer.has_ladder(), answer.ShortDebugString());
  return answer.ladder();
}

v1::LadderSummary summary(Guest& guest) {
  auto request = guest.request();
  request.mutable_list_ladders();
  const auto answer = guest.ask(request);
  REQUIRE(answer.ladder_list().ladders_size() == 1);
  return answer.ladder_list().ladders(0);
}

/// The world this guest is told to enter, unasked.
std::string told_world(Guest& guest) {
  const auto is_told = [](const v1::ServerEnvelope& envelope) {
    return envelope.ladder_place().state() == v1::LADDER_STATE_PLAYING;
  };
  for (const auto& envelope : guest.client.seen)
    if (is_told(envelope)) return envelope.ladder_place().world();
  return guest.client.until(is_told).ladder_place().world();
}

/// Everybody of a table in it.
void enter(const std::vector<Guest*>& table, const std::string& world) {
  for (Guest* const guest : table) {
    const auto entered = guest->enter(world);
    REQUIRE_MESSAGE(entered.has_entered(), entered.ShortDebugString());
    CHECK(entered.entered().seat_id() != 0);
  }
}

void play(const std::vector<Guest*>& table, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t tick = from; tick < to; ++tick) {
    for (Guest* const guest : table) REQUIRE(guest->ready(tick).has_receipt());
    for (Guest* const guest : table) guest->until_tick(tick + 1);
  }
}

/// Once so many matches have ended; asks until it is so.
v1::Ladder after_matches(Guest& guest, int matches) {
  for (;;) {
    v1::Ladder ladder = read(guest);
    if (ladder.matches_size() >= matches) return ladder;
  }
}

std::string get(std::uint16_t port, const std::string& path) {
  return raw(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}

/// A program by a bot's token of this guest's.
Guest bot_of(const TestServer& server, Guest& owner) {
  const auto made = make_token(owner, "a bot");
  REQUIRE_MESSAGE(made.has_account(), made.ShortDebugString());
  return server.guest({}, made.account().token());
}

}  // namespace

TEST_CASE("two people and two bots queue, a table is made and played, and everybody is rated once") {
  TestServer server(with(plan_of(4)));
  Guest ann = server.guest("Ann");
  Guest ben = server.guest("Ben");
  Guest cid = server.guest("Cid");
  Guest dan = server.guest("Dan");
  Guest quick = bot_of(server, cid);
  Guest greedy = bot_of(server, dan);

  const auto waits = join(ann);
  REQUIRE_MESSAGE(waits.has_ladder_place(), waits.ShortDebugString());
  CHECK(waits.ladder_place().state() == v1::LADDER_STATE_WAITING);
  CHECK(join(ann).ladder_place().waiting() == 1);  // twice is once
  CHECK(leave(ann).ladder_place().state() == v1::LADDER_STATE_OUT);
  CHECK(join(ann).ladder_place().state() == v1::LADDER_STATE_WAITING);
  REQUIRE(join(ben).has_ladder_place());
  REQUIRE(join(quick, "quick").has_ladder_place());
  CHECK(code_of(join(cid, "quick")) == v1::ERROR_CODE_BAD_TOKEN);  // a person is no bot
  CHECK(code_of(join(greedy, std::string(40, 'x'))) == v1::ERROR_CODE_BAD_NAME);
  REQUIRE(join(greedy, "greedy").has_ladder_place());

  const std::vector<Guest*> table{&ann, &ben, &quick, &greedy};
  const std::string world = told_world(ann);
  CHECK(world.starts_with("match-evening-"));
  for (Guest* const guest : {&ben, &quick, &greedy}) CHECK(told_world(*guest) == world);
  CHECK(code_of(join(ann)) == v1::ERROR_CODE_AT_A_TABLE);
  CHECK(read(ann).running_size() == 1);
  CHECK(read(ann).running(0).seats_size() == 4);
  enter(table, world);
  play(table, 0, kLastTick);

  const v1::Ladder ladder = after_matches(ann, 1);
  CHECK(ladder.running_size() == 0);
  CHECK(ladder.mine().state() == v1::LADDER_STATE_OUT);
  REQUIRE(ladder.matches_size() == 1);
  const v1::LadderMatch& match = ladder.matches(0);
  CHECK(match.rated());
  CHECK(match.kept());
  CHECK(match.measure() == v1::LADDER_MEASURE_DIFFERENCE);
  CHECK(match.seats(0).rank() == 1);
  for (const v1::LadderSeat& seat : match.seats()) CHECK(seat.conduct() == v1::LADDER_CONDUCT_STAYED);
  REQUIRE(ladder.standings_size() == 4);
  std::map<std::string, std::string> owners;
  for (const v1::LadderRow& row : ladder.standings()) {
    CHECK(row.games() == 1);
    CHECK(row.deviation_milli() < 8'333);
    owners[row.name()] = row.owner();
  }
  CHECK(owners == std::map<std::string, std::string>{{"Ann", ""}, {"Ben", ""}, {"quick", "Cid"}, {"greedy", "Dan"}});

  CHECK(get(server.port(), "/ladder/evening/matches.csv").find("quick (bot of Cid)") != std::string::npos);
  CHECK(get(server.port(), "/ladder/evening/standings.json").find("not a final table") != std::string::npos);
  CHECK(get(server.port(), "/ladder/evening/evening.ladder").find("404") != std::string::npos);
  CHECK(get(server.port(), "/ladder/other/matches.csv").find("404") != std::string::npos);
}

TEST_CASE("a match goes on after a restart in its middle, and a rating lost with a crash is made up for, once") {
  TestServer server(with(plan_of(2)));
  auto ann = std::make_unique<Guest>(server.guest("Ann"));
  auto ben = std::make_unique<Guest>(server.guest("Ben"));
  REQUIRE(join(*ann).has_ladder_place());
  REQUIRE(join(*ben).has_ladder_place());
  const std::string world = told_world(*ann);
  enter({ann.get(), ben.get()}, world);
  play({ann.get(), ben.get()}, 0, 10);
  const std::filesystem::path ladders = server.folder() / "data" / "ladders";
  const std::filesystem::path before = server.folder() / "before";
  server.stop();
  std::filesystem::copy(ladders, before);
  const auto come_back = [&] {
    server.start();
    ann = std::make_unique<Guest>(server.guest({}, ann->token));
    ben = std::make_unique<Guest>(server.guest({}, ben->token));
  };

  come_back();
  CHECK(read(*ann).mine().state() == v1::LADDER_STATE_PLAYING);
  CHECK(read(*ann).mine().world() == world);
  enter({ann.get(), ben.get()}, world);
  play({ann.get(), ben.get()}, 10, kLastTick);
  const v1::Ladder rated = after_matches(*ann, 1);
  server.stop();

  come_back();
  CHECK(read(*ann).standings(0).games() == 1);
  CHECK(read(*ann).matches_size() == 1);
  server.stop();

  // The world is at its end, and of the rating nothing has reached the disk.
  std::filesystem::remove_all(ladders);
  std::filesystem::copy(before, ladders);
  come_back();
  const v1::Ladder again = after_matches(*ann, 1);
  REQUIRE(again.standings_size() == 2);
  for (int at = 0; at < 2; ++at) {
    CHECK(again.standings(at).games() == 1);
    CHECK(again.standings(at).name() == rated.standings(at).name());
    CHECK(again.standings(at).rating_milli() == rated.standings(at).rating_milli());
  }
  CHECK(again.mine().state() == v1::LADDER_STATE_OUT);
}

TEST_CASE("killed at the end of a match, the program rates it once when it is started again") {
  TempFolder folder;
  const std::filesystem::path config = folder / "t.toml";
  std::ofstream(config) << "data = \"data\"\nlisten = \"127.0.0.1:0\"\ndemo = false\nport_file = \"port\"\n"
                           "[[ladder]]\nname = \"evening\"\nscenario = \"hamlet\"\nrole = \"workers\"\nseats = 2\n"
                           "who = \"everybody\"\n[limits]\nrequests_per_second = 10000\nrequests_burst = 100000\n";
  std::string token;
  {
    Program program({"serve", "--config", config.string()});
    const std::uint16_t port = program.port();
    Guest ann({.port = port}, "Ann");
    Guest ben({.port = port}, "Ben");
    token = ann.token;
    REQUIRE(join(ann).has_ladder_place());
    REQUIRE(join(ben).has_ladder_place());
    const std::string world = told_world(ann);
    enter({&ann, &ben}, world);
    play({&ann, &ben}, 0, kLastTick);
    program.signal(SIGKILL);
    program.wait();
  }
  for (int start = 0; start < 2; ++start) {
    Program program({"serve", "--config", config.string()});
    Guest ann({.port = program.port()}, {}, token);
    const v1::Ladder ladder = after_matches(ann, 1);
    CHECK(ladder.matches_size() == 1);
    REQUIRE(ladder.standings_size() == 2);
    CHECK(ladder.standings(0).games() == 1);
    CHECK(ladder.standings(1).games() == 1);
    program.signal(SIGKILL);
    program.wait();
  }
}

TEST_CASE("a table begins without whoever does not come, and who leaves or stays away is said to have") {
  server::LadderPlan plan = plan_of(3);
  plan.start = 1s;
  TestServer server([&](server::Config& config) {
    with(plan)(config);
    config.caps.presence_grace = 50ms;
  });
  Guest ann = server.guest("Ann");
  Guest ben = server.guest("Ben");
  Guest cid = server.guest("Cid");
  for (Guest* const guest : {&ann, &ben, &cid}) REQUIRE(join(*guest).has_ladder_place());
  const std::string world = told_world(ann);
  enter({&ann, &ben}, world);
  auto up = ben.request();
  up.mutable_leave_seat();
  REQUIRE(ben.ask(up).has_receipt());
  CHECK(code_of(ben.sit(v1::ROLE_WORKER)) == v1::ERROR_CODE_WATCHING_ONLY);  // there is no second seat
  auto pause = ann.request();
  pause.mutable_set_clock()->set_paused(true);
  CHECK(code_of(ann.ask(pause)) == v1::ERROR_CODE_NOT_HOST);
  play({&ann}, 0, kLastTick);
  const v1::Ladder ladder = after_matches(ann, 1);
  std::map<std::string, v1::LadderConduct> conduct;
  for (const v1::LadderSeat& seat : ladder.matches(0).seats()) conduct[seat.name()] = seat.conduct();
  CHECK(conduct["Ann"] == v1::LADDER_CONDUCT_STAYED);
  CHECK(conduct["Ben"] == v1::LADDER_CONDUCT_LEFT);
  CHECK(conduct["Cid"] == v1::LADDER_CONDUCT_AWAY);
}

TEST_CASE("in a match nobody's short absence is played through") {
  TestServer server(with(plan_of(2)));
  Guest ann = server.guest("Ann");
  auto ben = std::make_unique<Guest>(server.guest("Ben"));
  REQUIRE(join(ann).has_ladder_place());
  REQUIRE(join(*ben).has_ladder_place());
  const std::string world = told_world(ann);
  enter({&ann}, world);
  REQUIRE(ann.ready(0).has_receipt());  // alone, and before anything has begun
  const std::string token = ben->token;
  enter({ben.get()}, world);
  REQUIRE(ben->ready(0).has_receipt());
  ann.until_tick(1);
  ben.reset();
  REQUIRE(ann.ready(1).has_receipt());
  REQUIRE(ann.effort(9'000).has_receipt());
  Guest back = server.guest({}, token);
  const auto entered = back.enter(world);
  REQUIRE(entered.has_entered());
  const auto clock = back.client.until([](const auto& envelope) { return envelope.has_clock(); }).clock();
  CHECK(clock.tick() == 1);
  REQUIRE(back.ready(1).has_receipt());
  ann.until_tick(2);
}

TEST_CASE("built-in strategies fill a table after the wait, unrated, and old worlds go") {
  server::LadderPlan plan = plan_of(3);
  plan.wait = 1s;
  plan.fill = {"pay-seeker", "investor"};
  plan.kept = 1;
  TestServer server(with(plan));
  Guest ann = server.guest("Ann");
  std::vector<std::string> worlds;
  for (int match = 1; match <= 2; ++match) {
    REQUIRE(join(ann).has_ladder_place());
    worlds.push_back(told_world(ann));
    ann.client.seen.clear();
    enter({&ann}, worlds.back());
    play({&ann}, 0, kLastTick);
    const v1::Ladder ladder = after_matches(ann, match);
    CHECK(!ladder.matches(0).rated());
    CHECK(ladder.standings_size() == 0);
    int built_in = 0;
    for (const v1::LadderSeat& seat : ladder.matches(0).seats()) built_in += seat.built_in() ? 1 : 0;
    CHECK(built_in == 2);
  }
  for (bool gone = false; !gone;) gone = !read(ann).matches(1).kept();
  CHECK(read(ann).matches(0).kept());
  CHECK(code_of(ann.enter(worlds[0])) == v1::ERROR_CODE_UNKNOWN_WORLD);
  CHECK(!std::filesystem::exists(server.folder() / "data" / "worlds" / (worlds[0] + ".world")));
  CHECK(ann.enter(worlds[1]).has_entered());
}

TEST_CASE("whoever goes away loses their place, and an account is needed where the host wants one") {
  server::LadderPlan plan = plan_of(2);
  plan.everybody = false;
  TestServer server([&](server::Config& config) {
    with(plan)(config);
    config.caps.presence_grace = 20ms;
  });
  Guest ann = server.guest("Ann");
  CHECK(code_of(join(ann)) == v1::ERROR_CODE_ACCOUNT_NEEDED);
  REQUIRE(claim(ann, "ann", "correct horse battery").has_account());
  REQUIRE(join(ann).has_ladder_place());
  Guest ben = server.guest("Ben");
  CHECK(summary(ben).waiting() == 1);
  CHECK(summary(ben).accounts_only());
  ann.client.drop();
  while (summary(ben).waiting() != 0) {
  }
  auto request = ben.request();
  request.mutable_join_ladder()->set_name("morning");
  CHECK(code_of(ben.ask(request)) == v1::ERROR_CODE_UNKNOWN_LADDER);
}

TEST_CASE("joining and leaving again and again is bounded, and only a ladder makes a match of a world") {
  TestServer server(with(plan_of(4)));
  Guest ann = server.guest("Ann");
  int joined = 0;
  for (int turn = 0; turn < 8; ++turn) {
    if (join(ann).has_ladder_place()) ++joined;
    leave(ann);
  }
  CHECK(joined == 6);
  CHECK(code_of(join(ann)) == v1::ERROR_CODE_RATE_LIMITED);
  auto wish = ann.request();
  wish.mutable_create_world()->set_scenario("hamlet");
  wish.mutable_create_world()->mutable_rules()->set_match_wait_seconds(30);
  CHECK(code_of(ann.ask(wish)) == v1::ERROR_CODE_MALFORMED);
}
