// The parts of a ladder that need no server: who sits with whom, the queue, ratings, the file, what can be fetched, and
// the configuration.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "persistence/sqlite/database.hpp"
#include "server/config_file.hpp"
#include "server/ladder/exports.hpp"
#include "server/ladder/ladder_file.hpp"
#include "server/ladder/matchmaking.hpp"
#include "server/ladder/queue.hpp"
#include "server/ladder/rating.hpp"
#include "server/ladder/roll.hpp"
#include "tests/support/temp_folder.hpp"
#include "tournament/rating/results_file.hpp"

using namespace tt::server;
using namespace std::chrono_literals;
using tt::test::TempFolder;

namespace {

using Tables = std::vector<std::vector<std::size_t>>;

Tables tables(const std::vector<Waiting>& waiting, const TableRule& rule, std::size_t most = 9) {
  return make_tables(waiting, rule, most);
}

LadderEntrant person(std::uint64_t guest, const std::string& name, const std::string& bot = {}) {
  return {.who = {guest, bot}, .account_name = name, .claimed = true};
}

LadderEntrant built_in(const std::string& name) {
  return {.who = {}, .account_name = name};
}

LadderGame game_of(std::vector<LadderEntrant> entrants, const std::string& world = "match-a-1") {
  return {.number = 0, .world = world, .began_ms = 5, .entrants = std::move(entrants)};
}

LadderFile file_in(const TempFolder& folder) {
  auto file = LadderFile::open(folder / "a.ladder");
  REQUIRE_MESSAGE(file.has_value(), file.error().text());
  return std::move(*file);
}

std::int64_t begin(LadderFile& file, const LadderGame& game) {
  const auto number = file.begin(game);
  REQUIRE_MESSAGE(number.has_value(), number.error().text());
  return *number;
}

std::optional<LadderFinish> finish(LadderFile& file, std::int64_t number, const std::vector<LadderResult>& results,
                                   bool rate_built_in = false, std::uint64_t now_ms = 100) {
  auto done = file.finish(number, results, true, rate_built_in, now_ms);
  REQUIRE_MESSAGE(done.has_value(), done.error().text());
  return std::move(*done);
}

std::string complaint(const std::string& text) {
  const auto config = parse_config("[[ladder]]\n" + text, "t.toml");
  return config ? std::string("none") : config.error().text();
}

}  // namespace

TEST_CASE("the nearest ratings sit together, whoever has come first chooses first") {
  const TableRule rule{2, 60s, false, 1};
  const std::vector<Waiting> waiting{{1, 25, 1s}, {2, 29, 1s}, {3, 25.5, 1s}, {4, 28, 1s}};
  CHECK(tables(waiting, rule) == Tables{{0, 2}, {1, 3}});
  CHECK(tables(waiting, rule, 1) == Tables{{0, 2}});
  CHECK(tables(waiting, rule, 0).empty());
  CHECK(tables({}, rule).empty());
  // Of equals the earlier.
  CHECK(tables({{1, 25, 1s}, {2, 26, 1s}, {3, 24, 1s}}, rule) == Tables{{0, 1}});
  // Who finds nobody near does not keep the others from playing.
  CHECK(tables({{1, 10, 1s}, {2, 30, 1s}, {3, 31, 1s}}, rule) == Tables{{1, 2}});
}

TEST_CASE("reach widens with waiting, from about a class to everybody") {
  CHECK(reach_after(0s, 60s) == doctest::Approx(25.0 / 6));
  CHECK(reach_after(30s, 60s) == doctest::Approx(3 * 25.0 / 6));
  CHECK(reach_after(59s, 60s) > reach_after(30s, 60s));
  CHECK(reach_after(60s, 60s) == std::numeric_limits<double>::infinity());
  CHECK(reach_after(0s, 0s) == std::numeric_limits<double>::infinity());
  const TableRule rule{2, 60s, false, 1};
  CHECK(tables({{1, 10, 20s}, {2, 40, 0s}}, rule).empty());
  CHECK(tables({{1, 10, 60s}, {2, 40, 0s}}, rule) == Tables{{0, 1}});
}

TEST_CASE("an account sits at a table once, and empty seats are filled after the wait only") {
  const TableRule rule{3, 10s, true, 2};
  CHECK(tables({{1, 25, 10s}, {1, 25, 10s}, {1, 25, 10s}}, rule).empty());
  CHECK(tables({{1, 25, 10s}, {1, 25, 10s}, {2, 25, 0s}}, rule) == Tables{{0, 2}});
  CHECK(tables({{1, 25, 9s}, {2, 25, 0s}}, rule).empty());
  CHECK(tables({{1, 25, 10s}, {2, 25, 0s}}, {3, 10s, false, 1}).empty());
  CHECK(tables({{1, 25, 10s}}, {3, 10s, true, 1}) == Tables{{0}});
  // A full table does not wait.
  CHECK(tables({{1, 25, 0s}, {2, 25, 0s}, {3, 25, 0s}}, rule) == Tables{{0, 1, 2}});
}

