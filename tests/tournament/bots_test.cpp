// Programs in seats: honest ones play like anybody, and each way of misbehaving ends in its own named result.
#include <doctest/doctest.h>

#include <signal.h>

#include <cstdlib>
#include <filesystem>

#include "tests/support/source_folder.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/bots/process.hpp"
#include "tournament/bots/spec_bots.hpp"
#include "tournament/match.hpp"
#include "tournament/schedule.hpp"

using namespace tt;
using namespace tt::tournament;
using test::TempFolder;

namespace {

constexpr const char* kHead = R"(name = "Bots"
scenario = "hamlet"
ticks = 6
master_seed = 7
worlds = 1
)";

/// One program of this kind beside built-in strategies; `time` is the section [time].
std::string spec_text(const std::string& command, const std::string& time) {
  return std::string(kHead) + "[time]\n" + time + "\n[bots.stranger]\ncommand = \"" + command + "\"\n" +
         "[capitalists]\nseats = 2\nstrategies = [\"poacher\", \"steady-owner\"]\n[members]\nseats = 1\nstrategies = "
         "[\"organiser\"]\n"
         "[workers]\nseats = 1\nstrategies = [\"stranger\"]\n";
}

std::string misbehaving(const std::string& kind) {
  return "/usr/bin/python3 " + test::source_folder() + "/tests/misbehaving/bot.py " + kind;
}

Spec spec_of(const std::string& text) {
  return parse_spec(text, "bots.toml").value();
}

MatchResult play(const Spec& spec, BotPool& pool) {
  const MatchPlan plan = Schedule(spec).match(0);
  return play_match(rules::found_world(spec.scenario, plan.world_seed), spec, plan, pool).result;
}

constexpr const char* kNoClocks = "clocks = false\npatience_ms = 1500";

struct Kind {
  const char* name;
  Fault fault;
  bool out;
  const char* time = kNoClocks;
};

/// The seats of built-in strategies.
std::vector<SeatResult> honest(const MatchResult& result) {
  std::vector<SeatResult> seats;
  for (const SeatResult& seat : result.seats)
    if (seat.role != rules::Role::kWorker) seats.push_back(seat);
  return seats;
}

const SeatResult& stranger(const MatchResult& result) {
  return result.seats.back();
}

}  // namespace

TEST_CASE("each way of misbehaving ends in its own named result, and changes no honest seat's") {
  const TempFolder folder;
  const MatchResult idle = [&] {
    const Spec spec = spec_of(spec_text(misbehaving("nothing"), kNoClocks));
    BotPool pool(folder / "logs");
    const MatchResult result = play(spec, pool);
    CHECK(stranger(result).conduct == Conduct{});
    return result;
  }();
  for (const Kind& kind :
       {Kind{"silent", Fault::kNotStarted, true, "clocks = false\nstart_ms = 300"},
        Kind{"garbage", Fault::kUnreadable, true}, Kind{"impostor", Fault::kImpostor, true},
        Kind{"crash", Fault::kCrashed, true}, Kind{"hang", Fault::kHung, true}, Kind{"flood", Fault::kFlood, true},
        Kind{"hog", Fault::kCrashed, true, "clocks = false"}, Kind{"fork", Fault::kTooManyProcesses, true},
        Kind{"late", Fault::kLate, true, "decision_ms = 400\nbank_ms = 0"},
        Kind{"hang", Fault::kHung, true, "decision_ms = 20\nbank_ms = 30"}, Kind{"illegal", Fault::kNone, false},
        Kind{"nonsense", Fault::kNone, false}, Kind{"environment", Fault::kNone, false},
        Kind{"chatter", Fault::kNone, false}}) {
    CAPTURE(kind.name);
    const Spec spec = spec_of(spec_text(misbehaving(kind.name), kind.time));
    BotPool pool(folder / "logs");
    const MatchResult result = play(spec, pool);
    const Conduct& conduct = stranger(result).conduct;
    CHECK(name_of(conduct.out) == name_of(kind.out ? kind.fault : Fault::kNone));
    if (kind.out) CHECK(conduct.counts[static_cast<std::size_t>(kind.fault)] >= 1);
    CHECK(honest(result) == honest(idle));
    CHECK(result.state_hash == idle.state_hash);
  }
}

