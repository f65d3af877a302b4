#include "tournament/rounds.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/tournament/small_tournament.hpp"
#include "tournament/schedule.hpp"

using namespace tt;
using namespace tt::tournament;

namespace {

const char* const kSeven =
    R"(strategies = ["steady-owner", "cost-cutter", "poacher", "dividend-harvester", "automator", "symbiont", "conglomerate"])";

Spec spec_of(const std::string& head, const std::string& strategies = kSeven) {
  auto spec = parse_spec(test::spec_text_of(head, strategies), "s.toml");
  REQUIRE_MESSAGE(spec.has_value(), spec.error().text());
  return *std::move(spec);
}

/// The stronger the later in the list, without any luck.
rules::Bp strength(const Spec& spec, std::string_view strategy) {
  const auto& field = spec.of(rules::Role::kCapitalist).strategies;
  for (std::size_t i = 0; i < field.size(); ++i)
    if (field[i]->name == strategy) return static_cast<rules::Bp>(100 * (i + 1));
  return 0;
}

using Pairing = std::set<std::string>;

/// Plays all rounds; the pairings of each, in the order of the tables.
std::vector<std::vector<Pairing>> play_out(const Spec& spec, Schedule& schedule) {
  std::vector<std::vector<Pairing>> rounds;
  std::uint64_t next = 0;
  while (next < schedule.matches()) {
    const std::uint64_t known = schedule.known();
    REQUIRE(known > next);
    rounds.emplace_back();
    for (; next < known; ++next) {
      const MatchPlan plan = schedule.match(next);
      Pairing pairing;
      for (const Seating& seating : plan.seatings) pairing.insert(std::string(seating.strategy->name));
      CHECK(pairing.size() == plan.seatings.size());
      auto& all = rounds.back();
      if (std::find(all.begin(), all.end(), pairing) == all.end()) all.push_back(pairing);
      CHECK(schedule.known() == known);
      schedule.take_in(test::made_up_result(plan, [&](auto name, auto) { return strength(spec, name); }));
    }
  }
  return rounds;
}

}  // namespace

TEST_CASE("Swiss: like meets like, nobody sits out twice before all have once, and few meet again") {
  const Spec spec = spec_of("format = \"swiss\"\nworlds = 2\nrounds = 4\n");
  Schedule schedule(spec);
  CHECK(schedule.matches() == 4 * 2 * 3 * 2);
  const auto rounds = play_out(spec, schedule);
  REQUIRE(rounds.size() == 4);
  std::map<std::string, int> games;
  std::map<Pairing, int> meetings;
  for (const auto& round : rounds) {
    CHECK(round.size() == 3);
    for (const Pairing& pairing : round) {
      ++meetings[pairing];
      for (const std::string& name : pairing) ++games[name];
    }
  }
  CHECK(games.size() == 7);
  for (const auto& [name, count] : games) CHECK_MESSAGE(count >= 3, name);  // at most one round out of four
  for (const auto& [pairing, count] : meetings) CHECK(count == 1);
  // From the second round on the best two who have not met sit together.
  CHECK(rounds[3].front().contains("conglomerate"));
  CHECK(schedule.placings().front().strategy == "conglomerate");
  CHECK(schedule.placings().back().strategy == "steady-owner");
  CHECK(schedule.placings().front().score == doctest::Approx(7));
}

TEST_CASE("Swiss: all matches of a round share their worlds, and rounds have worlds of their own") {
  const Spec spec = spec_of("format = \"swiss\"\nworlds = 2\nrounds = 2\n");
  Schedule schedule(spec);
  std::map<std::uint32_t, std::set<std::uint64_t>> seeds;
  std::map<std::uint32_t, int> matches;
  for (std::uint64_t i = 0; i < schedule.matches(); ++i) {
    const MatchPlan plan = schedule.match(i);
    seeds[plan.world].insert(plan.world_seed);
    ++matches[plan.world];
    schedule.take_in(test::made_up_result(plan, [](auto, auto) { return 100; }));
  }
  CHECK(matches == std::map<std::uint32_t, int>{{0, 6}, {1, 6}, {2, 6}, {3, 6}});
  for (const auto& [world, of_it] : seeds) CHECK(of_it.size() == 1);
}

TEST_CASE("knockout: the stronger go on, everybody is out once at most, and the strongest wins") {
  const Spec spec = spec_of("format = \"knockout\"\nworlds = 1\n");
  Schedule schedule(spec);
  // Seven: three tables and one who waits; four: two tables; two: the final.
  CHECK(schedule.matches() == (3 + 2 + 1) * 2);
  const auto rounds = play_out(spec, schedule);
  REQUIRE(rounds.size() == 3);
  CHECK(rounds[2] == std::vector<Pairing>{{"conglomerate", "symbiont"}});
  for (std::size_t round = 0; round + 1 < rounds.size(); ++round)
    for (const Pairing& pairing : rounds[round]) {
      std::string weaker;
      for (const std::string& name : pairing)
        if (weaker.empty() || strength(spec, name) < strength(spec, weaker)) weaker = name;
      for (const Pairing& later : rounds[round + 1]) CHECK(!later.contains(weaker));
    }
  const auto placings = schedule.placings();
  REQUIRE(placings.size() == 7);
  CHECK(placings[0].strategy == "conglomerate");
  CHECK(placings[1].strategy == "symbiont");
  CHECK(placings[0].rounds >= 2);
}

TEST_CASE("knockout: a last table that winners do not fill takes the best of those just out") {
  std::string text = test::spec_text_of("format = \"knockout\"\nworlds = 1\nadvance = 1\n",
                                        R"(strategies = ["equal-sharer", "merit-sharer", "reinvestor", "organiser"])");
  text.replace(text.find("[capitalists]\nseats = 2"), 23, "[members]\nseats = 3");
  const auto spec = parse_spec(text, "s.toml");
  REQUIRE_MESSAGE(spec.has_value(), spec.error().text());
  Schedule schedule(*spec);
  CHECK(schedule.matches() == 2 * 3);  // one table of four, one waits, one goes on: two for three seats
  std::vector<std::set<std::string>> tables;
  for (std::uint64_t i = 0; i < schedule.matches(); ++i) {
    const MatchPlan plan = schedule.match(i);
    tables.emplace_back();
    for (const Seating& seating : plan.seatings) tables.back().insert(std::string(seating.strategy->name));
    // The longer the name the stronger.
    schedule.take_in(test::made_up_result(plan, [](auto name, auto) { return static_cast<rules::Bp>(name.size()); }));
  }
  CHECK(tables[0].size() == 3);
  CHECK(tables[3].size() == 3);
  // One was left out of the first table; of those who sat there the weakest is out for good.
  CHECK(tables[0] != tables[3]);
  std::string weakest = *tables[0].begin();
  for (const std::string& name : tables[0])
    if (name.size() < weakest.size()) weakest = name;
  CHECK(!tables[3].contains(weakest));
}

TEST_CASE("what comes next follows from the results alone") {
  for (const char* head : {"format = \"swiss\"\nworlds = 1\nrounds = 3\n", "format = \"knockout\"\nworlds = 1\n"}) {
    const Spec spec = spec_of(head);
    Schedule one(spec);
    Schedule other(spec);
    CHECK(play_out(spec, one) == play_out(spec, other));
  }
}
