// Gauntlets and pairs of versions: who sits where, and that every format runs, stops and goes on to the same bytes.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "tests/support/temp_folder.hpp"
#include "tests/tournament/small_tournament.hpp"
#include "tournament/match.hpp"
#include "tournament/schedule.hpp"

using namespace tt;
using namespace tt::tournament;
using test::TempFolder;

namespace {

Spec spec_of(const std::string& head, const std::string& capitalists) {
  auto spec = parse_spec(test::spec_text_of(head, capitalists), "s.toml");
  REQUIRE_MESSAGE(spec.has_value(), spec.error().text());
  return *std::move(spec);
}

const char* const kOthers = R"(strategies = ["poacher", "cost-cutter", "random"])";

std::string refusal(const std::string& head, const std::string& capitalists) {
  const auto spec = parse_spec(test::spec_text_of(head, capitalists), "s.toml");
  return spec ? "" : spec.error().text();
}

void check_same_whoever_plays(const std::string& text) {
  CAPTURE(text);
  const TempFolder folder;
  const auto spec = test::write_text(folder / "s.toml", text);
  const auto one = test::run({.spec = spec, .out = folder / "1", .jobs = 1});
  REQUIRE_MESSAGE(one.code == 0, one.err);
  const auto files = test::lasting_files(folder / "1");
  for (const unsigned jobs : {2U, 8U}) {
    CAPTURE(jobs);
    const auto out = folder / std::to_string(jobs);
    CHECK(test::run({.spec = spec, .out = out, .jobs = jobs}).out == one.out);
    CHECK(test::lasting_files(out) == files);
  }
  const auto bits = folder / "bits";
  for (int bit = 0; bit < 200 && test::run({.spec = spec, .out = bits, .jobs = 2, .matches_max = 3}).out.empty();
       ++bit) {
  }
  CHECK(test::lasting_files(bits) == files);
  std::size_t rows = 0;
  for (const char c : files.at("results.csv")) rows += c == '\n' ? 1 : 0;
  // Two seats a match, and a head line: what was begun beyond the end has left no file.
  for (const char* name : {"1", "2", "8", "bits"}) {
    const std::filesystem::directory_iterator worlds(folder / name / "worlds");
    CHECK(static_cast<std::size_t>(std::distance(begin(worlds), end(worlds))) == (rows - 1) / 2);
  }
}

}  // namespace

TEST_CASE("in a gauntlet the one in focus is at every table, in every seat, and meets all others equally often") {
  const Spec spec = spec_of("format = \"gauntlet\"\nworlds = 2\n",
                            R"(focus = ["steady-owner"]
strategies = ["poacher", "cost-cutter", "random"])");
  const Schedule schedule(spec);
  CHECK(schedule.matches() == 2 * 3 * 2);
  std::map<std::string_view, int> games;
  std::map<std::uint32_t, int> focus_in_seat;
  for (std::uint64_t i = 0; i < schedule.matches(); ++i)
    for (const Seating& seating : schedule.match(i).seatings) {
      ++games[seating.strategy->name];
      if (seating.strategy->name == "steady-owner") ++focus_in_seat[seating.seat];
    }
  CHECK(games ==
        std::map<std::string_view, int>{{"steady-owner", 12}, {"poacher", 4}, {"cost-cutter", 4}, {"random", 4}});
  CHECK(focus_in_seat == std::map<std::uint32_t, int>{{0, 6}, {1, 6}});
}

TEST_CASE("two versions sit in turn in the same seat of the same world beside the same others") {
  const Spec spec = spec_of("format = \"ab\"\nworlds = 2\n",
                            R"(focus = ["steady-owner", "automator"]
strategies = ["poacher", "cost-cutter", "random"])");
  const Schedule schedule(spec);
  CHECK(schedule.matches() == 2 * 3 * 2 * 2);
  for (std::uint64_t i = 0; i < schedule.matches(); i += 2) {
    const MatchPlan a = schedule.match(i);
    const MatchPlan b = schedule.match(i + 1);
    CHECK(a.block == b.block);
    CHECK(a.world_seed == b.world_seed);
    REQUIRE(a.seatings.size() == 2);
    for (std::size_t seat = 0; seat < 2; ++seat) {
      CHECK(a.seatings[seat].position == b.seatings[seat].position);
      const bool focus = a.seatings[seat].position == 0;
      CHECK((a.seatings[seat].strategy == b.seatings[seat].strategy) == !focus);
      if (focus) CHECK(a.seatings[seat].strategy->name == "steady-owner");
      if (focus) CHECK(b.seatings[seat].strategy->name == "automator");
    }
  }
}

TEST_CASE("a version that is the other under another name does exactly as well") {
  const TempFolder folder;
  const auto spec = test::write_text(folder / "s.toml",
                                     test::spec_text_of("format = \"ab\"\nworlds = 2\n", R"(focus = ["symbiont", "twin"]
strategies = ["poacher", "cost-cutter"]
[variants.twin]
strategy = "symbiont")"));
  const auto told = test::run({.spec = spec, .out = folder / "out", .jobs = 2, .json = true});
  REQUIRE_MESSAGE(told.code == 0, told.err);
  CHECK_MESSAGE(told.out.find("\"points\":0.000000,\"half_width\":0.000000") != std::string::npos, told.out);
}

TEST_CASE("every format gives the same bytes whoever plays it, at once or bit by bit") {
  for (const std::string& text : test::spec_texts_of_formats()) check_same_whoever_plays(text);
}

TEST_CASE("formats that do not fit are refused with what to do") {
  const std::string worlds = "worlds = 2\n";
  const std::string focus = "focus = [\"idle\"]\n";
  CHECK(refusal(worlds, focus + kOthers).find("others none") != std::string::npos);
  CHECK(refusal("format = \"gauntlet\"\n" + worlds, kOthers).find("needs one role with a focus") != std::string::npos);
  CHECK(refusal("format = \"ab\"\n" + worlds, focus + kOthers).find("here are 1") != std::string::npos);
  CHECK(refusal("format = \"gauntlet\"\n" + worlds, focus).find("Nobody is there") != std::string::npos);
  CHECK(
      refusal("format = \"gauntlet\"\n" + worlds, "focus = [\"idle\"]\nstrategies = [\"idle\"]").find("listed twice") !=
      std::string::npos);
  CHECK(refusal("format = \"swis\"\n" + worlds, kOthers).find("Did you mean 'swiss'?") != std::string::npos);
  CHECK(refusal("format = \"swiss\"\n" + worlds, kOthers).find("rounds is missing") != std::string::npos);
  CHECK(refusal("format = \"swiss\"\nrounds = 2\n" + worlds, "strategies = [\"idle\", \"random\"]")
            .find("more strategies than seats") != std::string::npos);
  CHECK(refusal("format = \"knockout\"\nadvance = 2\n" + worlds, kOthers).find("from 1 to 1") != std::string::npos);
  CHECK(refusal("rounds = 2\n" + worlds, kOthers).find("says nothing here") != std::string::npos);
  CHECK(refusal(worlds + "stop = { rule = \"sequential\" }\n", kOthers).find("format ab") != std::string::npos);
  CHECK(refusal(worlds + "stop = { rule = \"precision\" }\n", kOthers).find("half_width is missing") !=
        std::string::npos);
  CHECK(refusal(worlds + "stop = { rule = \"precision\", half_width = -1 }\n", kOthers).find("between 0 and 100") !=
        std::string::npos);
  CHECK(refusal("format = \"swiss\"\nrounds = 2\n" + worlds + "stop = { rule = \"precision\", half_width = 1 }\n",
                kOthers)
            .find("to their end") != std::string::npos);
}
