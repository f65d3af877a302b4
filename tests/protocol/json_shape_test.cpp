#include "protocol/codec/json_shape.hpp"

#include <doctest/doctest.h>

#include <string>

namespace tt::protocol {

TEST_CASE("UTF-8 is what RFC 3629 says it is") {
  const std::string_view sound[] = {"",
                                    "plain",
                                    "\xC2\x80",
                                    "\xDF\xBF",
                                    "\xE0\xA0\x80",
                                    "\xED\x9F\xBF",
                                    "\xEE\x80\x80",
                                    "\xF0\x90\x80\x80",
                                    "\xF4\x8F\xBF\xBF"};
  for (const std::string_view text : sound) CHECK(is_utf8(text));
  const std::string_view broken[] = {"\x80",
                                     "\xC0\x80",
                                     "\xC1\xBF",
                                     "\xC2",
                                     "\xE0\x9F\xBF",
                                     "\xED\xA0\x80",
                                     "\xE2\x82",
                                     "\xF0\x8F\xBF\xBF",
                                     "\xF4\x90\x80\x80",
                                     "\xF5\x80\x80\x80",
                                     "\xFF",
                                     "a\xE2\x82\x41"};
  for (const std::string_view text : broken) CHECK_FALSE(is_utf8(text));
}

TEST_CASE("nesting is counted outside strings only, and not further than asked") {
  CHECK(json_depth("1", 8) == 0);
  CHECK(json_depth("{}", 8) == 1);
  CHECK(json_depth(R"({"a": [{}, {"b": 1}]})", 8) == 3);
  CHECK(json_depth(R"({"a": "[[[[[["})", 8) == 1);
  CHECK(json_depth(R"({"a\"[[[": "\\", "b": [1]})", 8) == 2);
  CHECK(json_depth("{'[[[': 1}", 8) == 1);
  CHECK(json_depth(std::string(100'000, '['), 8) == 9);
}

}  // namespace tt::protocol
