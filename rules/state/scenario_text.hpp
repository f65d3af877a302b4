// Scenarios as text: the plain part of TOML (toml.io) that a world needs, namely comments, `key = whole number`, `key =
// "text"` and one section [parameters]. Read here, without any library, because a world's file keeps the text it was
// founded from: it must read the same as long as there are such files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "rules/state/scenario.hpp"

namespace tt::rules {

/// The longest text that is read.
inline constexpr std::size_t kScenarioBytesMax = 16 * 1024;

/// A number that every scenario file gives.
struct ScenarioField {
  std::string_view name;
  std::int64_t least;
  std::int64_t most;
  std::string_view meaning;
  std::int64_t (*get)(const Scenario&);
  void (*set)(Scenario&, std::int64_t);
};

/// In the order in which they are written.
[[nodiscard]] std::span<const ScenarioField> scenario_fields();

/// Why a text is no scenario: the first reason, in words for people.
struct ScenarioFault {
  std::uint32_t line = 1;
  std::string what;
  std::string remedy;
};

/// Every field and both names must be there, once; of the parameters only those that differ from the usual.
[[nodiscard]] std::variant<Scenario, ScenarioFault> read_scenario(std::string_view text);

/// The one text of a scenario, with every parameter: equal scenarios, equal texts; read_scenario gives it back.
[[nodiscard]] std::string to_text(const Scenario& scenario);

}  // namespace tt::rules
