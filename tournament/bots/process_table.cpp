#include "tournament/bots/process_table.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

namespace tt::tournament {
namespace {

struct Row {
  pid_t pid = 0;
  pid_t parent = 0;
  pid_t group = 0;
};

/// "PID (NAME) STATE PARENT GROUP …"; the name may hold anything, so reading goes on after its last bracket. proc(5).
bool read_row(const std::string& line, Row& row) {
  const std::size_t end = line.rfind(')');
  if (end == std::string::npos) return false;
  std::istringstream rest(line.substr(end + 1));
  char state = 0;
  return static_cast<bool>(rest >> state >> row.parent >> row.group) && state != 'Z';
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Nothing of one that has gone, or has ended and is still to be waited for.
std::optional<Row> row_of(pid_t pid) {
  Row row{.pid = pid};
  if (!read_row(text_of("/proc/" + std::to_string(pid) + "/stat"), row)) return std::nullopt;
  return row;
}

/// The numbers among a folder's names.
std::vector<pid_t> numbers_in(const std::filesystem::path& folder) {
  std::vector<pid_t> numbers;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    pid_t number = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    if (read.ec == std::errc{} && read.ptr == name.data() + name.size()) numbers.push_back(number);
  }
  return numbers;
}

/// Whether this kernel tells a process's children.
bool children_are_told() {
  static const bool told = [] {
    const std::string own = std::to_string(::getpid());
    std::error_code ignored;
    return std::filesystem::exists("/proc/" + own + "/task/" + own + "/children", ignored);
  }();
  return told;
}

/// It and all below it, looked for from the top: a few files, however many processes the machine has.
std::size_t count_below(pid_t leader) {
  std::vector<pid_t> found{leader};
  for (std::size_t at = 0; at < found.size(); ++at) {
    const std::filesystem::path tasks = "/proc/" + std::to_string(found[at]) + "/task";
    for (const pid_t task : numbers_in(tasks)) {
      std::istringstream children(text_of(tasks / std::to_string(task) / "children"));
      for (pid_t child = 0; children >> child;)
        if (row_of(child)) found.push_back(child);
    }
  }
  return found.size();
}

/// It, its group and all below any of them, among all processes of the machine.
std::size_t count_among_all(pid_t leader) {
  std::vector<Row> rows;
  for (const pid_t pid : numbers_in("/proc"))
    if (const auto row = row_of(pid)) rows.push_back(*row);
  std::set<pid_t> found{leader};
  for (std::size_t before = 0; before != found.size();) {
    before = found.size();
    for (const Row& row : rows)
      if (found.contains(row.parent) || row.group == leader) found.insert(row.pid);
  }
  return found.size();
}

}  // namespace

std::size_t descendants_of(pid_t leader, bool wrapped) {
  // In a namespace of its own nothing gets out from under the first process; otherwise the orphans of a group do.
  const std::size_t found = wrapped && children_are_told() ? count_below(leader) : count_among_all(leader);
  const std::size_t own = wrapped ? 2 : 0;
  return found - std::min(found, own);
}

}  // namespace tt::tournament
