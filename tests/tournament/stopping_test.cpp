#include "tournament/stopping.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "rules/core/random.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/student_t.hpp"

using namespace tt;
using namespace tt::tournament;

namespace {

using Standing = std::function<rules::Bp(std::string_view, std::uint32_t)>;

/// Plays made-up matches until the rule says it is enough, or the schedule ends; it may say so after whole worlds only.
std::uint64_t played(const Spec& spec, const Standing& standing, std::string& verdict) {
  const Schedule schedule(spec);
  Stopping stopping(spec);
  while (!stopping.over()) {
    REQUIRE(stopping.count() < schedule.matches());
    stopping.take_in(test::made_up_result(schedule.match(stopping.count()), standing));
  }
  CHECK(stopping.count() % schedule.matches_a_world() == 0);
  verdict = stopping.verdict();
  return stopping.count() / schedule.matches_a_world();
}

Spec spec_of(const std::string& head, const std::string& capitalists) {
  auto spec = parse_spec(test::spec_text_of(head, capitalists), "s.toml");
  REQUIRE_MESSAGE(spec.has_value(), spec.error().text());
  return *std::move(spec);
}

/// Luck of a strategy in a world, −`most` … `most` bp.
rules::Bp luck(std::string_view strategy, std::uint32_t world, rules::Bp most) {
  const std::uint64_t drawn = rules::mix(world * 1'000 + static_cast<std::uint64_t>(strategy.front()));
  return static_cast<rules::Bp>(drawn % static_cast<std::uint64_t>(2 * most + 1)) - most;
}

}  // namespace

TEST_CASE("precision: as many worlds as make every interval narrow enough, and no fewer than the least") {
  const Spec spec = spec_of("worlds = 60\nstop = { rule = \"precision\", half_width = 1.0, worlds_least = 6 }\n",
                            R"(strategies = ["poacher", "cost-cutter", "random"])");
  std::string verdict;
  CHECK(played(
            spec, [](auto, auto) { return 5'000; }, verdict) == 6);
  CHECK_MESSAGE(verdict.find("after 6 of at most 60 worlds; no wider than the 1.00") != std::string::npos, verdict);

  const Standing noisy = [](std::string_view strategy, std::uint32_t world) {
    return 5'000 + (strategy == "random" ? luck(strategy, world, 400) : 0);
  };
  const std::uint64_t worlds = played(spec, noisy, verdict);
  CHECK(worlds > 6);
  CHECK(worlds < 60);
  std::vector<double> scores;
  for (std::uint32_t world = 0; world < worlds; ++world) scores.push_back(noisy("random", world) / 100.0);
  CHECK(estimate(scores, 0.95).half_width <= 1);
  scores.pop_back();
  CHECK(estimate(scores, 0.95).half_width > 1);

  const Standing wild = [](std::string_view strategy, std::uint32_t world) {
    return 5'000 + luck(strategy, world, 4'000);
  };
  CHECK(played(spec, wild, verdict) == 60);
  CHECK_MESSAGE(verdict.find("not reached") != std::string::npos, verdict);
}

TEST_CASE("the sequential test stops as soon as it knows, and says what") {
  const Spec spec = spec_of("format = \"ab\"\nworlds = 400\nstop = { rule = \"sequential\", t1 = 0.5 }\n",
                            R"(focus = ["automator", "steady-owner"]
strategies = ["poacher", "cost-cutter"])");
  const auto ahead_by = [](rules::Bp lead) {
    return [lead](std::string_view strategy, std::uint32_t world) {
      return 5'000 + (strategy == "automator" ? lead + luck(strategy, world, 100) : 0);
    };
  };
  std::string verdict;
  const std::uint64_t better = played(spec, ahead_by(60), verdict);
  CHECK(better < 40);
  CHECK_MESSAGE(verdict.find("automator is better than steady-owner after") != std::string::npos, verdict);
  const std::uint64_t no_better = played(spec, ahead_by(-20), verdict);
  CHECK(no_better < 100);
  CHECK_MESSAGE(verdict.find("automator is not better than steady-owner after") != std::string::npos, verdict);
  // It stops with the very world that the test on the differences by world stops with.
  std::vector<double> differences;
  for (std::uint32_t world = 0; world < 400; ++world)
    differences.push_back((60 + luck("automator", world, 100)) / 100.0);
  CHECK(rating::sprt(differences, spec.stop.sprt).blocks == better);
}

TEST_CASE("the test is wrong as seldom as it promises where both versions are alike") {
  const Spec spec = spec_of("format = \"ab\"\nworlds = 300\nstop = { rule = \"sequential\", t1 = 0.5 }\n",
                            R"(focus = ["automator", "steady-owner"]
strategies = ["poacher"])");
  int wrong = 0;
  constexpr int kTests = 200;
  for (std::uint32_t test = 0; test < kTests; ++test) {
    std::string verdict;
    static_cast<void>(played(
        spec,
        [test](std::string_view strategy, std::uint32_t world) {
          return 5'000 + luck(strategy, world + 1'000 * test, 300);
        },
        verdict));
    wrong += verdict.find("is better than") != std::string::npos ? 1 : 0;
  }
  // 5 % is promised: ten of two hundred, and three deviations more.
  CHECK(wrong <= 19);
}
