#include "tests/tidy/project_rules.hpp"

#include <algorithm>
#include <regex>
#include <set>

#include "tests/tidy/functions.hpp"
#include "tests/tidy/strip.hpp"

namespace tt::tidy {
namespace {

bool is_test(const File& file) {
  return file.path.starts_with("tests/") || file.path.find(".test.") != std::string::npos ||
         file.path.find(".spec.") != std::string::npos || file.path.find("/e2e/") != std::string::npos;
}

/// A finding for each line of `text` that the pattern matches.
void match_lines(const File& file, std::string_view text, const std::regex& pattern, const std::string& what,
                 Findings& findings) {
  int number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (std::regex_search(line.begin(), line.end(), pattern)) findings.push_back({file.path, number, what});
  }
}

std::set<std::string> words_matching(std::string_view text, const std::regex& pattern) {
  std::set<std::string> words;
  for (auto at = std::cregex_iterator(text.begin(), text.end(), pattern); at != std::cregex_iterator(); ++at)
    words.insert((*at)[1]);
  return words;
}

}  // namespace

Findings long_files(const std::vector<File>& files) {
  Findings findings;
  for (const File& file : files) {
    const int lines = static_cast<int>(lines_of(file.text).size());
    if (is_source(file) && lines > kFileLinesMax)
      findings.push_back({file.path, lines, "a file has at most 600 lines; split it by what its parts are for"});
  }
  return findings;
}

Findings long_functions(const std::vector<File>& files) {
  Findings findings;
  for (const File& file : files) {
    if (!is_cpp(file) && !is_script(file)) continue;
    const std::string code = code_of(file);
    for (const Function& function : is_cpp(file) ? cpp_functions(code) : script_functions(code))
      if (function.lines > kFunctionLinesMax)
        findings.push_back({file.path, function.first_line,
                            std::to_string(function.lines) + " lines in one function, at most 70: " + function.head});
  }
  return findings;
}

Findings machine_places(const std::vector<File>& files) {
  const std::regex path(R"((^|[^\w.@/-])/(work|root|farm|home/\w+)/)");
  const std::regex host(R"((registry\.npmjs|registry\.yarnpkg|deb\.debian|proxy\.golang|files\.pythonhosted)\.)");
  Findings findings;
  for (const File& file : files) {
    if (file.path.starts_with("tests/tidy/project_rules")) continue;  // the patterns themselves
    match_lines(file, file.text, path, "a path of one machine", findings);
    match_lines(file, file.text, host, "a registry's host", findings);
  }
  return findings;
}

Findings loose_locks(const std::vector<File>& files) {
  const std::regex package(R"re(^    "(node_modules/[^"]*)": \{)re");
  Findings findings;
  for (const File& file : files) {
    if (!file.path.ends_with("package-lock.json")) continue;
    match_lines(file, file.text, std::regex("^ *\"resolved\":"), "a lock file with a download address", findings);
    int number = 0;
    int opened = 0;
    for (const std::string_view line : lines_of(file.text)) {
      ++number;
      if (std::regex_search(line.begin(), line.end(), package)) opened = number;
      // What is bundled comes within the package that carries it, and under its integrity.
      if (line.starts_with("      \"integrity\":") || line == "      \"link\": true" ||
          line.starts_with("      \"inBundle\": true"))
        opened = 0;
      if (line.starts_with("    }") && opened != 0) {
        findings.push_back({file.path, opened, "a package without integrity"});
        opened = 0;
      }
    }
  }
  return findings;
}

Findings muted_tests(const std::vector<File>& files) {
  const std::regex script(R"(\b(test|it|describe)(\.\w+)*\.(only|skip|fixme|todo|skipIf|runIf)\b)");
  const std::regex cpp(R"(doctest::(skip|may_fail|should_fail)\b)");
  Findings findings;
  for (const File& file : files) {
    if (!is_test(file)) continue;
    if (is_script(file)) match_lines(file, code_of(file), script, "a test that does not count", findings);
    if (is_cpp(file)) match_lines(file, code_of(file), cpp, "a test that does not count", findings);
  }
  return findings;
}

Findings sleeps(const std::vector<File>& files) {
  const std::regex sleep(R"(\b(sleep_for|sleep_until|usleep|nanosleep|waitForTimeout)\b)");
  Findings findings;
  for (const File& file : files)
    if (is_cpp(file) || is_script(file))
      match_lines(file, code_of(file), sleep, "sleeping is no synchronisation: wait for the event itself", findings);
  return findings;
}

Findings feature_tangles(const std::vector<File>& files) {
  const std::regex imported(R"re(from "[^"]*features/(\w+)/|from "\.\./(\w+)/)re");
  const std::string features = "web-client/src/features/";
  Findings findings;
  for (const File& file : files) {
    if (!file.path.starts_with(features)) continue;
    const std::string own = file.path.substr(features.size(), file.path.find('/', features.size()) - features.size());
    int number = 0;
    for (const std::string_view line : lines_of(file.text)) {
      ++number;
      std::cmatch found;
      if (!std::regex_search(line.begin(), line.end(), found, imported)) continue;
      const bool beside =
          std::count(file.path.begin() + static_cast<std::ptrdiff_t>(features.size()), file.path.end(), '/') == 1;
      if (found[1].matched ? found[1] != own : beside)
        findings.push_back({file.path, number, "a feature imports what is shared, never another feature"});
    }
  }
  return findings;
}

Findings unexplained_packages(const std::vector<File>& files) {
  std::set<std::string> installed;
  std::set<std::string> explained;
  for (const File& file : files) {
    if (file.path == "tools/packages")
      for (const std::string_view line : lines_of(file.text))
        if (!line.starts_with("#")) installed.insert(std::string(line.substr(0, line.find(' '))));
    if (file.path == "docs/dependencies.md") {
      const std::string_view text = file.text;
      const std::size_t from = std::min(text.find("## Debian"), text.size());
      explained = words_matching(text.substr(from, text.find("\n## ", from + 1) - from),
                                 std::regex("\\| `([a-z][a-z0-9.+-]+)` \\|"));
    }
  }
  Findings findings;
  for (const std::string& name : installed)
    if (!explained.contains(name))
      findings.push_back({"docs/dependencies.md", 1, name + " is installed but not explained"});
  for (const std::string& name : explained)
    if (!installed.contains(name)) findings.push_back({"tools/packages", 1, name + " is explained but not installed"});
  return findings;
}

}  // namespace tt::tidy
