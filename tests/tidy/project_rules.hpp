// Rules for files of every language. Each returns what breaks it; an empty answer is a pass.
#pragma once

#include <vector>

#include "tests/tidy/project.hpp"

namespace tt::tidy {

inline constexpr int kFileLinesMax = 600;
inline constexpr int kFunctionLinesMax = 70;

[[nodiscard]] Findings long_files(const std::vector<File>& files);
[[nodiscard]] Findings long_functions(const std::vector<File>& files);
/// Paths that exist on one machine only, and hosts of package registries.
[[nodiscard]] Findings machine_places(const std::vector<File>& files);
/// Lock files must pin the content of each package and say nothing of where it came from.
[[nodiscard]] Findings loose_locks(const std::vector<File>& files);
/// Tests that are switched off, or that switch the others off.
[[nodiscard]] Findings muted_tests(const std::vector<File>& files);
/// Sleeping as synchronisation.
[[nodiscard]] Findings sleeps(const std::vector<File>& files);
/// A feature of the page that reaches into another feature instead of what they share.
[[nodiscard]] Findings feature_tangles(const std::vector<File>& files);
/// Debian packages that tools/packages and docs/dependencies.md do not both name.
[[nodiscard]] Findings unexplained_packages(const std::vector<File>& files);

}  // namespace tt::tidy
