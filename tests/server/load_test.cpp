// The load program, small: the whole size is a command of its own, build/tests/load.
#include <doctest/doctest.h>

#include "tests/load/load.hpp"

TEST_CASE("a hundred guests act at once for some seconds and nothing is lost") {
  tt::load::Plan plan;
  plan.guests = 100;
  plan.between_actions = std::chrono::milliseconds(500);
  plan.duration = std::chrono::seconds(4);
  const auto report = tt::load::play(plan);
  CHECK_MESSAGE(report.good(), report.text());
  CHECK(report.sent >= 700);
}
