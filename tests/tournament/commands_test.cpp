// What stands around a run: a tournament from one line, a trial, going on, and watching.
#include <doctest/doctest.h>

#include <sys/file.h>
#include <unistd.h>

#include <fcntl.h>

#include <filesystem>
#include <sstream>
#include <thread>

#include "tests/support/source_folder.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/places.hpp"
#include "tournament/progress.hpp"
#include "tournament/quick.hpp"
#include "tournament/trial_run.hpp"
#include "tournament/watch.hpp"

using namespace tt;
using namespace tt::tournament;
using test::TempFolder;

namespace {

template <class Command, class Options>
test::Outcome outcome(Command command, const Options& options) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = command(options, out, err);
  return {code, out.str(), err.str()};
}

test::Outcome quick(const QuickOptions& options) {
  return outcome(quick_tournament, options);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string honest_bot() {
  return "/usr/bin/python3 " + test::source_folder() + "/tests/misbehaving/bot.py nothing";
}

}  // namespace

TEST_CASE("a quick tournament says what it assumed, and tells the standings") {
  const auto told = quick({.players = {"poacher", "cost-cutter"}, .worlds = 2, .ticks = 4, .jobs = 2});
  REQUIRE_MESSAGE(told.code == 0, told.err);
  CHECK(has(told.err,
            "Assumed: scenario hamlet, 4 ticks, 2 worlds, master seed 1; 2 seats of capitalists for poacher "
            "cost-cutter; 4 matches"));
  CHECK(has(told.err, "Nothing is kept"));
  CHECK(has(told.out, "cost-cutter"));
  CHECK(quick({.players = {"poacher", "cost-cutter"}, .worlds = 2, .ticks = 4, .jobs = 1}).out == told.out);
}

TEST_CASE("a quick tournament takes commands as they are, and gives a lone player somebody to play against") {
  const TempFolder folder;
  const auto told = quick({.players = {honest_bot()}, .worlds = 1, .ticks = 3, .out = folder / "kept", .jobs = 1});
  REQUIRE_MESSAGE(told.code == 0, told.err);
  CHECK(has(told.err, "2 seats of workers for nothing pay-seeker"));
  CHECK(std::filesystem::exists(folder / "kept" / "report.html"));
  const auto again = quick({.players = {honest_bot()}, .worlds = 1, .ticks = 3, .out = folder / "kept", .jobs = 1});
  CHECK(again.code == 0);
  CHECK(again.out == told.out);
  const auto other = quick({.players = {"idle"}, .worlds = 1, .ticks = 3, .out = folder / "kept", .jobs = 1});
  CHECK(other.code == 2);
  CHECK(has(other.err, "Something else is in this folder"));
}

TEST_CASE("a quick tournament refuses what makes no sense, before anything is played") {
  const auto refused = [](const QuickOptions& options, const std::string& why) {
    const auto told = quick(options);
    CHECK(told.code == 2);
    CHECK(told.out.empty());
    CHECK_MESSAGE(has(told.err, why), told.err);
  };
  refused({.players = {"pay-seker"}}, "did you mean 'pay-seeker'?");
  refused({.players = {"poacher", "pay-seeker"}},
          "There is no role that all of them play: poacher plays capitalists; pay-seeker plays workers");
  refused({.players = {"poacher"}, .role = rules::Role::kWorker}, "Not all of them play workers");
  refused({.players = {"idle", "idle"}}, "named twice");
  refused({.players = {"'open bot"}}, "leaves a quote open");
  refused({.players = {"./no-such-bot"}}, "There is no program './no-such-bot'");
  refused({.players = {"idle"}, .scenario = "hamlt"}, "hamlt");
  refused({.players = {"/usr/bin/python3 -c pass"}}, "does not get ready");
}

TEST_CASE("a trial says what a run would play and write, and writes nothing") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  const auto told = outcome(try_tournament, TrialOptions{spec, folder / "out", 2});
  REQUIRE_MESSAGE(told.code == 0, told.err);
  CHECK(has(told.out, "Small: 12 matches of 8 ticks, round-robin: 2 worlds x 3 lineups x 2 seat orders, in hamlet."));
  CHECK(has(told.out, "capitalists: 2 seats for poacher cost-cutter random"));
  CHECK(has(told.out, "the 12 to be played take about"));
  CHECK(!std::filesystem::exists(folder / "out"));
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 1, .matches_max = 5}).code == 0);
  CHECK(has(outcome(try_tournament, TrialOptions{spec, folder / "out", 2}).out, "where 5 are already"));
}

