// The pages under docs/rules that are made from the rules' own tables, so that they cannot drift; and the list of
// mechanisms beside them, whose every reference must exist. TT_REGENERATE=1 writes the pages anew.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "rules/actions/rejection.hpp"
#include "rules/stages/stages.hpp"
#include "rules/state/industry.hpp"
#include "rules/state/machines.hpp"
#include "rules/state/parameters.hpp"
#include "tests/support/source_folder.hpp"

using namespace tt::rules;

namespace {

constexpr const char* kMade = "\nMade from the rules' own tables by `TT_REGENERATE=1 build/tests/rules_tests`.\n";
constexpr std::string_view kGoodNames[] = {"provisions", "comforts", "materials", "culture",
                                           "machinery",  "engines",  "land"};
static_assert(std::size(kGoodNames) == kGoods);

std::filesystem::path folder() {
  return std::filesystem::path(tt::test::source_folder()) / "docs/rules";
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void expect_page(const std::string& name, const std::string& now) {
  const auto path = folder() / name;
  if (std::getenv("TT_REGENERATE") != nullptr) std::ofstream(path, std::ios::binary) << now;
  CHECK_MESSAGE(text_of(path) == now, "docs/rules/" << name
                                                    << " is not what the tables say. Write it anew with "
                                                       "TT_REGENERATE=1 build/tests/rules_tests and look at it.");
}

std::string percent(std::int64_t bp) {
  std::ostringstream text;
  text << bp / 100;
  if (bp % 100 != 0) text << '.' << bp % 100 / 10 << (bp % 10 != 0 ? std::to_string(bp % 10) : "");
  text << " %";
  return text.str();
}

std::string in_unit(const ParameterInfo& row, std::int64_t value) {
  switch (row.unit) {
    case ParameterUnit::kSwitch:
      return value != 0 ? "on" : "off";
    case ParameterUnit::kTicks:
      return std::to_string(value) + " ticks";
    case ParameterUnit::kBp:
      return percent(value);
  }
  return {};
}

void tell_parameters(std::ostringstream& page, ParameterKind kind, const char* title, const char* what) {
  page << "\n## " << title << "\n\n"
       << what << "\n\n| name | usual | bounds | what it does | why that |\n|---|---|---|---|---|\n";
  for (const ParameterInfo& row : all_parameters())
    if (row.kind == kind)
      page << "| `" << row.name << "` | " << in_unit(row, row.usual) << " | " << in_unit(row, row.least) << " to "
           << in_unit(row, row.most) << " | " << row.meaning << " | " << row.reason << " |\n";
}

}  // namespace

TEST_CASE("docs/rules/laws.md is what the table of parameters says") {
  std::ostringstream page;
  page << "# Laws, nature and scoring\n"
       << kMade << "\nA scenario may set each within its bounds; the usual value holds otherwise.\n";
  tell_parameters(page, ParameterKind::kLaw, "Laws", "What a government decides.");
  tell_parameters(page, ParameterKind::kNature, "Nature",
                  "How people and things are taken to be; experiments vary it.");
  tell_parameters(page, ParameterKind::kScoring, "Scoring", "What the laurels count.");
  expect_page("laws.md", page.str());
}

TEST_CASE("docs/rules/goods.md is what the tables of industries and generations say") {
  std::ostringstream page;
  page << "# Goods and machines\n"
       << kMade
       << "\n| good | tasks by hand | by mind | materials for 100 lots | spoils in a tick | bought by households | of "
          "all work at the start |\n"
          "|---|---|---|---|---|---|---|\n";
  for (const Industry& industry : kIndustries) {
    page << "| " << kGoodNames[index_of(industry.product)] << " | ";
    if (!industry.is_made()) {
      page << "nobody makes it | | | | | |\n";
      continue;
    }
    page << percent(industry.hands) << " | " << percent(industry.tasks(Task::kMinds)) << " | "
         << industry.materials_per_100 << " | " << percent(industry.perishing) << " | "
         << (industry.bought_by_households ? "yes" : "no") << " | " << industry.at_start << " % |\n";
  }
  page << "\n## Generations of machines\n\nMachinery does hands tasks, engines do minds tasks. With the world's "
          "knowledge of a kind grows the generation that its\n"
          "machines are made in, and the part of all tasks of that kind that anybody may hand to them.\n\n"
          "| generation | from a world knowledge of | units that do all of one lot's tasks | tasks that may be handed "
          "over |\n|---|---|---|---|\n";
  int number = 1;
  for (const Generation& generation : kGenerations)
    page << "| " << number++ << " | " << generation.knowledge << " | " << generation.units << " | "
         << percent(reach_of(generation.knowledge)) << " |\n";
  page << "\nA unit wears by " << percent(kWear) << " a tick; machines use " << kRunningMaterials
       << " lots of materials for 100 lots' tasks; at most " << percent(kMostByMachines)
       << " of a task can ever be handed over.\n";
  expect_page("goods.md", page.str());
}

TEST_CASE("docs/rules/tick.md and docs/rules/refusals.md are what the tables of stages and rejections say") {
  std::ostringstream tick;
  tick << "# The stages of a tick\n"
       << kMade
       << "\nIn this order, each whole before the next. [economy.md](../economy.md) says what happens in them.\n\n";
  int number = 1;
  for (const Stage& stage : stages()) tick << number++ << ". " << stage.name << "\n";
  expect_page("tick.md", tick.str());
  std::ostringstream page;
  page << "# Why an action is refused\n"
       << kMade
       << "\nA refused action changes nothing. The number is the protocol's error code less 200.\n\n| number | what "
          "the player reads | field at fault |\n|---|---|---|\n";
  for (std::uint8_t at = 1; at < kRejections; ++at) {
    const RejectionText text = describe(static_cast<Rejection>(at));
    page << "| " << int{at} << " | " << text.text << " | "
         << (*text.field == '\0' ? "" : "`" + std::string(text.field) + "`") << " |\n";
  }
  expect_page("refusals.md", page.str());
}

TEST_CASE("whatever the list of mechanisms refers to exists") {
  const std::string page = text_of(folder() / "README.md");
  REQUIRE(!page.empty());
  const std::filesystem::path root = tt::test::source_folder();
  int seen = 0;
  for (std::size_t at = page.find('`'); at != std::string::npos; at = page.find('`', at + 1)) {
    const std::size_t end = page.find('`', at + 1);
    REQUIRE(end != std::string::npos);
    const std::string word = page.substr(at + 1, end - at - 1);
    at = end;
    ++seen;
    if (word.find('/') != std::string::npos)
      CHECK_MESSAGE(std::filesystem::exists(root / word), word << " is no file of the project");
    else
      CHECK_MESSAGE(find_parameter(word) != nullptr, word << " is no parameter");
  }
  CHECK(seen > 60);
}
