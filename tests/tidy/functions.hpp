// Finds functions in stripped code by their braces. A heuristic: it knows no types, but what people format like a
// function it finds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tt::tidy {

struct Function {
  std::string head;  ///< the text before its brace
  int first_line = 0;
  int lines = 0;  ///< from the head's brace to its closing one, both included
};

/// Of C++ the outermost functions (a lambda belongs to the one around it), tests included.
[[nodiscard]] std::vector<Function> cpp_functions(std::string_view code);
/// Of a script every function, nested ones too, except the groups that `describe` makes.
[[nodiscard]] std::vector<Function> script_functions(std::string_view code);

}  // namespace tt::tidy
