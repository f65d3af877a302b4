// The main of every test program. Prints the seed, runs doctest, and fails when nothing ran: a filter that matches no
// test must not look green.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "tests/support/seed.hpp"

namespace {

struct RunCounter : doctest::IReporter {
  explicit RunCounter(const doctest::ContextOptions&) {}
  static int& cases() {
    static int count = 0;
    return count;
  }
  void report_query(const doctest::QueryData&) override { ++cases(); }
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData&) override { ++cases(); }
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_LISTENER("run_counter", 1, RunCounter);

std::uint64_t parse_seed(const std::string& text) {
  if (text == "random") return std::random_device{}();
  char* end = nullptr;
  const std::uint64_t value = std::strtoull(text.c_str(), &end, 10);
  if (text.empty() || *end != '\0') {
    std::fprintf(stderr, "the seed must be a whole number or \"random\", not \"%s\"\n", text.c_str());
    std::exit(2);
  }
  return value;
}

}  // namespace

int main(int argc, char** argv) {
  if (const char* from_environment = std::getenv("TT_SEED")) tt::test::set_seed(parse_seed(from_environment));
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with("--tt-seed=")) tt::test::set_seed(parse_seed(argument.substr(10)));
  }
  std::printf("TT_SEED=%llu\n", static_cast<unsigned long long>(tt::test::seed()));
  std::fflush(stdout);

  doctest::Context context(argc, argv);
  const int failed = context.run();
  if (RunCounter::cases() == 0) {
    std::fprintf(stderr, "no test ran\n");
    return 3;
  }
  return failed;
}
