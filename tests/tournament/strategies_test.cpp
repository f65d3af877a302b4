// One suite over every strategy, so that a new one is tested by being registered.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "rules/rules.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/match.hpp"

using namespace tt;
using namespace tt::tournament;

namespace {

/// Sixty ticks of the sitting with every seat of the role played by this strategy.
Match play_alone(const StrategyEntry& entry, rules::Role role, std::uint64_t master_seed) {
  Spec spec{.name = "alone",
            .scenario = *rules::find_scenario("sitting"),
            .ticks = 60,
            .master_seed = master_seed,
            .worlds = 1,
            .rotations = 1};
  spec.scenario.end_window = 0;
  spec.fields[static_cast<std::size_t>(role)] = {4, {&entry}};
  const MatchPlan plan = Schedule(spec).match(0);
  return play_match(rules::found_world(spec.scenario, plan.world_seed), spec, plan);
}

}  // namespace

TEST_CASE("every strategy plays sixty ticks in each of its roles almost without a refused order") {
  for (const StrategyEntry& entry : strategies()) {
    for (const rules::Role role : kAllRoles) {
      if (!entry.roles.include(role)) continue;
      CAPTURE(entry.name);
      CAPTURE(name_of(role));
      const Match match = play_alone(entry, role, test::seed());
      CHECK(match.result.ticks == 60);
      for (const SeatResult& seat : match.result.seats) {
        const std::uint32_t refused = std::accumulate(seat.rejections.begin(), seat.rejections.end(), 0U);
        // What others do in the same tick cannot be seen; that makes the odd order fail.
        CHECK_MESSAGE(refused <= 3 + seat.orders / 50, refused << " of " << seat.orders << " orders refused");
        if (entry.name != "idle") CHECK(seat.orders > 0);
      }
    }
  }
}

TEST_CASE("a strategy is a function of what it is shown") {
  for (const StrategyEntry& entry : strategies()) {
    CAPTURE(entry.name);
    const auto role =
        *std::find_if(kAllRoles.begin(), kAllRoles.end(), [&](rules::Role r) { return entry.roles.include(r); });
    CHECK(play_alone(entry, role, test::seed() + 1).result == play_alone(entry, role, test::seed() + 1).result);
  }
}

TEST_CASE("strategies have names of their own that fit a seat, and a description") {
  for (const StrategyEntry& entry : strategies()) {
    CAPTURE(entry.name);
    CHECK(find_strategy(entry.name) == &entry);
    CHECK(entry.name.size() <= 24);
    CHECK(std::all_of(entry.name.begin(), entry.name.end(), [](char c) { return ('a' <= c && c <= 'z') || c == '-'; }));
    CHECK(!entry.description.empty());
    CHECK(entry.roles.bits != 0);
    CHECK(make_strategy(entry.name) != nullptr);
  }
  CHECK(make_strategy("nobody") == nullptr);
}

TEST_CASE("the page on tournaments lists every strategy with the roles it plays") {
  const std::string page = test::read_bytes(test::source_folder() + "/docs/tournaments.md");
  for (const StrategyEntry& entry : strategies()) {
    const auto first =
        *std::find_if(kAllRoles.begin(), kAllRoles.end(), [&](rules::Role r) { return entry.roles.include(r); });
    const std::string roles(entry.roles.bits == kEveryone.bits ? "everyone" : section_of(first));
    const std::string row = "| `" + std::string(entry.name) + "` | " + roles + " |";
    CHECK_MESSAGE(page.find(row) != std::string::npos, row);
  }
}

TEST_CASE("four strategies or more play each form of ownership") {
  for (const rules::Role role : {rules::Role::kCapitalist, rules::Role::kMember})
    CHECK(std::count_if(strategies().begin(), strategies().end(),
                        [&](const StrategyEntry& e) { return e.roles.include(role); }) >= 4);
}

TEST_CASE("an empty seat of any role has a strategy that plays it") {
  for (const rules::Role role : kAllRoles) {
    const StrategyEntry* const entry = find_strategy(default_bot(role));
    REQUIRE(entry != nullptr);
    CHECK(entry->roles.include(role));
  }
}