TEST_CASE(
    "refused and nonsensical orders of a program are counted by reason, and orders beyond the cap are not taken") {
  const auto play_alone = [](const char* kind) {
    BotPool pool({});  // its own: a pool keeps a program under its name
    return play(spec_of(spec_text(misbehaving(kind), kNoClocks)), pool);
  };
  const MatchResult illegal = play_alone("illegal");
  CHECK(stranger(illegal).orders == 18);
  CHECK(stranger(illegal).rejections[static_cast<std::size_t>(rules::Rejection::kEffortOutOfRange)] == 6);
  const MatchResult nonsense = play_alone("nonsense");
  CHECK(stranger(nonsense).rejections[static_cast<std::size_t>(rules::Rejection::kMalformedAction)] >= 6);
  const MatchResult many = play_alone("many");
  CHECK(stranger(many).orders == 6 * kOrdersMax);
  CHECK(stranger(many).conduct.counts[static_cast<std::size_t>(Fault::kTooManyOrders)] == 6);
}

TEST_CASE("a program's environment holds nothing of the runner's") {
  ::setenv("TT_TEST_SECRET", "seen", 1);
  const TempFolder folder;
  BotPool pool(folder / "logs");
  static_cast<void>(play(spec_of(spec_text(misbehaving("environment"), kNoClocks)), pool));
  ::unsetenv("TT_TEST_SECRET");
  const std::string log = test::read_bytes(folder / "logs" / "stranger.log");
  CHECK(log.find("'PATH'") != std::string::npos);
  CHECK(log.find("TT_TEST_SECRET") == std::string::npos);
}

TEST_CASE("what a program writes to its standard error is kept up to a cap") {
  const TempFolder folder;
  BotPool pool(folder / "logs");
  static_cast<void>(play(spec_of(spec_text(misbehaving("chatter"), kNoClocks)), pool));
  const std::string log = test::read_bytes(folder / "logs" / "stranger.log");
  CHECK(log.find("yyyy") != std::string::npos);
  CHECK(log.size() < 2 * kCaps.stderr_bytes);
}

TEST_CASE(
    "without clocks, programs give the same results to the byte however many jobs there are and wherever a run stops") {
  const TempFolder folder;
  std::string text = spec_text(misbehaving("illegal"), kNoClocks);
  text.replace(text.find("worlds = 1"), 10, "worlds = 2");
  const auto spec = test::write_text(folder / "bots.toml", text);
  const auto whole = test::run({.spec = spec, .out = folder / "whole", .jobs = 1});
  REQUIRE_MESSAGE(whole.code == 0, whole.err);
  REQUIRE(test::run({.spec = spec, .out = folder / "eight", .jobs = 8}).code == 0);
  for (int match = 0; match < 4; ++match)
    REQUIRE(test::run({.spec = spec, .out = folder / "bits", .jobs = 2, .matches_max = 1}).code == 0);
  const auto files = test::lasting_files(folder / "whole");
  CHECK(files == test::lasting_files(folder / "eight"));
  CHECK(files == test::lasting_files(folder / "bits"));
  CHECK(files.at("results.csv").find(",stranger,") != std::string::npos);
}

TEST_CASE("a program that is not there benches its seat, and says why in its log") {
  const TempFolder folder;
  BotPool pool(folder / "logs");
  const MatchResult result = play(spec_of(spec_text("no-such-program-anywhere", kNoClocks)), pool);
  CHECK(stranger(result).conduct.out == Fault::kNotStarted);
  CHECK(test::read_bytes(folder / "logs" / "stranger.log").find("no-such-program-anywhere") != std::string::npos);
}

TEST_CASE("a command is split into words at spaces outside quotes") {
  CHECK(words_of("python3 my\\ bot.py") == std::vector<std::string>{"python3", "my\\", "bot.py"});
  CHECK(words_of("  './my bot' --name \"\" x") == std::vector<std::string>{"./my bot", "--name", "", "x"});
  CHECK(words_of("'open").empty());
}
