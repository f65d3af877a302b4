// What the compiled rules need from outside, read from the built files.
#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

#include "tests/tidy/project.hpp"

using namespace tt::tidy;

namespace {

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern); at != std::sregex_iterator(); ++at)
    found.insert((*at)[1]);
  return found;
}

/// The libraries beyond the standard one in what `readelf -d` prints.
std::set<std::string> foreign_libraries(const std::string& dynamic_section) {
  std::set<std::string> libraries = matches(dynamic_section, std::regex(R"(\(NEEDED\).*\[([^\].]+)\.so)"));
  for (const char* standard : {"libc", "libm", "libstdc++", "libgcc_s", "ld-linux-x86-64", "ld-linux-aarch64"})
    libraries.erase(standard);
  return libraries;
}

std::set<std::string> banned_symbols(const std::string& symbols) {
  const std::regex banned(
      R"(\bU (s?rand|random|time|clock|clock_gettime|gettimeofday|getenv|setlocale|fopen\w*|open\w*|read|write|socket|connect|pthread_\w+|usleep|nanosleep|std::(?:chrono|thread|basic_[io]?fstream|random_device|locale)[^\n]*)\b)");
  return matches(symbols, banned);
}

std::string to_text(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + "\n";
  return text;
}

}  // namespace

TEST_CASE("a program of the rules alone links the standard library and nothing else") {
  CHECK(
      foreign_libraries(" 0x01 (NEEDED)  Shared library: [libssl.so.3]\n 0x01 (NEEDED)  Shared library: [libc.so.6]\n")
          .size() == 1);
  const std::string dynamic_section = output_of("readelf -d '" TT_RULES_ALONE "'");
  CHECK(dynamic_section.find("[libc.so") != std::string::npos);
  const std::set<std::string> foreign = foreign_libraries(dynamic_section);
  CHECK_MESSAGE(foreign.empty(), to_text(foreign));
}

TEST_CASE("the compiled rules call no clock, chance, file, socket, thread or environment") {
  CHECK(banned_symbols("  U time\n  U std::chrono::_V2::steady_clock::now()\n  U mul_time\n  U abort\n").size() == 2);
  const std::string symbols = output_of("nm -uC '" TT_RULES_LIBRARY "'");
  CHECK(symbols.find("abort") != std::string::npos);
  const std::set<std::string> banned = banned_symbols(symbols);
  CHECK_MESSAGE(banned.empty(), to_text(banned));
}
