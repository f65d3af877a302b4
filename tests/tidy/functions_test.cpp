#include "tests/tidy/functions.hpp"

#include <doctest/doctest.h>

#include "tests/tidy/project.hpp"
#include "tests/tidy/project_rules.hpp"
#include "tests/tidy/strip.hpp"

using namespace tt::tidy;

namespace {

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "  x();\n";
  return text;
}

std::vector<int> lengths(const std::vector<Function>& functions) {
  std::vector<int> result;
  for (const Function& function : functions) result.push_back(function.lines);
  return result;
}

}  // namespace

TEST_CASE("functions of C++ are found by their braces") {
  using Lengths = std::vector<int>;
  CHECK(lengths(cpp_functions("namespace a {\nint f(int x) {\n  return x;\n}\n}\n")) == Lengths{3});
  CHECK(lengths(cpp_functions("struct S {\n  S(int a) : a_{a}, b_(a) {\n  g();\n  }\n};\n")) == Lengths{3});
  CHECK(lengths(cpp_functions("void f() {\n  if (a) {\n  }\n  auto l = [] {\n  };\n}\n")) == Lengths{6});
  CHECK(lengths(cpp_functions("TEST_CASE(\"\") {\n}\n")) == Lengths{2});
  CHECK(lengths(cpp_functions("constexpr int k[] = {\n1,\n2};\nenum class E {\nkA };\n")).empty());
}

TEST_CASE("functions of scripts are found by their braces") {
  using Lengths = std::vector<int>;
  CHECK(lengths(script_functions("function f(a: number): string {\n  return a;\n}\n")) == Lengths{3});
  CHECK(lengths(script_functions("const f = async (a) => {\n  if (a) {\n  }\n};\n")) == Lengths{4});
  CHECK(lengths(script_functions("class A {\n  m(x) {\n  }\n}\n")) == Lengths{2});
  CHECK(lengths(script_functions("describe('', () => {\n  test('', () => {\n  });\n});\n")) == Lengths{2});
}

TEST_CASE("a function of 71 lines is found out, one of 70 is not") {
  for (const std::string path : {"rules/a.cpp", "web-client/a.ts"}) {
    CAPTURE(path);
    const std::string head = path.ends_with(".ts") ? "function f() {\n" : "void f() {\n";
    CHECK(long_functions({{path, head + lines(68) + "}\n"}}).empty());
    CHECK(long_functions({{path, head + lines(69) + "}\n"}}).size() == 1);
  }
}

TEST_CASE("no function of the project is longer than 70 lines") {
  const Findings findings = long_functions(project_files());
  CHECK_MESSAGE(findings.empty(), to_text(findings));
}

TEST_CASE("most files of the program have functions that are found") {
  int files = 0;
  int with_functions = 0;
  for (const File& file : project_files()) {
    if (!file.path.ends_with(".cpp") || !is_product(file)) continue;
    ++files;
    if (!cpp_functions(code_of(file)).empty()) ++with_functions;
  }
  CHECK(files > 40);
  CHECK(with_functions * 10 >= files * 9);
}
