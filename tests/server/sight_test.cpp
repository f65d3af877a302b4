// How far those without a seat see, as a fold over the rules of the house: no server, no clock.
#include "server/house/sight.hpp"

#include <doctest/doctest.h>

using namespace tt::server;
namespace v1 = technotariat::v1;

namespace {

v1::HouseRules late_by(std::uint32_t ticks) {
  v1::HouseRules rules;
  rules.set_spectator_delay_ticks(ticks);
  return rules;
}

v1::HouseRules nothing() {
  v1::HouseRules rules;
  rules.set_spectator_sight(v1::SPECTATOR_SIGHT_NOTHING);
  return rules;
}

}  // namespace

TEST_CASE("without rules everything is shown, and with a delay what is old enough") {
  Sight sight;
  CHECK(sight.shown(7) == 7);
  CHECK_FALSE(sight.keeps_back());
  sight.set(late_by(3), 0);
  CHECK(sight.keeps_back());
  for (const tt::rules::Tick closed : {0U, 1U, 3U}) CHECK(sight.shown(closed) == 0);
  CHECK(sight.shown(4) == 1);
  CHECK(sight.shown(20) == 17);
}

TEST_CASE("a longer delay takes nothing back that was shown, and holds at once") {
  Sight sight;
  sight.set(late_by(1), 0);
  sight.set(late_by(4), 10);
  for (const tt::rules::Tick closed : {10U, 11U, 12U, 13U}) CHECK(sight.shown(closed) == 9);
  CHECK(sight.shown(14) == 10);
  CHECK(sight.shown(20) == 16);
}

TEST_CASE("no tick comes out earlier than was said when it closed, however the delay changes") {
  // Every pair and triple of delays, changed at several moments.
  for (std::uint32_t first = 0; first <= 5; ++first)
    for (std::uint32_t second = 0; second <= 5; ++second)
      for (std::uint32_t third = 0; third <= 5; ++third) {
        CAPTURE(first);
        CAPTURE(second);
        CAPTURE(third);
        Sight sight;
        sight.set(late_by(first), 0);
        std::uint32_t delay = first;
        std::vector<std::uint32_t> due{0};  // by tick: when it may come out
        tt::rules::Tick before = 0;
        for (tt::rules::Tick closed = 1; closed <= 40; ++closed) {
          due.push_back(closed + delay);
          const tt::rules::Tick shown = sight.shown(closed);
          CHECK(shown >= before);
          for (tt::rules::Tick tick = before + 1; tick <= shown; ++tick) CHECK(due[tick] <= closed);
          before = shown;
          if (closed == 8 || closed == 10) {
            delay = closed == 8 ? second : third;
            sight.set(late_by(delay), closed);
            CHECK(sight.shown(closed) == shown);
          }
        }
        CHECK(before == 40 - third);
      }
}

TEST_CASE("nothing before the end is a promise as soon as a tick has closed under it") {
  Sight sight;
  sight.set(nothing(), 0);
  CHECK(sight.shown(0) == 0);
  CHECK_FALSE(sight.forbids(late_by(0), 0));
  CHECK(sight.forbids(late_by(20), 1));
  CHECK_FALSE(sight.forbids(nothing(), 1));
  CHECK(sight.shown(50) == 0);
  Sight later;
  later.set(late_by(2), 0);
  later.set(nothing(), 9);
  CHECK(later.shown(9) == 7);
  CHECK(later.shown(30) == 7);
}
