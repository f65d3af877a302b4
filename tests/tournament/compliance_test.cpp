// What a compliance check finds in programs that misbehave, each in its own way.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "tests/support/source_folder.hpp"
#include "tournament/bots/compliance.hpp"
#include "tournament/spec.hpp"

using namespace tt;
using namespace tt::tournament;

namespace {

std::string bot_file() {
  return test::source_folder() + "/tests/misbehaving/bot.py";
}

Compliance check(const std::string& kind, const TimeControl& time = {}) {
  const Program program{.name = "bot", .words = {"/usr/bin/python3", bot_file(), kind}, .folder = "/"};
  constexpr std::array kWorkers{rules::Role::kWorker};
  return check_program(program, kWorkers, time);
}

const Trouble* find(const Compliance& compliance, std::string_view kind) {
  const auto at = std::find_if(compliance.troubles.begin(), compliance.troubles.end(),
                               [&](const Trouble& trouble) { return trouble.kind == kind; });
  return at == compliance.troubles.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("a bot that does nothing keeps to the protocol") {
  const Compliance compliance = check("nothing");
  CHECK(compliance.passed());
  CHECK(compliance.troubles.empty());
  CHECK(compliance.ending == "exit code 0");
  REQUIRE(compliance.trials.size() == 3);
  for (const Trial& trial : compliance.trials) {
    CHECK(trial.asked > 10);
    CHECK(trial.answered == trial.asked);
    CHECK(trial.slowest_ms >= trial.median_ms);
  }
}

TEST_CASE("each way of misbehaving is named, with the place and what to do") {
  struct Kind {
    const char* name;
    const char* trouble;
    TimeControl time = {};
  };
  for (const Kind& kind :
       {Kind{"silent", "did-not-start", {.start_ms = 300}}, Kind{"garbage", "unreadable"},
        Kind{"impostor", "for-another-seat"}, Kind{"crash", "crashed"}, Kind{"hang", "late", {.decision_ms = 50}},
        Kind{"flood", "flood"}, Kind{"hog", "crashed"}, Kind{"fork", "too-many-processes"},
        Kind{"late", "late", {.decision_ms = 300}}, Kind{"many", "too-many-orders"}, Kind{"nonsense", "unknown-order"},
        Kind{"talks-after-end", "after-the-end"}, Kind{"stays", "end", {.start_ms = 2'000}},
        Kind{"once-only", "late", {.decision_ms = 300}}, Kind{"strict", "crashed"}}) {
    CAPTURE(kind.name);
    const Compliance compliance = check(kind.name, kind.time);
    CHECK(!compliance.passed());
    const Trouble* const trouble = find(compliance, kind.trouble);
    std::string all;
    for (const Trouble& found : compliance.troubles) all += found.kind + ": " + found.what + "\n";
    REQUIRE_MESSAGE(trouble != nullptr, all);
    CHECK(trouble->fails);
    CHECK(!trouble->what.empty());
    CHECK(!trouble->remedy.empty());
  }
}

TEST_CASE("orders that the rules refuse are advice, with the order at fault") {
  const Compliance compliance = check("illegal");
  CHECK(compliance.passed());
  const Trouble* const trouble = find(compliance, "refused");
  REQUIRE(trouble != nullptr);
  CHECK(!trouble->fails);
  CHECK(trouble->times > 3);
  CHECK(trouble->what.starts_with("orders.actions[0]"));
}

TEST_CASE("the place of a trouble is the tick and the line of the output") {
  const Compliance compliance = check("garbage");
  REQUIRE(find(compliance, "unreadable") != nullptr);
  CHECK(find(compliance, "unreadable")->tick == 0);
  CHECK(find(compliance, "unreadable")->message == 2);
  CHECK(find(compliance, "unreadable")->times > 2);
}

TEST_CASE("a check as a command says it in words or as JSON, and fails by its exit code") {
  const auto run = [](BotCheckOptions options) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = check_bot(options, out, err);
    return std::pair{code, out.str() + err.str()};
  };
  const std::string command = "/usr/bin/python3 " + bot_file() + " ";
  const auto [good, text] = run({.words = {command + "nothing"}});
  CHECK(good == 0);
  CHECK(text.find("It keeps to the protocol.") != std::string::npos);
  const auto [bad, words] = run({.words = {command + "crash"}, .role = rules::Role::kMember});
  CHECK(bad == 1);
  CHECK(words.find("Wrong (crashed), member, from tick 0; tick 0, line 1 of its output") != std::string::npos);
  CHECK(words.find("exit code 3") != std::string::npos);
  const auto [also_bad, json] = run({.words = {command + "crash"}, .json = true});
  CHECK(also_bad == 1);
  CHECK(json.starts_with("{\"command\":"));
  CHECK(json.find("\"kind\":\"crashed\"") != std::string::npos);
  CHECK(run({.words = {"'open"}}).first == 2);
  const auto [missing, why] = run({.words = {"no-such-program-anywhere"}});
  CHECK(missing == 1);
  CHECK(why.find("There is no program 'no-such-program-anywhere'") != std::string::npos);
}