TEST_CASE("a queue has one place for each, keeps it through a short absence, and is bounded") {
  LadderQueue queue(3);
  const LadderQueue::Time start{};
  const Contender ann{1, ""};
  const Contender bot{1, "greedy"};
  CHECK(queue.join(ann, "Ann", true, start));
  CHECK(queue.join(bot, "Ann", true, start + 1s));
  CHECK(queue.join(ann, "Ann", true, start + 5s));
  REQUIRE(queue.places().size() == 2);
  CHECK(queue.find(ann)->joined == start);

  queue.go_away(ann, start + 10s);
  queue.go_away(ann, start + 25s);  // the first moment counts
  CHECK(queue.drop(start + 29s, 20s).empty());
  queue.come_back(ann);
  CHECK(queue.drop(start + 60s, 20s).empty());
  queue.go_away(ann, start + 60s);
  CHECK(queue.drop(start + 80s, 20s) == std::vector<Contender>{ann});
  CHECK(queue.find(ann) == nullptr);
  CHECK(!queue.leave(ann));
  CHECK(queue.leave(bot));
  for (const std::uint64_t guest : {5, 6, 7}) CHECK(queue.join({guest, ""}, "x", false, start));
  CHECK(!queue.join({8, ""}, "x", false, start));
}

TEST_CASE("equals share a rank, and a tie draws their ratings together") {
  CHECK(ranks_of(std::vector<std::int64_t>{5, 9, 5, 1}) == std::vector<std::uint32_t>{2, 1, 2, 4});
  const std::vector<RatedSeat> alike(3);
  const auto tied = rated(alike, std::vector<std::uint32_t>{1, 1, 1});
  for (const Skill& skill : tied) {
    CHECK(skill.mu == doctest::Approx(25));
    CHECK(skill.sigma < 25.0 / 3);
  }
  std::vector<RatedSeat> unlike(2);
  unlike[0].skill.mu = 30;
  unlike[1].skill.mu = 20;
  const auto drawn = rated(unlike, std::vector<std::uint32_t>{1, 1});
  CHECK(drawn[0].mu < 30);
  CHECK(drawn[1].mu > 20);
  const auto won = rated(std::vector<RatedSeat>(2), std::vector<std::uint32_t>{1, 2});
  CHECK(won[0].mu - 25 == doctest::Approx(25 - won[1].mu));
  CHECK(won[0].mu > 25);
}

TEST_CASE("unrated strategies change nothing, and rated ones stay as they are") {
  std::vector<RatedSeat> seats(2);
  seats[1] = {kReference, false, true};
  CHECK(rated(seats, std::vector<std::uint32_t>{1, 2})[0].mu == 25);
  seats[1].counts = true;
  const auto after = rated(seats, std::vector<std::uint32_t>{1, 2});
  CHECK(after[0].mu > 25);
  CHECK(after[1].mu == kReference.mu);
  CHECK(after[1].sigma == kReference.sigma);
}

TEST_CASE("a match is rated once and only once, across reopening") {
  TempFolder folder;
  std::int64_t number = 0;
  {
    LadderFile file = file_in(folder);
    number = begin(file, game_of({person(1, "Ann"), person(2, "Ben", "greedy"), built_in("poacher")}));
    CHECK(number == 1);
    CHECK(begin(file, game_of({person(3, "Cid")}, "match-a-2")) == 2);
    CHECK(file.strike(2).has_value());
  }
  {
    LadderFile file = file_in(folder);
    REQUIRE(file.running()->size() == 1);
    CHECK(file.running()->front().entrants[1].who == Contender{2, "greedy"});
    const auto done = finish(file, number, {{300, Conduct::kStayed}, {-20, Conduct::kAway}, {900, Conduct::kStayed}});
    REQUIRE(done);
    CHECK(done->game.rated);
    CHECK(done->game.entrants[2].rank == 1);
    CHECK(done->game.entrants[0].rank == 2);
    CHECK(done->game.entrants[1].conduct == Conduct::kAway);
    CHECK(done->game.entrants[2].change == 0);
    CHECK(done->players.size() == 2);
    CHECK(!finish(file, number, {{0, {}}, {9, {}}, {0, {}}}));
    CHECK(!finish(file, 77, {}));
  }
  LadderFile file = file_in(folder);
  CHECK(!finish(file, number, {{0, {}}, {9, {}}, {0, {}}}));
  CHECK(file.running()->empty());
  const auto players = file.players();
  REQUIRE(players->size() == 2);
  for (const LadderPlayer& player : *players) {
    CHECK(player.games == 1);
    CHECK((player.skill.mu > 25) == (player.who.guest == 1));
    CHECK(player.skill.mu == doctest::Approx(25 + player.change).epsilon(1e-5));
  }
  REQUIRE(file.ended(5)->size() == 1);
  CHECK(file.ended(5)->front().by_ghost);
  CHECK(file.kept()->size() == 1);
  CHECK(file.let_go(number).has_value());
  CHECK(file.kept()->empty());
}

