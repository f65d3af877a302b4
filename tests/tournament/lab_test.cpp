// The laboratory: its statistics against figures worked out by hand, its runs against themselves.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>
#include <sstream>

#include "rules/state/scenario_text.hpp"
#include "tests/support/source_folder.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/lab/health.hpp"
#include "tournament/lab/lab.hpp"
#include "tournament/lab/metrics.hpp"
#include "tournament/lab/run.hpp"

using namespace tt::tournament::lab;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Experiment small() {
  return {.name = "small",
          .claim = "A higher tax changes nothing here.",
          .ticks = 6,
          .arms = {{"usual", {}, "hamlet"}, {"the same", {}, "hamlet"}, {"taxed", {{"income_tax", 4'000}}, "hamlet"}},
          .comparisons = {{"consumption", "usual", "the same", Expect::kMore, 1},
                          {"consumption", "usual", "taxed", Expect::kMore, 1},
                          {"unemployment", "taxed", ""}}};
}

Observation of(double employed, double seeking, double price, double volume) {
  Observation seen;
  seen.employed = employed;
  seen.seeking = seeking;
  seen.price = {price};
  seen.volume = {volume};
  seen.velocity = 4;
  return seen;
}

}  // namespace

TEST_CASE("the figures of inequality and shape are those worked out by hand") {
  CHECK(gini({1, 1, 1, 1}) == doctest::Approx(0));
  CHECK(gini({0, 0, 0, 10}) == doctest::Approx(0.75));
  CHECK(gini({3, 1}) == doctest::Approx(0.25));
  CHECK(gini({}) == 0);
  CHECK(deviation(std::vector<double>{2, 4, 4, 4, 5, 5, 7, 9}) == doctest::Approx(2.13809));
  CHECK(skewness(std::vector<double>{1, 2, 3}) == doctest::Approx(0));
  CHECK(skewness(std::vector<double>{0, 0, 0, 4}) == doctest::Approx(1.154700538));
  CHECK(correlation(std::vector<double>{1, 2, 3}, std::vector<double>{2, 4, 6}) == doctest::Approx(1));
  CHECK(correlation(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 3, 2, 4}) == doctest::Approx(0.8));
  CHECK(correlation(std::vector<double>{1, 1}, std::vector<double>{1, 2}) == 0);
}

TEST_CASE("an effect is the mean of the differences within seeds, with Student's interval") {
  // Differences 10, 20, 30 % by seed: mean 20, sd 10, t(0.975, 2) = 4.302653, so half a width of 24.8414.
  const Finding f = compare({"output", "a", "b", Expect::kMore, 1}, {110, 120, 130}, {100, 100, 100});
  CHECK(f.mean == doctest::Approx(20));
  CHECK(f.high - f.mean == doctest::Approx(24.8414));
  CHECK(f.unit == "%");
  CHECK(f.verdict == Verdict::kUndecided);
  const Finding points = compare({"Gini of wealth", "a", "b", Expect::kLess, 0.1}, {0.5, 0.52, 0.48}, {0.8, 0.8, 0.8});
  CHECK(points.mean == doctest::Approx(-0.3));
  CHECK(points.verdict == Verdict::kSupported);
}

TEST_CASE("how soon machines take over and whether faster and faster are counted as worked out by hand") {
  // Machines do t² of 10 000 parts of the tasks: a quarter at tick 50, half at 71.
  Series series;
  for (int tick = 0; tick < 100; ++tick) {
    Observation& seen = series.emplace_back();
    seen.automated = seen.cooperative.automated = tick * tick / 10'000.0;
  }
  const auto measured = [&](std::string_view name) { return find_metric(name)->of(series); };
  CHECK(measured("ticks to a quarter by machines, co-ops") == 50);
  CHECK(measured("ticks to half by machines") == 71);
  CHECK(measured("ticks to a quarter by machines, traditional") == 100);
  // Means of t² over 0…12, 43…55 and 87…99 are 50, 2 415 and 8 663: 8 663 − 2 · 2 415 + 50 = 3 883 hundredths of a
  // point.
  CHECK(measured("speeding up of machines' part") == doctest::Approx(38.83));
}

TEST_CASE("seeds in which a figure does not exist are left out and counted") {
  const Finding f = compare({"output", "a", "b"}, {110, kNone, 130, 5}, {100, 100, 100, 0});
  CHECK(f.seeds == 2);
  CHECK(f.left_out == 2);
  CHECK(compare({"output", "a", "b"}, {kNone}, {1}).verdict == Verdict::kUndecided);
}

TEST_CASE("a verdict follows from the interval and the smallest effect of interest") {
  CHECK(judge(Expect::kMore, 3, 1, 5, 2) == Verdict::kSupported);
  CHECK(judge(Expect::kMore, -3, -5, -1, 2) == Verdict::kContradicted);
  CHECK(judge(Expect::kLess, -3, -5, -1, 2) == Verdict::kSupported);
  CHECK(judge(Expect::kLess, 3, 1, 5, 2) == Verdict::kContradicted);
  CHECK(judge(Expect::kMore, 0.5, -1, 1.5, 2) == Verdict::kNoEffect);
  CHECK(judge(Expect::kMore, 1, 0.5, 1.5, 2) == Verdict::kNoEffect);
  CHECK(judge(Expect::kMore, 1, -3, 5, 2) == Verdict::kUndecided);
  CHECK(judge(Expect::kMore, 1, 0.5, 2.5, 2) == Verdict::kUndecided);
  CHECK(judge(Expect::kNothing, 3, 1, 5, 2) == Verdict::kMeasured);
  const double infinite = std::numeric_limits<double>::infinity();
  CHECK(judge(Expect::kMore, 3, -infinite, infinite, 2) == Verdict::kUndecided);
}

TEST_CASE("arms are played with the same chance: arms that do not differ have no difference at all") {
  const Report report = run_experiment(small(), {.seeds = 3});
  REQUIRE(report.findings.size() == 3);
  for (const double difference : report.findings[0].differences) CHECK(difference == 0);
  CHECK(report.findings[0].verdict == Verdict::kNoEffect);
  CHECK(report.findings[1].mean != 0);
}

TEST_CASE("the number of jobs changes nothing") {
  const Experiment experiment = small();
  const Report one = run_experiment(experiment, {.seeds = 4, .jobs = 1});
  const Report three = run_experiment(experiment, {.seeds = 4, .jobs = 3});
  CHECK(to_json(one) == to_json(three));
  CHECK(to_html(one) == to_html(three));
}

TEST_CASE("every experiment names metrics, arms and scenarios that there are, and bounds that hold") {
  std::set<std::string_view> names;
  for (const Experiment& e : experiments()) {
    CAPTURE(e.name);
    CHECK(names.insert(e.name).second);
    CHECK(e.ticks > 0);
    std::set<std::string_view> arms;
    for (const Arm& arm : e.arms) {
      CHECK(arms.insert(arm.name).second);
      CHECK(tt::rules::find_scenario(arm.scenario) != nullptr);
      if (missing(e).empty()) CHECK(tt::rules::within_bounds(scenario_of(arm).parameters));
    }
    for (const Comparison& c : e.comparisons) {
      CHECK_MESSAGE(find_metric(c.metric) != nullptr, c.metric);
      CHECK(arms.contains(c.arm));
      CHECK((c.against.empty() || arms.contains(c.against)));
      CHECK((c.until == 0 || (c.from < c.until && c.until <= e.ticks + 1)));
      CHECK((c.expect == Expect::kNothing || c.smallest > 0));
    }
  }
}

TEST_CASE("a study whose mechanism is missing says so and gives no result") {
  Experiment e = small();
  e.needs = {"philosopher_stone"};
  e.arms[2].changes.push_back({"elixir", 1});
  CHECK(missing(e) == std::vector<std::string_view>{"philosopher_stone", "elixir"});
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run_studies({.name = "helth"}, out, err) == 2);
  CHECK(err.str().find("Did you mean 'health'?") != std::string::npos);
  CHECK(out.str().empty());
}

TEST_CASE("health sees what a living economy does not do, and only that") {
  Series series(30, of(90, 10, 15, 100));
  CHECK(!examine(series).any());
  for (std::size_t i = 5; i < 16; ++i) series[i] = of(40, 60, 15, 100);
  CHECK(!examine(series).any());  // eleven ticks are not twelve
  series[16] = of(40, 60, 15, 100);
  CHECK(examine(series).idle);
  Series dear(30, of(90, 10, 15, 100));
  dear[20].price = {301};
  CHECK(examine(dear).prices);
  dear[20].price = {299};
  CHECK(!examine(dear).any());
  Series empty(30, of(90, 10, 15, 100));
  for (std::size_t i = 5; i < 17; ++i) empty[i].volume = {0};
  CHECK(examine(empty).empty);
  Series land(30, of(90, 10, 15, 100));
  for (Observation& seen : land) {
    seen.price.resize(tt::rules::kGoods, 1);
    seen.volume.resize(tt::rules::kGoods, 1);
    seen.volume[index_of(tt::rules::Good::kLand)] = 0;
  }
  CHECK(!examine(land).any());  // land may stay with its owners
  Series slow(40, of(90, 10, 15, 100));
  for (std::size_t i = 20; i < 40; ++i) slow[i].velocity = 0.7;
  CHECK(examine(slow).velocity);
}

TEST_CASE("a report is written as text, JSON, Markdown and a page without any other file") {
  const tt::test::TempFolder folder;
  std::ostringstream out;
  std::ostringstream err;
  REQUIRE(run_studies({.name = "health", .seeds = 1, .ticks = 13, .jobs = 1, .out = folder.path()}, out, err) == 0);
  CHECK(out.str().find("Result: healthy") != std::string::npos);
  CHECK(std::filesystem::exists(folder / "health.json"));
  const Report report = run_experiment(small(), {.seeds = 2});
  const std::string page = to_html(report);
  CHECK(page.find("<svg") != std::string::npos);
  CHECK(page.find("prefers-color-scheme:dark") != std::string::npos);
  for (const char* outside : {"http", "src=", "@import", "<script", "url("})
    CHECK(page.find(outside) == std::string::npos);
  CHECK(to_markdown(report).find("| consumption | usual − the same |") != std::string::npos);
}

TEST_CASE("docs/scenarios.md knows every built-in scenario and key") {
  const std::string page = tt::test::read_bytes(tt::test::source_folder() + "/docs/scenarios.md");
  const auto told = [&](std::string_view name) {
    return page.find("| `" + std::string(name) + "` |") != std::string::npos;
  };
  for (const tt::rules::Scenario& scenario : tt::rules::built_in_scenarios())
    CHECK_MESSAGE(told(scenario.name), scenario.name);
  for (const tt::rules::ScenarioField& field : tt::rules::scenario_fields())
    CHECK_MESSAGE(told(field.name), field.name);
}
