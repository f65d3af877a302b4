#include "tests/load/meter.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tt::load {
namespace {

double at(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

}  // namespace

std::size_t resident_bytes(pid_t process) {
  // proc(5): anonymous memory only, so that the program's own pages and shared libraries do not count.
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  std::string line;
  while (std::getline(status, line))
    if (line.starts_with("RssAnon:")) return std::stoull(line.substr(8)) * 1024;
  throw std::runtime_error("no memory figure of process " + std::to_string(process));
}

double cpu_seconds(pid_t process) {
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string all;
  std::getline(stat, all);
  // proc(5): utime and stime are the 12th and 13th fields after the name, which is in brackets and may hold anything.
  const std::size_t name_end = all.rfind(')');
  if (name_end == std::string::npos) throw std::runtime_error("no time of process " + std::to_string(process));
  std::istringstream fields(all.substr(name_end + 2));
  std::string skipped;
  for (int field = 0; field < 11; ++field) fields >> skipped;
  double user = 0;
  double kernel = 0;
  fields >> user >> kernel;
  return (user + kernel) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

Waits waits_of(std::vector<double> ms) {
  std::sort(ms.begin(), ms.end());
  return {at(ms, 0.50), at(ms, 0.99), at(ms, 1.0)};
}

std::string tenths(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

std::string Waits::text() const {
  return "p50 " + tenths(p50_ms) + " ms, p99 " + tenths(p99_ms) + " ms, longest " + tenths(max_ms) + " ms";
}

void open_many_files() {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace tt::load
