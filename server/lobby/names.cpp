// The only file that knows ICU.
#include "server/lobby/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
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

/// Each character can be seen, and stands where it may.
bool is_visible(const icu::UnicodeString& name) {
  int marks = kMarksInARow;  // a name does not begin with one
  bool space = true;
  for (std::int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
    const UChar32 point = name.char32At(at);
    const auto kind = U_GET_GC_MASK(point);
    if ((kind & U_GC_C_MASK) != 0 || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
    if ((kind & U_GC_Z_MASK) != 0 && (point != ' ' || space)) return false;
    space = point == ' ';
    if (is_mark(point) && (marks++ == kMarksInARow || space)) return false;
    if (!is_mark(point)) marks = space ? kMarksInARow : 0;
  }
  return true;
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
  uspoof_setChecks(checker.get(),
                   USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS | USPOOF_HIDDEN_OVERLAY, &error);
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

}  // namespace

std::optional<std::string> sound_name(std::string_view text, std::size_t least, std::size_t most) {
  // First, so that all that follows reads valid UTF-8 of a bounded length. A letter may have some marks yet.
  if (!rules::is_name(text, 1, most * (kMarksInARow + 1))) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return std::nullopt;
  const icu::UnicodeString name = composer->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), error);
  if (U_FAILURE(error) || !is_visible(name) || !is_itself(name)) return std::nullopt;
  std::string sound;
  name.toUTF8String(sound);
  if (!rules::is_name(sound, least, most)) return std::nullopt;
  return sound;
}

}  // namespace tt::server
