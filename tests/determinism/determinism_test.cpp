// The programs of tests/determinism/build must print the same hashes, tick for tick.
#include <doctest/doctest.h>

#include <cstdio>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/source_folder.hpp"

namespace {

constexpr const char* kShipped = "build";

std::string printed_by(const std::string& build) {
  const std::string program = tt::test::source_folder() + "/" + build + "/tests/worlds";
  FILE* pipe = popen(("'" + program + "'").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + program);
  std::string output;
  char buffer[4096];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, got);
  if (pclose(pipe) != 0) throw std::runtime_error(program + " failed; tests/determinism/build makes it");
  return output;
}

const std::string& output_of(const std::string& build) {
  static std::map<std::string, std::string> outputs;
  const auto found = outputs.find(build);
  return found != outputs.end() ? found->second : outputs.emplace(build, printed_by(build)).first->second;
}

void check_equal(const std::string& build) {
  std::istringstream expected(output_of(kShipped));
  std::istringstream actual(output_of(build));
  std::string expected_line;
  std::string actual_line;
  while (std::getline(expected, expected_line)) {
    REQUIRE(std::getline(actual, actual_line));
    REQUIRE(actual_line == expected_line);  // the first tick that differs
  }
  CHECK(!std::getline(actual, actual_line));
}

}  // namespace

TEST_CASE("the scripted worlds run and do not stand still") {
  std::istringstream lines(output_of(kShipped));
  std::map<std::string, int> hashes;
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) ++hashes[line.substr(line.rfind(' '))];
  CHECK(count == 4 * 40 + 2 * 60 + 3);
  CHECK(hashes.size() == static_cast<std::size_t>(count));
}

TEST_CASE("g++ without optimisation gives the same hashes") {
  check_equal("build/determinism/g++-O0");
}

TEST_CASE("clang with sanitizers gives the same hashes") {
  check_equal("build-asan");
}

TEST_CASE("clang with optimisation gives the same hashes") {
  check_equal("build/determinism/clang++-19-O2");
}
