// What is looked at in JSON text before a parser sees it: well-formed UTF-8 and bounded nesting.
#pragma once

#include <string_view>

namespace tt::protocol {

/// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

/// The deepest nesting of { and [ outside strings, counted to at most `limit` + 1. Need not be valid JSON.
[[nodiscard]] int json_depth(std::string_view text, int limit);

}  // namespace tt::protocol
