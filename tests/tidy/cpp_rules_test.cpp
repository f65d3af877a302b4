#include "tests/tidy/cpp_rules.hpp"

#include <doctest/doctest.h>

using namespace tt::tidy;

namespace {

void check_project(Findings (*rule)(const std::vector<File>&)) {
  const Findings findings = rule(project_files());
  CHECK_MESSAGE(findings.empty(), to_text(findings));
}

std::size_t found_in(Findings (*rule)(const std::vector<File>&), const char* path, const char* text) {
  return rule({{path, text}}).size();
}

}  // namespace

TEST_CASE("an include that is foreign to the rules is found out") {
  for (const char* bad : {"#include <iostream>", "#include <chrono>", "#include <boost/asio.hpp>",
                          "#include <unordered_map>", "#include \"protocol/limits.hpp\"", "#  include <thread>"})
    CHECK_MESSAGE(found_in(foreign_includes, "rules/a.hpp", bad) == 1, bad);
  CHECK(found_in(foreign_includes, "rules/a.hpp", "#include <vector>\n#include \"rules/core/id.hpp\"\n") == 0);
  CHECK(found_in(foreign_includes, "server/a.hpp", "#include <chrono>") == 0);
}

TEST_CASE("rules/ includes the standard library and itself") {
  check_project(foreign_includes);
}

TEST_CASE("a word that is banned from the rules is found out") {
  for (const char* bad : {"double x;", "float f();", "auto t = time(nullptr);", "rand();", "std::getenv(\"X\");",
                          "std::unordered_map<int, int> m;", "std::thread t;", "using namespace std::chrono;"})
    CHECK_MESSAGE(found_in(banned_words, "rules/a.cpp", bad) == 1, bad);
  CHECK(found_in(banned_words, "rules/a.cpp", "// double\nx = world.clock; f(\"float\"); running_time;") == 0);
}

TEST_CASE("rules/ has no floating point, clock, chance, thread or environment") {
  check_project(banned_words);
}

TEST_CASE("a global that can change is found out") {
  for (const char* bad : {"namespace a {\nint count = 0;\n}", "std::vector<int> all;", "static bool ready;",
                          "void f() {\n  static int calls = 0;\n}", "thread_local int x = 1;"})
    CHECK_MESSAGE(found_in(mutable_globals, "server/a.cpp", bad) >= 1, bad);
  for (const char* good :
       {"constexpr int kA = 1;", "namespace a {\nvoid f(int x);\nstruct S { int x = 0; };\nclass C;\n}",
        "using A = int;", "inline constexpr std::array<int, 2> k{1, 2};", "const std::string kName = f();",
        "S S::make() { return {}; }\nstatic void g();", "void f() {\n  static const int k = 1;\n  int x = 2;\n}",
        "[[nodiscard]] int f(int a = 1);\nbool S::operator==(const S&) const = default;",
        "void f() {\n}\n\nnamespace b {\nint g() { return 1; }\n}"})
    CHECK_MESSAGE(found_in(mutable_globals, "server/a.cpp", good) == 0, good);
}

TEST_CASE("the program has no globals that can change") {
  check_project(mutable_globals);
}

TEST_CASE("a default in a switch over an enumeration of ours is found out") {
  CHECK(found_in(switch_defaults, "rules/a.cpp",
                 "switch (good) {\n case Good::kComforts: return 1;\n default: return 2;\n}") == 1);
  CHECK(found_in(switch_defaults, "rules/a.cpp", "switch (good) {\n case Good::kComforts: return 1;\n}\n") == 0);
  CHECK(found_in(switch_defaults, "rules/a.cpp", "switch (c) {\n case 'k': return 1;\n default: return 2;\n}") == 0);
}

TEST_CASE("switches over enumerations of ours name every case") {
  check_project(switch_defaults);
}

TEST_CASE("an include that points upwards is found out") {
  CHECK(found_in(upward_includes, "rules/a.cpp", "#include \"protocol/limits.hpp\"") == 1);
  CHECK(found_in(upward_includes, "rules/a.cpp", "#include \"technotariat/v1/view.pb.h\"") == 1);
  CHECK(found_in(upward_includes, "protocol/a.cpp", "#include \"persistence/world_file.hpp\"") == 1);
  CHECK(found_in(upward_includes, "tournament/a.cpp", "#include \"server/session.hpp\"") == 1);
  CHECK(found_in(upward_includes, "server/a.cpp", "#include \"tests/support/seed.hpp\"") == 1);
  CHECK(found_in(upward_includes, "server/a.cpp",
                 "#include \"rules/rules.hpp\"\n#include \"server/x.hpp\"\n#include <vector>") == 0);
}

TEST_CASE("dependencies run downwards") {
  check_project(upward_includes);
}
