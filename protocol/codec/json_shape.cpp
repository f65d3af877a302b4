#include "protocol/codec/json_shape.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tt::protocol {

namespace {

struct Sequence {
  std::size_t bytes = 0;  ///< 0: not a first byte
  std::uint8_t second_min = 0x80;
  std::uint8_t second_max = 0xBF;
};

// Table 3-7 of the Unicode standard: the second byte's range is what keeps out overlong forms, surrogates and the
// beyond.
Sequence sequence_of(std::uint8_t first) {
  if (first < 0x80) return {1};
  if (first < 0xC2) return {};
  if (first < 0xE0) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first < 0xF4) return {4};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

}  // namespace

bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Sequence sequence = sequence_of(static_cast<std::uint8_t>(text[at]));
    if (sequence.bytes == 0 || text.size() - at < sequence.bytes) return false;
    for (std::size_t next = 1; next < sequence.bytes; ++next) {
      const auto byte = static_cast<std::uint8_t>(text[at + next]);
      const std::uint8_t least = next == 1 ? sequence.second_min : 0x80;
      const std::uint8_t most = next == 1 ? sequence.second_max : 0xBF;
      if (byte < least || byte > most) return false;
    }
    at += sequence.bytes;
  }
  return true;
}

int json_depth(std::string_view text, int limit) {
  int depth = 0;
  int deepest = 0;
  char quote = 0;  // the parser also takes strings in single quotes
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == '\\') ++at;
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '"' || c == '\'') quote = c;
    if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    if (c == '}' || c == ']') --depth;
    if (deepest > limit) break;
  }
  return deepest;
}

}  // namespace tt::protocol
