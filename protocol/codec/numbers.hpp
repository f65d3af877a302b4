// Numbers across the wire. The wire has no negative amounts to ask for; the rules count in signed ones.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "protocol/codec/decoded.hpp"
#include "rules/core/units.hpp"

namespace tt::protocol {

/// Every number of an action that does not fit its field is written as the field's largest value: the reader refuses it
/// or the rules do, and it never turns into another sensible order (0 lots would cancel one).
[[nodiscard]] constexpr std::uint64_t to_wire_mils(rules::Mils mils) {
  return mils < 0 ? std::numeric_limits<std::uint64_t>::max() : static_cast<std::uint64_t>(mils);
}
[[nodiscard]] constexpr std::uint32_t to_wire_u32(std::int64_t value) {
  constexpr std::uint32_t kMax = std::numeric_limits<std::uint32_t>::max();
  return value < 0 || value > kMax ? kMax : static_cast<std::uint32_t>(value);
}
[[nodiscard]] constexpr std::uint32_t to_wire_bp(rules::Bp bp) {
  return bp < 0 ? std::numeric_limits<std::uint32_t>::max() : static_cast<std::uint32_t>(bp);
}

/// Collects the first problem while a message is taken apart, so that each case reads as a list of its fields.
class FieldReader {
 public:
  explicit FieldReader(std::string path) : path_(std::move(path)) {}

  /// Amounts from 0 to 2^63 − 1.
  [[nodiscard]] rules::Mils mils(std::uint64_t value, std::string_view field) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<rules::Mils>::max())) {
      refuse(field, "The number is too large; amounts go up to 9223372036854775807.");
      return 0;
    }
    return static_cast<rules::Mils>(value);
  }
  /// Rates from 0 to 2^31 − 1.
  [[nodiscard]] rules::Bp bp(std::uint32_t value, std::string_view field) {
    if (value > static_cast<std::uint32_t>(std::numeric_limits<rules::Bp>::max())) {
      refuse(field, "The number is too large; rates are in basis points, 10000 is the whole.");
      return 0;
    }
    return static_cast<rules::Bp>(value);
  }
  /// A value of a closed set; `known` is what from_wire made of it.
  template <class Kind>
  [[nodiscard]] Kind kind(std::optional<Kind> known, std::string_view field) {
    if (!known) refuse(field, "The field is missing, or has a value this protocol version does not know.");
    return known.value_or(Kind{});
  }
  void refuse(std::string_view field, std::string_view text) {
    if (!ok_) return;
    ok_ = false;
    problem_ = {v1::ERROR_CODE_MALFORMED, std::string(text), path_ + "." + std::string(field), 0};
  }
  void refuse(Problem problem) {
    if (!ok_) return;
    ok_ = false;
    problem_ = std::move(problem);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// The value, if every field was sound; else the first problem.
  template <class T, class Value>
  [[nodiscard]] Decoded<T> finish(Value&& value) && {
    if (!ok_) return std::move(problem_);
    return T(std::forward<Value>(value));
  }

 private:
  std::string path_;
  Problem problem_;
  bool ok_ = true;
};

}  // namespace tt::protocol
