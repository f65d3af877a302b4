// Rules for C++ files. Each returns what breaks it; an empty answer is a pass.
#pragma once

#include <vector>

#include "tests/tidy/project.hpp"

namespace tt::tidy {

/// rules/ includes the standard library (without clocks, threads, files, locale, chance) and itself.
[[nodiscard]] Findings foreign_includes(const std::vector<File>& files);
/// Words that have no place in rules/: floating point, chance, clocks, threads, the environment, unordered containers.
[[nodiscard]] Findings banned_words(const std::vector<File>& files);
/// State that outlives its owner: namespace-scope and static variables that can change.
[[nodiscard]] Findings mutable_globals(const std::vector<File>& files);
/// `default:` in a switch over an enumeration of ours hides the case that was forgotten.
[[nodiscard]] Findings switch_defaults(const std::vector<File>& files);
/// Includes that point upwards: rules < protocol < persistence < tournament < server; nobody includes tests.
[[nodiscard]] Findings upward_includes(const std::vector<File>& files);

}  // namespace tt::tidy
