// The load programs, small: their whole size is a command of its own, build/tests/load.
#include <doctest/doctest.h>

#include "tests/load/crowd.hpp"
#include "tests/load/kills.hpp"
#include "tests/load/storm.hpp"

using namespace tt::load;

TEST_CASE("a hundred guests act at once for some seconds and nothing is lost") {
  const auto report =
      play({.guests = 100, .between_actions = std::chrono::milliseconds(500), .duration = std::chrono::seconds(4)});
  CHECK_MESSAGE(report.good(), report.text());
  CHECK(report.sent >= 700);
}

TEST_CASE("ten worlds at once share the disk and lose nothing") {
  const auto report = play({.worlds = 10,
                            .guests = 50,
                            .scenario = "sitting",
                            .between_actions = std::chrono::milliseconds(250),
                            .duration = std::chrono::seconds(2)});
  CHECK_MESSAGE(report.good(), report.text());
}

TEST_CASE("killed at random moments, with people who ask again: nothing lost, nothing doubled") {
  const auto report = kill_again_and_again({.kills = 4, .guests = 10, .seed = 3});
  CHECK_MESSAGE(report.kept.all(), report.text());
  CHECK(report.refusals == 0);
  CHECK(report.receipts > 0);
  CHECK(report.asked_again > 0);
}

TEST_CASE("thrown out all at once, everybody comes back") {
  const auto report = storm({.sockets = 300});
  CHECK_MESSAGE(report.back == report.sockets, report.text());
}
