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

constexpr std::uint64_t kHamlets = 12;

/// One seat of the role in a hamlet where nobody else plays.
MatchResult play_in_hamlet(const StrategyEntry& entry, rules::Role role, std::uint64_t world) {
  Spec spec{.name = "lone", .scenario = *rules::find_scenario("hamlet"), .worlds = kHamlets, .rotations = 1};
  spec.ticks = spec.scenario.final_tick;
  spec.fields[static_cast<std::size_t>(role)] = {1, {&entry}};
  const MatchPlan plan = Schedule(spec).match(world);
  return play_match(rules::found_world(spec.scenario, plan.world_seed), spec, plan).result;
}

/// Mean standing, in bp, over a dozen hamlets.
double lone_standing(const StrategyEntry& entry, rules::Role role) {
  double sum = 0;
  for (std::uint64_t world = 0; world < kHamlets; ++world)
    sum += static_cast<double>(play_in_hamlet(entry, role, world).seats[0].standing);
  return sum / static_cast<double>(kHamlets);
}

/// Whether any of a dozen hamlets ends differently.
bool play_differently(const StrategyEntry& one, const StrategyEntry& other, rules::Role role) {
  for (std::uint64_t world = 0; world < kHamlets; ++world)
    if (play_in_hamlet(one, role, world).state_hash != play_in_hamlet(other, role, world).state_hash) return true;
  return false;
}

/// Every strategy with all its settings at their least, and at their most.
std::vector<StrategyEntry> extremes() {
  std::vector<StrategyEntry> found;
  for (const StrategyEntry& entry : strategies()) {
    if (entry.settings.empty()) continue;
    for (const bool most : {false, true}) {
      StrategyEntry extreme = entry;
      for (std::size_t i = 0; i < extreme.values.size(); ++i)
        extreme.values[i] = most ? entry.settings[i].most : entry.settings[i].least;
      found.push_back(extreme);
    }
  }
  return found;
}

void check_almost_no_refusals(const StrategyEntry& entry, rules::Role role) {
  CAPTURE(entry.name);
  CAPTURE(name_of(role));
  const Match match = play_alone(entry, role, test::seed());
  CHECK(match.result.ticks == 60);
  for (const SeatResult& seat : match.result.seats) {
    const std::uint32_t refused = std::accumulate(seat.rejections.begin(), seat.rejections.end(), 0U);
    // What others do in the same tick cannot be seen; that makes the odd order fail.
    std::string reasons;
    for (std::size_t reason = 0; reason < seat.rejections.size(); ++reason)
      if (seat.rejections[reason] > 0)
        reasons += ", " + std::to_string(seat.rejections[reason]) + " of reason " + std::to_string(reason);
    CHECK_MESSAGE(refused <= 3 + seat.orders / 50, refused << " of " << seat.orders << " orders refused" << reasons);
    if (entry.name != "idle") CHECK(seat.orders > 0);
  }
}

}  // namespace

TEST_CASE("every strategy plays sixty ticks in each of its roles almost without a refused order") {
  for (const StrategyEntry& entry : strategies())
    for (const rules::Role role : kAllRoles)
      if (entry.roles.include(role)) check_almost_no_refusals(entry, role);
}

TEST_CASE("settings at either end of their range make no other orders than legal ones") {
  for (const StrategyEntry& entry : extremes())
    for (const rules::Role role : kAllRoles)
      if (entry.roles.include(role)) check_almost_no_refusals(entry, role);
}

TEST_CASE("settings have a usual value within their range, and change what is played") {
  for (const StrategyEntry& entry : strategies()) {
    CAPTURE(entry.name);
    REQUIRE(entry.values.size() == entry.settings.size());
    for (std::size_t i = 0; i < entry.settings.size(); ++i) {
      const Setting& setting = entry.settings[i];
      CAPTURE(setting.name);
      CHECK(setting.least < setting.most);
      CHECK(setting.least <= setting.usual);
      CHECK(setting.usual <= setting.most);
      CHECK(entry.values[i] == setting.usual);
      CHECK(!setting.meaning.empty());
      CHECK(setting.name != "strategy");
      StrategyEntry other = entry;
      other.values[i] = setting.usual == setting.least ? setting.most : setting.least;
      const auto role =
          *std::find_if(kAllRoles.begin(), kAllRoles.end(), [&](rules::Role r) { return entry.roles.include(r); });
      CHECK(play_differently(entry, other, role));
    }
  }
}

TEST_CASE("alone among simulated people, everything that plays to win does better than doing nothing") {
  for (const rules::Role role : kAllRoles) {
    const double idle = lone_standing(*find_strategy("idle"), role);
    for (const StrategyEntry& entry : strategies()) {
      if (!entry.roles.include(role) || entry.name == "idle" || entry.name == "random") continue;
      CAPTURE(entry.name);
      CAPTURE(name_of(role));
      CHECK(lone_standing(entry, role) > idle);
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
    for (const Setting& setting : entry.settings) {
      const std::string line = "| `" + std::string(entry.name) + "` | `" + std::string(setting.name) + "` | " +
                               std::to_string(setting.usual) + " | " + std::to_string(setting.least) + " to " +
                               std::to_string(setting.most) + " | " + std::string(setting.meaning) + " |";
      CHECK_MESSAGE(page.find(line) != std::string::npos, line);
    }
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
