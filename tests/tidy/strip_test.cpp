#include "tests/tidy/strip.hpp"

#include <doctest/doctest.h>

using tt::tidy::code_of;
using tt::tidy::strip_cpp;
using tt::tidy::strip_script;

TEST_CASE("comments and the insides of strings vanish, lines and columns stay") {
  CHECK(strip_cpp("a; // {\nb;") == "a;     \nb;");
  CHECK(strip_cpp("a /* {\n{ */ b") == "a     \n     b");
  CHECK(strip_cpp(R"(f("{\"", '{');)") == R"(f("   ", ' ');)");
  CHECK(strip_cpp("x = 1'000 + 2'500; '{'") == "x = 1'000 + 2'500; ' '");
  CHECK(strip_cpp("s = R\"--({)--\"; b") == "s =           ; b");
}

TEST_CASE("template strings and regular expressions of scripts are strings") {
  CHECK(strip_script("a = `{${b}`;") == "a = `     `;");
  CHECK(strip_script("x.match(/[/{]\\//); y / 2 / z") == "x.match(        ); y / 2 / z");
}

TEST_CASE("of a page component the script alone is code") {
  CHECK(code_of({"a.svelte", "<p>{x}</p>\n<script lang=\"ts\">\nlet a;\n</script>\n<i>"}) ==
        "          \n                  \nlet a;\n         \n   ");
}
