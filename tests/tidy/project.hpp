// The project's own files, as git sees them: tracked ones and new ones that are not ignored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tt::tidy {

struct File {
  std::string path;  ///< from the project's root
  std::string text;
};

/// A sentence about one place that breaks a rule.
struct Finding {
  std::string path;
  int line = 0;
  std::string what;
};
using Findings = std::vector<Finding>;

/// Every text file of the project; read once.
[[nodiscard]] const std::vector<File>& project_files();

/// What a command prints. Throws when it fails.
[[nodiscard]] std::string output_of(const std::string& command);

[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);
[[nodiscard]] int line_at(std::string_view text, std::size_t position);
[[nodiscard]] bool ends_with_any(std::string_view path, const std::vector<std::string_view>& endings);
[[nodiscard]] bool is_cpp(const File& file);
[[nodiscard]] bool is_script(const File& file);  ///< TypeScript, JavaScript or Svelte
[[nodiscard]] bool is_source(const File& file);  ///< written by people, in any language a machine runs
/// In one of the folders that make the program, as opposed to its tests.
[[nodiscard]] bool is_product(const File& file);

/// "path:line: what" for each, to be shown by a failing check.
[[nodiscard]] std::string to_text(const Findings& findings);

}  // namespace tt::tidy