TEST_CASE("a trial finds programs that do not start, and specs that are wrong") {
  const TempFolder folder;
  const std::string text =
      "\n[bots.mine]\ncommand = \"./not-there\"\n[workers]\nseats = 2\nstrategies = [\"mine\", \"idle\"]\n";
  const auto spec = test::write_text(folder / "bots.toml", test::small_spec_text() + text);
  const auto told = outcome(try_tournament, TrialOptions{spec, folder / "out", 1});
  CHECK(told.code == 1);
  CHECK(has(told.out, "There is no program './not-there'"));
  const auto bad = test::write_text(folder / "bad.toml", "name = 1\n");
  const auto refused = outcome(try_tournament, TrialOptions{bad, {}, 1});
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "bad.toml:1"));
}

TEST_CASE("a tournament goes on from its folder alone, its programs found where its spec lay") {
  const TempFolder folder;
  std::filesystem::create_directory(folder / "specs");
  std::filesystem::copy_file(test::source_folder() + "/tests/misbehaving/bot.py", folder / "specs" / "bot.py");
  const std::string bots =
      "[time]\nclocks = false\n[bots.mine]\ncommand = \"/usr/bin/python3 bot.py nothing\"\n[workers]\nseats = "
      "1\nstrategies = [\"mine\"]\n";
  const auto spec = test::write_text(folder / "specs" / "small.toml", test::small_spec_text() + bots);
  const auto whole = test::run({.spec = spec, .out = folder / "whole", .jobs = 2});
  REQUIRE_MESSAGE(whole.code == 0, whole.err);
  REQUIRE(test::run({.spec = spec, .out = folder / "part", .jobs = 1, .matches_max = 5}).code == 0);
  const auto resumed = outcome(resume_tournament, ResumeOptions{.folder = folder / "part", .jobs = 2});
  REQUIRE_MESSAGE(resumed.code == 0, resumed.err);
  CHECK(resumed.out == whole.out);
  CHECK(has(resumed.err, "5 of 12 matches were there already"));
  CHECK(test::lasting_files(folder / "part") == test::lasting_files(folder / "whole"));
  CHECK(has(test::read_bytes(folder / "part" / "results.csv"), ",mine,"));
}

TEST_CASE("a folder without a tournament is named as such") {
  const TempFolder folder;
  const auto resumed = outcome(resume_tournament, ResumeOptions{.folder = folder.path()});
  CHECK(resumed.code == 2);
  CHECK(has(resumed.err, "There is no tournament in this folder"));
  const auto watched = outcome(watch_tournament, WatchOptions{.folder = folder / "nowhere"});
  CHECK(watched.code == 2);
  CHECK(has(watched.err, "There is no such folder"));
}

TEST_CASE("watching tells whole worlds, says when nobody is at work, and ends with the tournament") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  REQUIRE(test::run({.spec = spec, .out = folder / "out", .jobs = 1, .matches_max = 8}).code == 0);
  const auto once = outcome(watch_tournament, WatchOptions{.folder = folder / "out", .once = true});
  CHECK(once.code == 0);
  CHECK(has(once.out, "8 of 12 matches, 1 of 2 worlds"));
  CHECK(has(once.out, "poacher"));
  const auto stopped = outcome(watch_tournament, WatchOptions{.folder = folder / "out"});
  CHECK(stopped.code == 1);
  CHECK(has(stopped.err, "tournament resume"));
  test::Outcome live;
  std::thread watcher([&] {
    // Begins to watch when the run has begun, whose end it then sees.
    const Places places{folder / "live"};
    while (!std::filesystem::exists(places.spec())) std::this_thread::yield();
    live = outcome(watch_tournament, WatchOptions{.folder = places.folder});
  });
  const auto ran = test::run({.spec = spec, .out = folder / "live", .jobs = 2});
  watcher.join();
  CHECK(ran.code == 0);
  CHECK_MESSAGE(live.code == 0, live.err);
  CHECK(has(live.out, "12 of 12 matches, 2 of 2 worlds"));
  CHECK(has(live.out, ran.out));
}

TEST_CASE("progress is told from the folder alone, and recorded matches are counted without reading them") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "small.toml", test::small_spec_text());
  const Places places{folder / "out"};
  CHECK(recorded_matches(places).value() == 0);
  CHECK(progress_of(places, test::small_spec())->all == 12);
  REQUIRE(test::run({.spec = spec, .out = places.folder, .jobs = 1, .matches_max = 8}).code == 0);
  CHECK(recorded_matches(places).value() == 8);
  const auto progress = progress_of(places, test::small_spec());
  REQUIRE_MESSAGE(progress.has_value(), progress.error().text());
  CHECK(progress->played == 8);
  CHECK(progress->worlds == 1);
  CHECK(progress->worlds_all == 2);
  CHECK(!progress->over);
  REQUIRE(progress->standings.has_value());
  CHECK(progress->standings->matches == 6);
}

TEST_CASE("a run at work is seen from outside") {
  const TempFolder folder;
  const Places places{folder.path()};
  CHECK(!run_at_work(places));
  const int descriptor = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  REQUIRE(::flock(descriptor, LOCK_EX) == 0);
  CHECK(run_at_work(places));
  ::close(descriptor);
  CHECK(!run_at_work(places));
}
