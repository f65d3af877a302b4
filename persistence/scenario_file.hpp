// Scenarios by name or from a stranger's file.
#pragma once

#include <filesystem>
#include <string>

#include "persistence/result.hpp"
#include "rules/state/scenario.hpp"

namespace tt::persistence {

/// "sitting, hamlet, crowd": the built-in ones, for messages.
[[nodiscard]] std::string scenario_names();

/// Reads a scenario file; a failure names file, line and what is allowed there. A name that a built-in scenario has is
/// refused unless the two are the same, so that a name means one thing.
Result<rules::Scenario> read_scenario_file(const std::filesystem::path& path);

/// A built-in scenario's name, or the path of a file that ends in .toml; a relative one starts at `folder`.
Result<rules::Scenario> scenario_of(const std::string& name_or_path, const std::filesystem::path& folder = {});

}  // namespace tt::persistence
