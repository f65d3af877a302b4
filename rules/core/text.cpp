#include "rules/core/text.hpp"

#include <cstdint>

namespace tt::rules {
namespace {

/// Takes one code point off the front; 0 for what is not UTF-8 in its shortest form (RFC 3629).
std::uint32_t take_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(0);
  const std::size_t length = first < 0x80 ? 1U : first >= 0xF0 ? 4U : first >= 0xE0 ? 3U : first >= 0xC2 ? 2U : 0U;
  if (length == 0 || length > text.size() || first > 0xF4) return 0;
  constexpr std::uint32_t kLeadMask[]{0, 0x7F, 0x1F, 0x0F, 0x07};
  constexpr std::uint32_t kSmallest[]{0, 0, 0x80, 0x800, 0x10000};
  std::uint32_t point = first & kLeadMask[length];
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
    point = (point << 6U) | (byte(i) & 0x3FU);
  }
  if (point < kSmallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return 0;
  text.remove_prefix(length);
  return point;
}

bool is_shown(std::uint32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool direction = (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
                         (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF;
  return !control && !direction;
}

}  // namespace

bool is_name(std::string_view text, std::size_t least, std::size_t most) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  std::size_t points = 0;
  for (; !text.empty(); ++points)
    if (points == most || !is_shown(take_code_point(text))) return false;
  return points >= least;
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
  std::string_view rest = text;
  for (std::size_t points = 0; points < most && !rest.empty(); ++points) take_code_point(rest);
  text.remove_suffix(rest.size());
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace tt::rules