TEST_CASE("whoever plays against unrated strategies alone gets no rating; a reference gives one") {
  TempFolder folder;
  LadderFile file = file_in(folder);
  const auto lone = finish(file, begin(file, game_of({person(1, "Ann"), built_in("idle")})), {{5, {}}, {1, {}}});
  REQUIRE(lone);
  CHECK(!lone->game.rated);
  CHECK(lone->game.entrants[0].rank == 1);
  CHECK(file.players()->empty());
  const auto measured =
      finish(file, begin(file, game_of({person(1, "Ann"), built_in("idle")})), {{5, {}}, {1, {}}}, true);
  REQUIRE(measured);
  CHECK(measured->game.rated);
  CHECK(file.players()->size() == 1);
  const auto wrong = file.finish(begin(file, game_of({person(1, "Ann")})), {}, true, false, 1);
  REQUIRE(!wrong.has_value());
  CHECK(wrong.error().text().find("1 seats") != std::string::npos);
}

TEST_CASE("ratings of guests expire, those of accounts stay, and somebody can be forgotten") {
  TempFolder folder;
  LadderFile file = file_in(folder);
  LadderEntrant guest = person(3, "Guest");
  guest.claimed = false;
  REQUIRE(finish(file, begin(file, game_of({person(1, "Ann"), guest})), {{5, {}}, {1, {}}}, false, 1'000));
  LadderRoll roll;
  roll.set(*file.players());
  CHECK(roll.size() == 2);
  CHECK(roll.unclaimed() == std::vector<std::uint64_t>{3});
  CHECK(file.expire(1'000).has_value());
  CHECK(file.players()->size() == 2);
  CHECK(file.expire(1'001).has_value());
  roll.expire(1'001);
  REQUIRE(file.players()->size() == 1);
  CHECK(file.players()->front().who.guest == 1);
  CHECK(roll.size() == 1);
  CHECK(file.forget(1).has_value());
  roll.forget(1);
  CHECK(file.players()->empty());
  CHECK(roll.standings().empty());
}

TEST_CASE("a file that is no ladder's is refused and left as it is") {
  TempFolder folder;
  std::ofstream(folder / "a.ladder") << "something of somebody's";
  const auto opened = LadderFile::open(folder / "a.ladder");
  REQUIRE(!opened.has_value());
  std::ifstream file(folder / "a.ladder");
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == "something of somebody's");
}

TEST_CASE("standings go by what a rating is at least, and names are told apart in what is fetched") {
  LadderRoll roll;
  roll.put({.who = {1, ""}, .account_name = "Sam", .claimed = true, .skill = {30, 8}, .games = 1});
  roll.put({.who = {2, ""}, .account_name = "Sam", .claimed = true, .skill = {28, 2}, .games = 9, .change = -0.25});
  roll.put({.who = {2, "x, \"y\""}, .account_name = "Sam", .claimed = true, .skill = {20, 2}, .games = 3});
  REQUIRE(roll.standings().size() == 3);
  CHECK(roll.standings()[0]->who.guest == 2);
  CHECK(roll.standings()[0]->skill.mu == 28);
  CHECK(roll.standings()[1]->who.bot == "x, \"y\"");
  CHECK(roll.bots_of(2) == std::vector<std::string>{"x, \"y\""});
  CHECK(roll.skill_of({9, ""}).mu == 25);
  const std::string csv = standings_csv(roll);
  CHECK(csv.find("\n1,Sam,,28.000,2.000,9,-0.250,0,yes\n") != std::string::npos);
  CHECK(csv.find("\n2,x   y ,Sam,20.000,") != std::string::npos);
  CHECK(standings_json(roll).find("\"bot_of\":\"Sam\"") != std::string::npos);
}

TEST_CASE("the matches' CSV is what the command that rates results reads") {
  std::vector<LadderGame> games;
  for (const char* const world : {"match-a-2", "match-a-1"}) {
    LadderGame game = game_of({person(1, "Sam"), person(2, "Sam"), person(2, "Sam", "x"), built_in("poacher")}, world);
    game.number = games.empty() ? 2 : 1;
    game.ended_ms = 9;
    for (std::size_t at = 0; at < game.entrants.size(); ++at) {
      game.entrants[at].rank = static_cast<std::uint32_t>(at + 1);
      game.entrants[at].score = 100 - static_cast<std::int64_t>(at);
    }
    games.push_back(game);
  }
  const std::string csv = matches_csv(games);
  CHECK(csv.starts_with("match,seed,seat,strategy,rank,score\n1,match-a-1,1,Sam,1,100\n1,match-a-1,2,Sam #2,2,99\n"));
  TempFolder folder;
  std::ofstream(folder / "m.csv") << csv;
  const auto read = tt::tournament::rating::read_results(folder / "m.csv");
  REQUIRE_MESSAGE(read.has_value(), read.error().text());
  CHECK(matches_json(games).find("\"match\":1") < matches_json(games).find("\"match\":2"));
}

TEST_CASE("a configuration names ladders, and says what is wrong with one") {
  const auto config = parse_config(
      "[[ladder]]\nname = \"evening\"\ntitle = \"Evening ladder\"\nscenario = \"hamlet\"\nrole = \"workers\"\nseats = "
      "2\ntick_seconds = 20\ntables = 3\nwait_seconds = 5\nfill = [\"pay-seeker\", \"investor\"]\nfill_rated = "
      "true\nleast = 2\nwho = \"everybody\"\nstart_seconds = 9\nkept = 7\nspectators = false\nguest_days = "
      "3\n[[ladder]]\nname = \"b\"\nspectator_delay_ticks = 2\n",
      "t.toml");
  REQUIRE_MESSAGE(config.has_value(), config.error().text());
  REQUIRE(config->ladders.size() == 2);
  const LadderPlan& plan = config->ladders[0];
  CHECK(plan.name == "evening");
  CHECK(plan.title == "Evening ladder");
  CHECK(plan.scenario == "hamlet");
  CHECK(plan.role == tt::rules::Role::kWorker);
  CHECK(plan.seats == 2);
  CHECK(plan.tick_seconds == 20);
  CHECK(plan.tables == 3);
  CHECK(plan.wait == 5s);
  CHECK(plan.fill == std::vector<std::string>{"pay-seeker", "investor"});
  CHECK(plan.fill_rated);
  CHECK(plan.least == 2);
  CHECK(plan.everybody);
  CHECK(plan.start == 9s);
  CHECK(plan.kept == 7);
  CHECK(!plan.spectators);
  CHECK(plan.guest_days == 3);
  CHECK(config->ladders[1].title == "b");
  CHECK(!config->ladders[1].everybody);
  CHECK(config->ladders[1].spectator_delay == 2);
  CHECK(parse_config("", "t.toml")->ladders.empty());

  CHECK(complaint("").find("needs a name") != std::string::npos);
  CHECK(complaint("name = \"A b\"\n").starts_with("t.toml:2: 'A b' cannot be a ladder's name."));
  CHECK(complaint("name = \"a\"\nseat = 3\n").find("Did you mean 'seats'?") != std::string::npos);
  CHECK(complaint("name = \"a\"\nscenario = \"hamlett\"\n").find("Did you mean 'hamlet'?") != std::string::npos);
  CHECK(complaint("name = \"a\"\nscenario = \"hamlet\"\nseats = 90\n").find("such seats") != std::string::npos);
  CHECK(complaint("name = \"a\"\nfill = [\"pay-seeker\"]\n").find("does not play that role") != std::string::npos);
  CHECK(complaint("name = \"a\"\nfill = [\"poachr\"]\n").find("Did you mean 'poacher'?") != std::string::npos);
  CHECK(complaint("name = \"a\"\nleast = 2\n").find("No strategy fills") != std::string::npos);
  CHECK(complaint("name = \"a\"\nwho = \"me\"\n").find("who may play") != std::string::npos);
  CHECK(complaint("name = \"a\"\n[[ladder]]\nname = \"a\"\n").find("two ladders called a") != std::string::npos);
  CHECK(complaint("name = \"a\"\nspectators = false\nspectator_delay_ticks = 2\n").find("no delay") !=
        std::string::npos);
  std::string many;
  for (int at = 0; at < 9; ++at) many += "[[ladder]]\nname = \"l" + std::to_string(at) + "\"\n";
  CHECK(parse_config(many, "t.toml").error().text().find("more than 8 ladders") != std::string::npos);
  CHECK(parse_config("ladder = 3\n", "t.toml").error().text().find("list of sections") != std::string::npos);
}
