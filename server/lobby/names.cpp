// The only file that knows ICU.
#include "server/lobby/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <memory>

#include "rules/core/text.hpp"

namespace tt::server {
namespace {

constexpr int kMarksInARow = 3;  ///< pointed Hebrew has three

bool is_mark(UChar32 point) {
  return (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

enum class Kind : std::uint8_t { kName, kLine };

/// Draws the letter before it as a picture, or as text.
bool is_variant(UChar32 point) {
  return point == 0xFE0E || point == 0xFE0F;
}

/// Each character can be seen, and stands where it may.
bool is_visible(const icu::UnicodeString& name, Kind what) {
  int marks = kMarksInARow;  // a name does not begin with one
  bool space = true;
  bool seen = false;
  for (std::int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
    const UChar32 point = name.char32At(at);
    const auto kind = U_GET_GC_MASK(point);
    const bool variant = what == Kind::kLine && is_variant(point);
    // In talk there may be emoji that are younger than the library.
    const bool unassigned_may_be = what == Kind::kLine && (kind & U_GC_CN_MASK) != 0;
    if ((kind & U_GC_C_MASK) != 0 && !unassigned_may_be) return false;
    if (!variant && u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
    const bool any_space = (kind & U_GC_ZS_MASK) != 0;
    if ((kind & U_GC_Z_MASK) != 0 && (what == Kind::kName ? point != ' ' || space : !any_space)) return false;
    space = any_space;
    seen = seen || !space;
    if (is_mark(point) && (marks++ == kMarksInARow || space)) return false;
    if (!is_mark(point)) marks = space ? kMarksInARow : 0;
  }
  return seen;
}

bool has_latin(const icu::UnicodeString& name) {
  for (std::int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
    UErrorCode error = U_ZERO_ERROR;
    if (uscript_getScript(name.char32At(at), &error) == USCRIPT_LATIN) return true;
  }
  return false;
}

bool is_ascii(const icu::UnicodeString& name) {
  for (std::int32_t at = 0; at < name.length(); ++at)
    if (name[at] >= 0x80) return false;
  return true;
}

struct CloseChecker {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};
using Checker = std::unique_ptr<USpoofChecker, CloseChecker>;

/// Null if ICU has no data: then no name passes, rather than any.
Checker make_checker() {
  UErrorCode error = U_ZERO_ERROR;
  Checker checker(uspoof_open(&error));
  if (U_FAILURE(error)) return nullptr;
  uspoof_setRestrictionLevel(checker.get(), USPOOF_HIGHLY_RESTRICTIVE);
  // What people write in: letters of living scripts, and what can be typed. Much else draws nothing at all.
  icu::UnicodeSet allowed(
      icu::UnicodeString(u"[\\u0020-\\u007E\\u00A1-\\u00BF\\u2010-\\u2027\\u2030-\\u205E\\u20A0-\\u20BF\\u2190-\\u21FF"
                         u"\\u2600-\\u27BF\\u3001-\\u3003\\u3008-\\u3011\\uFF01-\\uFF60]"),
      error);
  allowed.addAll(*uspoof_getRecommendedUnicodeSet(&error));
  allowed.addAll(icu::UnicodeSet(u"[[:Emoji_Presentation:][:Mn:][:Mc:]]", error));
  uspoof_setAllowedUnicodeSet(checker.get(), &allowed, &error);
  uspoof_setChecks(
      checker.get(),
      USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS | USPOOF_HIDDEN_OVERLAY | USPOOF_CHAR_LIMIT,
      &error);
  return U_SUCCESS(error) ? std::move(checker) : nullptr;
}

bool is_itself(const icu::UnicodeString& name) {
  static const Checker kChecker = make_checker();  // checks are safe from any thread
  if (!kChecker) return false;
  UErrorCode error = U_ZERO_ERROR;
  if (uspoof_check2UnicodeString(kChecker.get(), name, nullptr, &error) != 0 || U_FAILURE(error)) return false;
  if (has_latin(name) || is_ascii(name)) return true;
  icu::UnicodeString looks_like;
  uspoof_getSkeletonUnicodeString(kChecker.get(), 0, name, looks_like, &error);
  return U_SUCCESS(error) && !is_ascii(looks_like);
}

/// In the composed form; nothing if a character cannot be seen.
std::optional<icu::UnicodeString> composed(std::string_view text, std::size_t most, Kind what) {
  // First, so that all that follows reads valid UTF-8 of a bounded length. A letter may have some marks yet.
  if (!rules::is_name(text, 1, most * (kMarksInARow + 1))) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return std::nullopt;
  icu::UnicodeString sound = composer->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), error);
  if (U_FAILURE(error) || !is_visible(sound, what)) return std::nullopt;
  return sound;
}

std::optional<std::string> in_bounds(const icu::UnicodeString& text, std::size_t least, std::size_t most) {
  std::string sound;
  text.toUTF8String(sound);
  if (!rules::is_name(sound, least, most)) return std::nullopt;
  return sound;
}

icu::UnicodeString folded(const icu::UnicodeString& name) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const folder = icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_FAILURE(error)) return name;
  icu::UnicodeString out = folder->normalize(name, error);
  return U_SUCCESS(error) ? out : name;
}

/// Without what nobody says aloud: spaces, points and dashes; all of it, if there is nothing else.
icu::UnicodeString spoken(const icu::UnicodeString& name) {
  icu::UnicodeString out;
  for (std::int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
    const UChar32 point = name.char32At(at);
    if ((U_GET_GC_MASK(point) & (U_GC_P_MASK | U_GC_Z_MASK)) == 0) out.append(point);
  }
  return out.isEmpty() ? name : out;
}

icu::UnicodeString skeleton(const icu::UnicodeString& name) {
  static const Checker kChecker = make_checker();
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString out;
  if (kChecker) uspoof_getSkeletonUnicodeString(kChecker.get(), 0, name, out, &error);
  return kChecker && U_SUCCESS(error) ? out : name;
}

}  // namespace

std::vector<std::string> looks_of(std::string_view name) {
  const icu::StringPiece bytes(name.data(), static_cast<std::int32_t>(name.size()));
  const icu::UnicodeString whole = spoken(icu::UnicodeString::fromUTF8(bytes));
  // "I" is an "l" as it stands, and an "i" once it is small; which way somebody reads it cannot be known.
  std::vector<std::string> looks{"folded ", "as it is "};
  folded(skeleton(folded(whole))).toUTF8String(looks[0]);
  folded(skeleton(whole)).toUTF8String(looks[1]);
  return looks;
}

std::optional<std::string> sound_name(std::string_view text, std::size_t least, std::size_t most) {
  const auto name = composed(text, most, Kind::kName);
  if (!name || !is_itself(*name)) return std::nullopt;
  return in_bounds(*name, least, most);
}

std::optional<std::string> sound_line(std::string_view text, std::size_t least, std::size_t most) {
  const auto line = composed(text, most, Kind::kLine);
  if (!line) return std::nullopt;
  return in_bounds(*line, least, most);
}

}  // namespace tt::server
