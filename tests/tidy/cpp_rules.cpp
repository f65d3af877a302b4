#include "tests/tidy/cpp_rules.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include "tests/tidy/strip.hpp"

namespace tt::tidy {
namespace {

bool is_rules(const File& file) {
  return is_cpp(file) && file.path.starts_with("rules/");
}

struct Include {
  int line = 0;
  std::string name;
  bool system = false;
};

std::vector<Include> includes_of(const File& file) {
  static const std::regex include(R"re(^\s*#\s*include\s*([<"])([^>"]+))re");
  std::vector<Include> found;
  int number = 0;
  for (const std::string_view line : lines_of(file.text)) {
    ++number;
    std::cmatch parts;
    if (std::regex_search(line.begin(), line.end(), parts, include))
      found.push_back({number, parts[2], parts[1] == "<"});
  }
  return found;
}

/// Where a folder stands; a file may include what stands lower, and its own folder.
int level_of(std::string_view path) {
  const std::vector<std::string_view> upwards{"rules/",      "protocol/", "persistence/",
                                              "tournament/", "server/",   "tests/"};
  const auto at =
      std::find_if(upwards.begin(), upwards.end(), [&](std::string_view folder) { return path.starts_with(folder); });
  return static_cast<int>(at - upwards.begin());
}

/// Statements that stand in no block but namespaces, with the line they end on.
struct Statement {
  std::string text;
  int line = 0;
};
std::vector<Statement> namespace_statements(std::string_view code) {
  std::vector<Statement> found;
  std::string text;
  int depth = 0;
  int line = 1;
  for (const std::string_view row : lines_of(code)) {
    const bool directive =
        row.find_first_not_of(' ') != std::string_view::npos && row[row.find_first_not_of(' ')] == '#';
    for (const char c : directive ? std::string_view{} : row) {
      if (c == '{') {
        const bool opens_namespace = depth == 0 && std::regex_search(text, std::regex(R"(\bnamespace\b)"));
        if (opens_namespace)
          text.clear();
        else
          ++depth;
      } else if (c == '}') {
        if (depth > 0) --depth;
        if (depth == 0 && text.find('=') == std::string::npos && text.find('(') != std::string::npos) text.clear();
      } else if (c == ';' && depth == 0) {
        found.push_back({std::move(text), line});
        text.clear();
      } else if (depth == 0) {
        text += c;
      }
    }
    text += ' ';
    ++line;
  }
  return found;
}

bool declares_mutable(const std::string& statement) {
  static const std::regex other(
      R"(\b(const|constexpr|constinit|using|typedef|class|struct|enum|union|friend|template|namespace|operator|static_assert|concept)\b)");
  static const std::regex variable(R"(^[\s\w:<>,*&\[\]]*[\w>&*\]]\s+\w+\s*(=.*)?$)");
  return !std::regex_search(statement, other) && std::regex_search(statement, variable);
}

}  // namespace

Findings foreign_includes(const std::vector<File>& files) {
  const std::set<std::string> standard{"algorithm",   "array",    "bit",     "compare", "concepts",    "cstddef",
                                       "cstdint",     "cstdio",   "cstdlib", "cstring", "iterator",    "limits",
                                       "numeric",     "optional", "span",    "string",  "string_view", "tuple",
                                       "type_traits", "utility",  "variant", "vector"};
  Findings findings;
  for (const File& file : files) {
    if (!is_rules(file)) continue;
    for (const Include& include : includes_of(file))
      if (include.system ? !standard.contains(include.name) : !include.name.starts_with("rules/"))
        findings.push_back({file.path, include.line, "rules/ may not include " + include.name});
  }
  return findings;
}

Findings banned_words(const std::vector<File>& files) {
  const std::regex banned(
      R"(\b(float|double|s?rand|getenv|setlocale|unordered_\w+|random_device|mt19937\w*|thread_local|atomic\w*|mutex|chrono)\b|\bstd::(clock|time|thread|locale)\b|\b(time|clock|system|fopen|scanf|printf)\s*\()");
  Findings findings;
  for (const File& file : files) {
    if (!is_rules(file)) continue;
    const std::string code = code_of(file);
    int number = 0;
    for (const std::string_view line : lines_of(code)) {
      ++number;
      std::cmatch word;
      if (std::regex_search(line.begin(), line.end(), word, banned))
        findings.push_back({file.path, number, "not in rules/: " + word.str()});
    }
  }
  return findings;
}

Findings mutable_globals(const std::vector<File>& files) {
  const std::regex local_static(
      R"(^\s*(static|thread_local)\s+(?!const\b|constexpr\b|constinit\b|inline constexpr\b)[\w:<>,*& ]+\s+\w+\s*(=[^=].*|\{.*)?;)");
  Findings findings;
  for (const File& file : files) {
    if (!is_cpp(file) || !is_product(file)) continue;
    const std::string code = code_of(file);
    for (const Statement& statement : namespace_statements(code))
      if (declares_mutable(statement.text))
        findings.push_back({file.path, statement.line, "a global that can change:" + statement.text});
    int number = 0;
    for (const std::string_view line : lines_of(code)) {
      ++number;
      if (std::regex_search(line.begin(), line.end(), local_static))
        findings.push_back({file.path, number, "a static that can change"});
    }
  }
  return findings;
}

Findings switch_defaults(const std::vector<File>& files) {
  const std::regex own_case(R"(\bcase\s+[\w:]*\bk[A-Z])");
  const std::regex default_case(R"(\bdefault\s*:)");
  Findings findings;
  for (const File& file : files) {
    if (!is_cpp(file) || (!is_product(file) && !file.path.starts_with("tests/"))) continue;
    const std::string code = code_of(file);
    for (std::size_t at = code.find("switch ("); at != std::string::npos; at = code.find("switch (", at + 1)) {
      std::size_t end = code.find('{', at);
      for (int depth = 0; end < code.size(); ++end) {
        if (code[end] == '{') ++depth;
        if (code[end] == '}' && --depth == 0) break;
      }
      const std::string block = code.substr(at, std::min(end, code.size()) - at);
      if (std::regex_search(block, own_case) && std::regex_search(block, default_case))
        findings.push_back({file.path, line_at(code, at), "default: in a switch over an enumeration of ours"});
    }
  }
  return findings;
}

Findings upward_includes(const std::vector<File>& files) {
  Findings findings;
  for (const File& file : files) {
    if (!is_cpp(file) || !is_product(file)) continue;
    for (const Include& include : includes_of(file)) {
      const bool ours = level_of(include.name) <= level_of("tests/");
      const bool above = ours && level_of(include.name) > level_of(file.path);
      const bool messages = include.name.ends_with(".pb.h") && is_rules(file);
      if (above || messages) findings.push_back({file.path, include.line, "includes upwards: " + include.name});
    }
  }
  return findings;
}

}  // namespace tt::tidy
