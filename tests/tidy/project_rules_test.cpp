#include "tests/tidy/project_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/tidy/project.hpp"

using namespace tt::tidy;

namespace {

void check_project(Findings (*rule)(const std::vector<File>&)) {
  const Findings findings = rule(project_files());
  CHECK_MESSAGE(findings.empty(), to_text(findings));
}

}  // namespace

TEST_CASE("the project's files are found") {
  const auto& files = project_files();
  CHECK(files.size() > 100);
  for (const std::string name : {"check", "rules/rules.hpp", "tests/tidy/project_rules_test.cpp", "tools/packages"})
    CHECK_MESSAGE(std::any_of(files.begin(), files.end(), [&](const File& f) { return f.path == name; }), name);
}

TEST_CASE("a file of 601 lines is found out, one of 600 is not") {
  const auto file = [](const char* path, int lines) {
    return File{path, std::string(static_cast<std::size_t>(lines), '\n')};
  };
  CHECK(long_files({file("a.cpp", 600), file("a.css", 600)}).empty());
  CHECK(long_files({file("a.cpp", 601), file("a.svelte", 601), file("a.proto", 601)}).size() == 3);
  CHECK(long_files({{"tool", "#!/bin/sh" + std::string(601, '\n')}}).size() == 1);
  CHECK(long_files({file("package-lock.json", 9000)}).empty());
}

TEST_CASE("no source file is longer than 600 lines") {
  check_project(long_files);
}

TEST_CASE("paths of one machine are found out, paths of the project are not") {
  CHECK(machine_places({{"a.md", "see /work/main\nor \"/root/x\"\nor (/home/anna/x)"}}).size() == 3);
  CHECK(machine_places({{"a.ts", "import \"../features/work/Work\"; import \"./work/x\"; // https://x.org/work/"}})
            .empty());
  CHECK(machine_places({{"a.json", "https://registry.npmjs.org/x"}}).size() == 1);
}

TEST_CASE("no file names a path of one machine") {
  check_project(machine_places);
}

TEST_CASE("a lock file with an address, or without integrity, is found out") {
  const std::string good =
      "{\n    \"node_modules/a\": {\n      \"version\": \"1\",\n      \"integrity\": \"sha512-x\"\n    },\n}\n";
  CHECK(loose_locks({{"package-lock.json", good}}).empty());
  CHECK(loose_locks({{"package-lock.json", "{\n    \"node_modules/a\": {\n      \"version\": \"1\"\n    }\n}\n"}})
            .size() == 1);
  CHECK(loose_locks({{"x/package-lock.json", "      \"resolved\": \"https://x\"\n" + good}}).size() == 1);
}

TEST_CASE("lock files pin every package and no address") {
  check_project(loose_locks);
}

TEST_CASE("a muted test is found out") {
  CHECK(muted_tests({{"web-client/src/a.test.ts", "test.only('x', () => {});\ndescribe.skip('y');\ntest('skip', f);"}})
            .size() == 2);
  CHECK(muted_tests({{"tests/browser/a.spec.mjs", "test.fixme('x');"}}).size() == 1);
  CHECK(muted_tests({{"tests/a_test.cpp", "TEST_CASE(\"x\" * doctest::skip()) {}"}}).size() == 1);
}

TEST_CASE("every test counts") {
  check_project(muted_tests);
}

TEST_CASE("a sleep is found out") {
  CHECK(sleeps({{"server/a.cpp", "std::this_thread::sleep_for(1s);\n// sleep_for\n"}}).size() == 1);
  CHECK(sleeps({{"tests/browser/a.spec.mjs", "await page.waitForTimeout(100);"}}).size() == 1);
}

TEST_CASE("nothing sleeps to wait for something") {
  check_project(sleeps);
}

TEST_CASE("a feature that imports another is found out") {
  const std::string path = "web-client/src/features/market/Market.svelte";
  CHECK(feature_tangles({{path, "import A from \"../work/A.svelte\";"}}).size() == 1);
  CHECK(feature_tangles({{path, "import A from \"../../features/work/A.svelte\";"}}).size() == 1);
  CHECK(feature_tangles({{path, "import A from \"./parts/A.svelte\";\nimport B from \"../../shared/ui/B.svelte\";"}})
            .empty());
  CHECK(feature_tangles({{"web-client/src/features/market/parts/A.ts", "import A from \"../state/A\";"}}).empty());
}

TEST_CASE("features of the page import only what they share") {
  check_project(feature_tangles);
}

TEST_CASE("a package without an explanation, or explained and gone, is found out") {
  const File list{"tools/packages", "# Debian\ng++  build  compiler\nlld  build  linker\n"};
  CHECK(unexplained_packages(
            {list, {"docs/dependencies.md", "## Debian\n| `g++` | a |\n| `lld` | than `ld` |\n\n## npm\n| `x` |\n"}})
            .empty());
  CHECK(unexplained_packages({list, {"docs/dependencies.md", "## Debian\n| `g++` |\n\n## npm\n"}}).size() == 1);
  CHECK(
      unexplained_packages({list, {"docs/dependencies.md", "## Debian\n| `g++` |\n| `lld` |\n| `gone` |\n"}}).size() ==
      1);
}

TEST_CASE("every package has its reason in docs/dependencies.md") {
  check_project(unexplained_packages);
}
