#include "tests/tidy/project.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/source_folder.hpp"

namespace tt::tidy {
namespace {

bool is_binary(const std::string& text) {
  return text.find('\0') != std::string::npos;
}

std::vector<File> read_project() {
  const std::string root = test::source_folder();
  const std::string listed =
      output_of("git -C '" + root + "' ls-files --cached --others --exclude-standard --deduplicate");
  std::vector<File> files;
  for (const std::string_view path : lines_of(listed)) {
    std::ifstream in(root + "/" + std::string(path), std::ios::binary);
    if (path.empty() || !in) continue;  // deleted, not yet committed
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!is_binary(text)) files.push_back({std::string(path), std::move(text)});
  }
  return files;
}

}  // namespace

const std::vector<File>& project_files() {
  static const std::vector<File> files = read_project();
  return files;
}

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run: " + command);
  std::string output;
  char buffer[4096];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, got);
  if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
  return output;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

int line_at(std::string_view text, std::size_t position) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

bool ends_with_any(std::string_view path, const std::vector<std::string_view>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_cpp(const File& file) {
  return ends_with_any(file.path, {".cpp", ".hpp"});
}

bool is_script(const File& file) {
  return ends_with_any(file.path, {".ts", ".js", ".mjs", ".svelte"});
}

bool is_source(const File& file) {
  return is_cpp(file) || is_script(file) || file.text.starts_with("#!") ||
         ends_with_any(file.path, {".proto", ".css", ".py", ".cmake", "CMakeLists.txt", ".html"});
}

bool is_product(const File& file) {
  const std::vector<std::string_view> folders{"rules/", "protocol/", "persistence/", "tournament/", "server/"};
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view f) { return file.path.starts_with(f); });
}

std::string to_text(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text += finding.path + ":" + std::to_string(finding.line) + ": " + finding.what + "\n";
  return text;
}

}  // namespace tt::tidy
