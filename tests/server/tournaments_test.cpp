// Tournaments of a server: real runs of the real program, watched through the real door.
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "server/tournaments/opening.hpp"
#include "tests/server/support/program.hpp"
#include "tests/server/support/test_server.hpp"
#include "tournament/schedule.hpp"

using namespace tt::test;
namespace server = tt::server;
namespace tournament = tt::tournament;

namespace {

/// A good one: two strategies on the smallest scenario.
v1::OpenTournament cup(std::uint32_t matches = 8) {
  v1::OpenTournament wish;
  wish.set_title("A Cup");
  wish.set_scenario("hamlet");
  wish.set_role(v1::ROLE_CAPITALIST);
  for (const char* name : {"poacher", "cost-cutter"}) wish.add_strategies(name);
  wish.set_format(v1::TOURNAMENT_FORMAT_ROUND_ROBIN);
  wish.set_matches(matches);
  return wish;
}

/// Longer than any test.
constexpr std::uint32_t kMany = 20'000;

void allow_everybody(server::Config& config) {
  config.tournaments.everybody = true;
  config.tournaments.matches = kMany;
  config.tournaments.program = program_path();
  config.caps.requests_per_second = 1e6;  // these ask until it is so
  config.caps.requests_burst = 1e6;
}

v1::ServerEnvelope open(Guest& guest, const v1::OpenTournament& wish) {
  auto request = guest.request();
  *request.mutable_open_tournament() = wish;
  return guest.ask(request);
}

v1::ServerEnvelope read(Guest& guest, const std::string& name) {
  auto request = guest.request();
  request.mutable_read_tournament()->set_name(name);
  return guest.ask(request);
}

v1::ServerEnvelope stop(Guest& guest, const std::string& name) {
  auto request = guest.request();
  request.mutable_stop_tournament()->set_name(name);
  return guest.ask(request);
}

v1::ServerEnvelope resume(Guest& guest, const std::string& name) {
  auto request = guest.request();
  request.mutable_resume_tournament()->set_name(name);
  return guest.ask(request);
}

v1::TournamentList list(Guest& guest) {
  auto request = guest.request();
  request.mutable_list_tournaments();
  return guest.ask(request).tournament_list();
}

v1::ServerEnvelope matches(Guest& guest, const std::string& name, std::uint32_t from = 0) {
  auto request = guest.request();
  request.mutable_list_matches()->set_name(name);
  request.mutable_list_matches()->set_from(from);
  return guest.ask(request);
}

/// Asks until it is so; the runs are short.
template <class IsSo>
v1::Tournament until(Guest& guest, const std::string& name, const IsSo& is_so) {
  for (;;) {
    const auto answer = read(guest, name);
    REQUIRE_MESSAGE(answer.has_tournament(), answer.ShortDebugString());
    if (is_so(answer.tournament())) return answer.tournament();
  }
}

auto is(v1::TournamentState state) {
  return [state](const v1::Tournament& now) { return now.summary().state() == state; };
}

bool has_begun(const v1::Tournament& now) {
  return now.summary().played() >= 2;
}

std::string get(std::uint16_t port, const std::string& path) {
  return raw(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}

/// The processes that play in this folder.
std::vector<pid_t> players_of(const std::filesystem::path& folder) {
  std::vector<pid_t> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string number = entry.path().filename().string();
    if (number.find_first_not_of("0123456789") != std::string::npos) continue;
    std::ifstream file(entry.path() / "cmdline", std::ios::binary);
    const std::string words{std::istreambuf_iterator<char>(file), {}};
    if (words.find(folder.string()) != std::string::npos && words.find("resume") != std::string::npos)
      found.push_back(std::stoi(number));
  }
  return found;
}

std::string fault(const v1::OpenTournament& wish) {
  const auto judged = server::opening_of(wish, 1, 2'000);
  const auto* const error = std::get_if<v1::Error>(&judged);
  if (error == nullptr) return "none";
  CHECK(error->code() == v1::ERROR_CODE_BAD_TOURNAMENT);
  return error->field() + ": " + error->text();
}

}  // namespace

TEST_CASE("a tournament is opened, watched to its end, and its report fetched, in a box of its own") {
  TestServer server(allow_everybody);
  Guest ann = server.guest("Ann");
  CHECK(list(ann).may_open());
  CHECK(list(ann).strategies_size() > 10);
  const auto opened = open(ann, cup());
  REQUIRE_MESSAGE(opened.has_tournament(), opened.ShortDebugString());
  const std::string name = opened.tournament().summary().name();
  CHECK(name.starts_with("a-cup-"));
  CHECK(opened.tournament().summary().matches() == 8);
  CHECK(opened.tournament().summary().mine());

  Guest ben = server.guest("Ben");
  const auto ended = until(ben, name, is(v1::TOURNAMENT_STATE_FINISHED));
  CHECK(!ended.summary().mine());
  CHECK(ended.summary().opened_by() == "Ann");
  CHECK(ended.summary().played() == 8);
  CHECK(ended.worlds() == 4);
  REQUIRE(ended.lines_size() == 2);
  CHECK(ended.lines(0).score_bp() >= ended.lines(1).score_bp());
  CHECK(ended.lines(0).games() == 8);
  CHECK(ended.lines(0).interval());
  CHECK(ended.files_size() == 4);

  const std::string page = get(server.port(), "/tournaments/" + name + "/report.html");
  CHECK(page.starts_with("HTTP/1.1 200"));
  CHECK(page.find("Content-Security-Policy: sandbox; default-src 'none'") != std::string::npos);
  CHECK(page.find("<h1>A Cup</h1>") != std::string::npos);
  CHECK(page.find("href=\"http") == std::string::npos);  // its matches are served here
  const std::string csv = get(server.port(), "/tournaments/" + name + "/report.csv");
  CHECK(csv.find("Content-Disposition: attachment") != std::string::npos);
  CHECK(csv.find("role,section,row,column,value") != std::string::npos);
}

TEST_CASE(
    "every match that has been played is listed, and opens as the finished world it is, for whoever knows its name") {
  TestServer server(allow_everybody);
  Guest ann = server.guest("Ann");
  const std::string name = open(ann, cup(60)).tournament().summary().name();
  CHECK(matches(ann, name).match_list().matches_size() <= 25);  // while it is played, what there is
  until(ann, name, is(v1::TOURNAMENT_STATE_FINISHED));
  const auto first = matches(ann, name).match_list();
  CHECK(first.played() == 60);
  REQUIRE(first.matches_size() == 25);
  CHECK(matches(ann, name, 50).match_list().matches_size() == 10);
  CHECK(matches(ann, name, 1'000).match_list().matches_size() == 0);
  CHECK(code_of(matches(ann, "nowhere")) == v1::ERROR_CODE_UNKNOWN_TOURNAMENT);
  const v1::TournamentMatch& match = first.matches(7);
  CHECK(match.match() == "000003-01");
  CHECK(match.number() == 4);
  REQUIRE(match.seats_size() == 2);
  CHECK(match.seats(0).place() == 1);
  CHECK(match.seats(0).score_bp() >= match.seats(1).score_bp());

  Guest ben = server.guest("Ben");
  const auto entered = ben.enter(match.world());
  REQUIRE_MESSAGE(entered.has_entered(), entered.ShortDebugString());
  auto past = ben.request();
  past.mutable_read_past()->set_tick(3);
  const auto then = ben.ask(past);
  REQUIRE_MESSAGE(then.has_past(), then.ShortDebugString());
  CHECK(then.past().tick() == 3);
  REQUIRE(then.past().snapshot().seats().id_size() > 0);
  past = ben.request();  // the game is over: everybody's part is everybody's to see
  past.mutable_read_past()->set_tick(3);
  past.mutable_read_past()->set_as_seat_id(then.past().snapshot().seats().id(0));
  CHECK(ben.ask(past).past().has_me());
  auto worlds = ben.request();
  worlds.mutable_list_worlds();
  const auto lobby = ben.ask(worlds);
  REQUIRE(lobby.has_world_list());
  for (const auto& world : lobby.world_list().worlds()) CHECK(world.name() != match.world());
  const std::vector<std::string> wrongs{name + "~000003-99", name + "~../000003-01", name + "~",
                                        "~000003-01",        "nowhere~000003-01",    match.world() + "~000003-01"};
  for (const std::string& wrong : wrongs)
    CHECK_MESSAGE(code_of(ben.enter(wrong)) == v1::ERROR_CODE_UNKNOWN_WORLD, wrong);
  const std::string page = get(server.port(), "/tournaments/" + name + "/report.html");
  CHECK(page.find("href=\"/w/" + match.world() + "/town\"") != std::string::npos);
}

TEST_CASE("nothing but the named files of known tournaments can be fetched") {
  TestServer server(allow_everybody);
  Guest ann = server.guest("Ann");
  const std::string name = open(ann, cup(2)).tournament().summary().name();
  until(ann, name, is(v1::TOURNAMENT_STATE_FINISHED));
  const std::string running = open(ann, cup(kMany)).tournament().summary().name();
  const std::string folder = "/tournaments/" + name;
  const std::vector<std::string> paths{folder + "/spec.toml",
                                       folder + "/opened.toml",
                                       folder + "/run.log",
                                       folder + "/results.sqlite",
                                       folder + "/worlds/000000-00.world",
                                       folder + "/../" + name + "/report.html",
                                       folder + "%2freport.html",
                                       "/tournaments/.." + folder + "/report.html",
                                       "/tournaments//report.html",
                                       "/tournaments/nowhere/report.html",
                                       "/tournaments/" + running + "/report.html"};
  for (const std::string& path : paths) CHECK_MESSAGE(get(server.port(), path).starts_with("HTTP/1.1 404"), path);
  CHECK(code_of(read(ann, "../" + name)) == v1::ERROR_CODE_UNKNOWN_TOURNAMENT);
  CHECK(code_of(stop(ann, "")) == v1::ERROR_CODE_UNKNOWN_TOURNAMENT);
}

TEST_CASE("only those the host names may open, and only whoever opened it may stop it") {
  TestServer server([](server::Config& config) {
    allow_everybody(config);
    config.tournaments.everybody = false;
    config.tournaments.openers = {"ann"};
  });
  Guest ann = server.guest("Ann");
  CHECK(!list(ann).may_open());
  CHECK(code_of(open(ann, cup())) == v1::ERROR_CODE_MAY_NOT_OPEN);
  auto claim = ann.request();
  claim.mutable_claim()->set_login("ann");
  claim.mutable_claim()->set_passphrase("a long enough one");
  REQUIRE(ann.ask(claim).has_account());
  CHECK(list(ann).may_open());
  auto request = ann.request();
  *request.mutable_open_tournament() = cup(kMany);
  const auto opened = ann.ask(request);
  REQUIRE_MESSAGE(opened.has_tournament(), opened.ShortDebugString());
  const std::string name = opened.tournament().summary().name();
  CHECK(ann.ask(request).tournament().summary().name() == name);  // asked again: the same
  CHECK(list(ann).tournaments_size() == 1);

  Guest ben = server.guest("Ben");
  CHECK(code_of(open(ben, cup())) == v1::ERROR_CODE_MAY_NOT_OPEN);
  CHECK(code_of(stop(ben, name)) == v1::ERROR_CODE_NOT_OPENER);
  CHECK(code_of(resume(ben, name)) == v1::ERROR_CODE_NOT_OPENER);
  CHECK(stop(ann, name).tournament().summary().state() == v1::TOURNAMENT_STATE_STOPPED);
}

TEST_CASE("one runs and the others wait; stopped and gone on with, it ends like one that was never stopped") {
  TestServer server(allow_everybody);
  Guest ann = server.guest("Ann");
  const std::string first = open(ann, cup(kMany)).tournament().summary().name();
  const std::string second = open(ann, cup(40)).tournament().summary().name();
  CHECK(read(ann, second).tournament().summary().state() == v1::TOURNAMENT_STATE_WAITING);
  const auto begun = until(ann, first, [](const v1::Tournament& now) { return now.matches_an_hour() > 0; });
  CHECK(begun.left_seconds() > 0);
  CHECK(stop(ann, first).tournament().summary().state() == v1::TOURNAMENT_STATE_STOPPED);
  until(ann, second, has_begun);
  CHECK(players_of(server.folder() / "data" / "tournaments" / first).empty());
  CHECK(stop(ann, second).tournament().summary().state() == v1::TOURNAMENT_STATE_STOPPED);
  const auto again = resume(ann, second);
  CHECK(again.tournament().summary().played() >= 2);
  until(ann, second, is(v1::TOURNAMENT_STATE_FINISHED));

  const auto folder = server.folder() / "data" / "tournaments" / second;
  Program whole({"tournament", "run", (folder / "spec.toml").string(), "--out", (server.folder() / "whole").string()});
  REQUIRE(whole.wait() == 0);
  const auto bytes = [](const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  CHECK(bytes(folder / "results.sqlite") == bytes(server.folder() / "whole" / "results.sqlite"));
  CHECK(bytes(folder / "results.csv") == bytes(server.folder() / "whole" / "results.csv"));
}

TEST_CASE("a run that is killed is told as failed, and goes on when asked to") {
  TestServer server(allow_everybody);
  Guest ann = server.guest("Ann");
  const std::string name = open(ann, cup(60)).tournament().summary().name();
  until(ann, name, has_begun);
  const auto players = players_of(server.folder() / "data" / "tournaments" / name);
  REQUIRE(players.size() == 1);
  REQUIRE(::kill(players[0], SIGKILL) == 0);
  const auto failed = until(ann, name, is(v1::TOURNAMENT_STATE_FAILED));
  CHECK(failed.failure().find("signal 9") != std::string::npos);
  CHECK(failed.summary().played() >= 2);
  REQUIRE(resume(ann, name).has_tournament());
  CHECK(until(ann, name, is(v1::TOURNAMENT_STATE_FINISHED)).summary().played() == 60);
}

TEST_CASE("a server that starts again goes on with what was not stopped, and its end leaves nobody playing") {
  TestServer server(allow_everybody);
  const auto folder = server.folder() / "data" / "tournaments";
  std::string token;
  std::string running;
  std::string stopped;
  {
    Guest ann = server.guest("Ann");
    token = ann.token;
    stopped = open(ann, cup(kMany)).tournament().summary().name();
    REQUIRE(stop(ann, stopped).has_tournament());
    running = open(ann, cup(60)).tournament().summary().name();
    until(ann, running, has_begun);
  }
  server.stop();
  CHECK(players_of(folder).empty());
  // Somebody with the host's disk at hand has put programs into a third one: a server starts none.
  std::filesystem::create_directory(folder / "of-programs");
  std::filesystem::copy_file(folder / running / "opened.toml", folder / "of-programs" / "opened.toml");
  std::ofstream(folder / "of-programs" / "spec.toml") << "name = \"Programs\"\nscenario = \"hamlet\"\nmaster_seed = "
                                                         "1\nworlds = 1\n[bots.mine]\ncommand = \"/bin/true\"\n"
                                                         "[workers]\nseats = 1\nstrategies = [\"mine\"]\n";
  server.start();
  Guest ann = server.guest({}, token);
  CHECK(until(ann, running, is(v1::TOURNAMENT_STATE_FINISHED)).summary().played() == 60);
  CHECK(read(ann, stopped).tournament().summary().state() == v1::TOURNAMENT_STATE_STOPPED);
  CHECK(read(ann, "of-programs").tournament().summary().state() == v1::TOURNAMENT_STATE_FAILED);
  CHECK(resume(ann, "of-programs").tournament().summary().state() == v1::TOURNAMENT_STATE_FAILED);
  CHECK(list(ann).tournaments_size() == 3);
}

namespace {

/// Where everybody may open tournaments.
std::vector<std::string> serve_in(const TempFolder& folder) {
  found_town(folder / "data");
  std::ofstream(folder / "host.toml")
      << "data = \"data\"\nlisten = \"127.0.0.1:0\"\ndemo = false\n[tournaments]\n"
         "may_open = \"everybody\"\nmatches = 20000\n[limits]\nrequests_per_second = 10000\n"
         "requests_burst = 100000\n";
  return {"serve", "--config", (folder / "host.toml").string()};
}

}  // namespace

TEST_CASE("a run that is stopped as soon as it is started is all that ends") {
  TempFolder folder;
  Program program(serve_in(folder));
  Guest ann({.port = program.port()});
  for (int round = 0; round < 30; ++round) {
    const auto opened = open(ann, cup(kMany));
    REQUIRE_MESSAGE(opened.has_tournament(), opened.ShortDebugString());
    REQUIRE(stop(ann, opened.tournament().summary().name()).has_tournament());
  }
  Guest ben({.port = program.port()});  // who comes now still finds the server
  CHECK(list(ben).tournaments_size() == 30);
  program.signal(SIGTERM);
  CHECK(program.wait() == 0);
}

TEST_CASE("a killed server takes its runs with it, and the next one goes on with them") {
  TempFolder folder;
  const std::vector<std::string> serve = serve_in(folder);
  std::string name;
  {
    Program program(serve);
    Guest ann({.port = program.port()});
    name = open(ann, cup(kMany)).tournament().summary().name();
    until(ann, name, has_begun);
    program.signal(SIGKILL);
    CHECK(program.wait() == -SIGKILL);
  }
  Program program(serve);
  Guest ben({.port = program.port()});
  until(ben, name, [](const v1::Tournament& now) {
    return now.summary().state() == v1::TOURNAMENT_STATE_RUNNING && now.matches_an_hour() > 0;
  });
  CHECK(players_of(folder / "data").size() == 1);
  program.signal(SIGTERM);
  CHECK(program.wait() == 0);
  CHECK(players_of(folder / "data").empty());
}

TEST_CASE("a host's bounds hold: so many kept, and four of one guest on their way") {
  TestServer server([](server::Config& config) {
    allow_everybody(config);
    config.tournaments.kept = 5;
  });
  Guest ann = server.guest("Ann");
  for (int at = 0; at < 4; ++at) REQUIRE(open(ann, cup(kMany)).has_tournament());
  CHECK(code_of(open(ann, cup())) == v1::ERROR_CODE_TOURNAMENT_LIMIT);
  Guest ben = server.guest("Ben");
  CHECK(open(ben, cup()).has_tournament());
  CHECK(code_of(open(ben, cup())) == v1::ERROR_CODE_TOURNAMENT_LIMIT);
}

TEST_CASE("what cannot be played is refused with the field and the reason") {
  CHECK(fault(cup()) == "none");
  const auto changed = [](const auto& change) {
    v1::OpenTournament wish = cup();
    change(wish);
    return fault(wish);
  };
  for (const char* title : {"", "\"\nscenario = \"x", "Fußball", " A", "a/b"})
    CHECK(changed([&](auto& wish) { wish.set_title(title); }).starts_with("open_tournament.title"));
  for (const char* scenario : {"", "nowhere", "/etc/passwd", "../hamlet.toml"})
    CHECK(changed([&](auto& wish) { wish.set_scenario(scenario); }).starts_with("open_tournament.scenario"));
  CHECK(changed([](auto& wish) { wish.set_role(v1::ROLE_UNSPECIFIED); }).starts_with("open_tournament.role"));
  for (const char* program : {"python3 bot.py", "./bot", "/bin/true", "nobody", "poacher\"]\n[bots.x]\ncommand=\"x"})
    CHECK(changed([&](auto& wish) {
            wish.add_strategies(program);
          }).find("Programs are never started from a browser") != std::string::npos);
  CHECK(changed([](auto& wish) { wish.add_strategies("organiser"); }).find("does not play") != std::string::npos);
  CHECK(changed([](auto& wish) { wish.add_strategies("poacher"); }).find("twice") != std::string::npos);
  CHECK(changed([](auto& wish) { wish.mutable_strategies()->RemoveLast(); }).starts_with("open_tournament.strategies"));
  CHECK(changed([](auto& wish) {
          wish.set_format(v1::TOURNAMENT_FORMAT_UNSPECIFIED);
        }).starts_with("open_tournament.format"));
  CHECK(
      changed([](auto& wish) { wish.set_format(v1::TOURNAMENT_FORMAT_SWISS); }).starts_with("open_tournament.format"));
  for (const std::uint32_t matches : {0U, 2'001U})
    CHECK(changed([&](auto& wish) { wish.set_matches(matches); }).starts_with("open_tournament.matches"));
  CHECK(changed([](auto& wish) { wish.set_enough_bp(10'000); }).starts_with("open_tournament.enough_bp"));
}

TEST_CASE("every format becomes a spec that can be played, within the matches asked for") {
  for (const auto format : {v1::TOURNAMENT_FORMAT_ROUND_ROBIN, v1::TOURNAMENT_FORMAT_GAUNTLET,
                            v1::TOURNAMENT_FORMAT_SWISS, v1::TOURNAMENT_FORMAT_KNOCKOUT})
    for (int strategies = 3; strategies <= 10; ++strategies) {
      CAPTURE(v1::TournamentFormat_Name(format));
      CAPTURE(strategies);
      v1::OpenTournament wish = cup(500);
      wish.set_scenario("sitting");
      wish.set_format(format);
      wish.clear_strategies();
      for (const auto& entry : tournament::strategies())
        if (entry.roles.include(tt::rules::Role::kCapitalist) && wish.strategies_size() < strategies)
          wish.add_strategies(std::string(entry.name));
      REQUIRE(wish.strategies_size() == strategies);
      if (format == v1::TOURNAMENT_FORMAT_ROUND_ROBIN) wish.set_enough_bp(205);
      const auto judged = server::opening_of(wish, 7, 2'000);
      const auto* const error = std::get_if<v1::Error>(&judged);
      REQUIRE_MESSAGE(error == nullptr, (error == nullptr ? "" : error->text()));
      const auto& opening = std::get<server::Opening>(judged);
      CHECK(tournament::Schedule(opening.spec).matches() <= 500);
      CHECK(tournament::Schedule(opening.spec).matches() > 250);
      CHECK(opening.spec.bots.empty());
      if (wish.enough_bp() > 0) CHECK(opening.spec.stop.half_width == doctest::Approx(2.05));
    }
}
