#include "tests/tidy/functions.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace tt::tidy {
namespace {

enum class Block { kFunction, kInitialiser, kOther };

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool starts_with_word(std::string_view head, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return head.starts_with(word) && (head.size() == word.size() || !is_word(head[word.size()]));
  });
}

bool is_control(std::string_view head) {
  return starts_with_word(head, {"if", "else", "for", "while", "switch", "do", "try", "catch", "return", "co_return",
                                 "case", "default", "finally", "throw"});
}

/// What stands outside of all parentheses.
std::string outside_parentheses(std::string_view head) {
  std::string text;
  int depth = 0;
  for (const char c : head) {
    if (c == ')' || c == ']') --depth;
    if (depth == 0) text += c;
    if (c == '(' || c == '[') ++depth;
  }
  return text;
}

Block cpp_block(std::string_view head) {
  const std::string outside = outside_parentheses(head);
  if (outside.find('(') == std::string::npos || is_control(head)) return Block::kOther;
  if (starts_with_word(head, {"namespace", "class", "struct", "enum", "union", "extern"})) return Block::kOther;
  const std::size_t colon = outside.find(") :");
  if (colon != std::string::npos && is_word(head.back())) return Block::kInitialiser;
  const bool assigns = outside.find('=') != std::string::npos && outside.find("operator") == std::string::npos;
  return assigns && outside.find("requires") == std::string::npos ? Block::kOther : Block::kFunction;
}

Block script_block(std::string_view head) {
  if (head.find("describe(") != std::string_view::npos || is_control(head)) return Block::kOther;
  if (head.ends_with("=>")) return Block::kFunction;
  const std::string outside = outside_parentheses(head);
  const std::size_t close = outside.rfind(')');
  if (close == std::string::npos ||
      starts_with_word(head, {"class", "interface", "type", "import", "export default {"}))
    return Block::kOther;
  const std::string_view rest = trimmed(std::string_view(outside).substr(close + 1));
  return rest.empty() || rest.starts_with(":") ? Block::kFunction : Block::kOther;
}

std::vector<Function> find(std::string_view code, Block (*kind_of)(std::string_view), bool nested) {
  struct Open {
    Block kind;
    std::string head;
    int line;
  };
  std::vector<Open> stack;
  std::vector<Function> found;
  std::size_t head_from = 0;
  int line = 1;
  int inside = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\n') ++line;
    if (c == ';' && (stack.empty() || stack.back().kind != Block::kInitialiser)) head_from = i + 1;
    if (c == '{') {
      const std::string_view head = trimmed(code.substr(head_from, i - head_from));
      const Block kind = head.empty() ? Block::kOther : kind_of(head);
      stack.push_back({kind, std::string(head), line});
      if (kind == Block::kFunction) ++inside;
      if (kind != Block::kInitialiser) head_from = i + 1;
    }
    if (c == '}' && !stack.empty()) {
      const Open open = std::move(stack.back());
      stack.pop_back();
      if (open.kind == Block::kInitialiser) continue;
      head_from = i + 1;
      if (open.kind != Block::kFunction) continue;
      if (--inside == 0 || nested) found.push_back({open.head, open.line, line - open.line + 1});
    }
  }
  return found;
}

}  // namespace

std::vector<Function> cpp_functions(std::string_view code) {
  return find(code, cpp_block, false);
}
std::vector<Function> script_functions(std::string_view code) {
  return find(code, script_block, true);
}

}  // namespace tt::tidy
