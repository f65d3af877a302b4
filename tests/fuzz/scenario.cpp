// A scenario's text: what is read can be written, and reads as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include "rules/state/scenario_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  namespace rules = tt::rules;
  const auto read = rules::read_scenario({reinterpret_cast<const char*>(bytes), size});
  const auto* const scenario = std::get_if<rules::Scenario>(&read);
  if (scenario == nullptr) return 0;
  const std::string text = rules::to_text(*scenario);
  const auto again = rules::read_scenario(text);
  const auto* const second = std::get_if<rules::Scenario>(&again);
  if (second == nullptr || rules::to_text(*second) != text) std::abort();
  return 0;
}
