#include "tournament/bots/process_table.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
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

std::vector<Row> all_processes() {
  std::vector<Row> rows;
  std::error_code failed;
  for (std::filesystem::directory_iterator at("/proc", failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    Row row;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), row.pid);
    if (read.ec != std::errc{} || read.ptr != name.data() + name.size()) continue;
    std::ifstream file(at->path() / "stat");
    const std::string line{std::istreambuf_iterator<char>(file), {}};
    if (read_row(line, row)) rows.push_back(row);
  }
  return rows;
}

}  // namespace

std::size_t descendants_of(pid_t leader, bool wrapped) {
  const std::vector<Row> rows = all_processes();
  std::set<pid_t> found{leader};
  for (std::size_t before = 0; before != found.size();) {
    before = found.size();
    for (const Row& row : rows)
      if (found.contains(row.parent) || row.group == leader) found.insert(row.pid);
  }
  const std::size_t own = wrapped ? 2 : 0;
  return found.size() - std::min(found.size(), own);
}

}  // namespace tt::tournament
