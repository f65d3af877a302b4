// The built-in scenarios are the files of rules/scenarios, taken into the program as they are.
#include "rules/state/scenario.hpp"

#include <algorithm>
#include <vector>

#include "rules/core/assert.hpp"
#include "rules/state/scenario_text.hpp"

// The assembler looks for the files where the compiler looks for headers.
#define TT_SCENARIO(symbol, file)                                      \
  __asm__(                                                             \
      ".pushsection .rodata\n"                                         \
      ".global tt_scenario_" #symbol                                   \
      "_begin\n"                                                       \
      ".global tt_scenario_" #symbol                                   \
      "_end\n"                                                         \
      "tt_scenario_" #symbol "_begin: .incbin \"rules/scenarios/" file \
      ".toml\"\n"                                                      \
      "tt_scenario_" #symbol                                           \
      "_end: .byte 0\n"                                                \
      ".popsection");                                                  \
  extern "C" const char tt_scenario_##symbol##_begin[];                \
  extern "C" const char tt_scenario_##symbol##_end[];
#include "rules/scenarios/list.inc"
#undef TT_SCENARIO

namespace tt::rules {
namespace {

Scenario built_in(const char* begin, const char* end) {
  const auto read = read_scenario({begin, static_cast<std::size_t>(end - begin)});
  TT_ASSERT(std::holds_alternative<Scenario>(read));  // a test names the line at fault
  return std::get<Scenario>(read);
}

}  // namespace

std::span<const Scenario> built_in_scenarios() {
#define TT_SCENARIO(symbol, file) built_in(tt_scenario_##symbol##_begin, tt_scenario_##symbol##_end),
  static const std::vector<Scenario> kScenarios{
#include "rules/scenarios/list.inc"
  };
#undef TT_SCENARIO
  return kScenarios;
}

const Scenario* find_scenario(std::string_view name) {
  const auto all = built_in_scenarios();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Scenario& s) { return s.name == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace tt::rules
