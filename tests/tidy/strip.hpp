// Source text without its comments and with empty string literals, of the same length and lines, so that a rule about
// code is not misled by words.
#pragma once

#include <string>
#include <string_view>

#include "tests/tidy/project.hpp"

namespace tt::tidy {

[[nodiscard]] std::string strip_cpp(std::string_view text);
/// TypeScript and JavaScript; template strings count as strings.
[[nodiscard]] std::string strip_script(std::string_view text);
/// By the file's name; of a Svelte file only the script is kept.
[[nodiscard]] std::string code_of(const File& file);

}  // namespace tt::tidy
