#include "protocol/codec/read_json.hpp"

#include <google/protobuf/descriptor.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

#include "protocol/codec/json_shape.hpp"

namespace tt::protocol {
namespace {

namespace pb = google::protobuf;
using pb::FieldDescriptor;
using pb::Message;
using pb::Reflection;

/// Every function says whether what it read was there and plain; after a no nothing more is to be read.
class PlainReader {
 public:
  explicit PlainReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool object(Message& to) {
    const pb::Descriptor& type = *to.GetDescriptor();
    std::uint64_t seen = 0;
    if (!take('{')) return false;
    if (take('}')) return true;
    do {
      const auto name = text();
      if (!name || !take(':')) return false;
      const FieldDescriptor* const field = type.FindFieldByName(std::string(*name));
      if (field == nullptr || field->index() >= 64 || field->is_map()) return false;
      const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(field->index());
      if ((seen & bit) != 0) return false;
      seen |= bit;
      if (!(field->is_repeated() ? list(to, *field) : value(to, *field))) return false;
    } while (take(','));
    return take('}');
  }

  [[nodiscard]] bool at_end() {
    skip_space();
    return at_ == end_;
  }

 private:
  const char* at_;
  const char* end_;

  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\n' || *at_ == '\r')) ++at_;
  }

  bool take(char wanted) {
    skip_space();
    if (at_ == end_ || *at_ != wanted) return false;
    ++at_;
    return true;
  }

  bool word(std::string_view wanted) {
    skip_space();
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  std::optional<std::string_view> text() {
    if (!take('"')) return std::nullopt;
    const char* const first = at_;
    while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) ++at_;
    if (at_ == end_ || *at_ != '"') return std::nullopt;
    return std::string_view(first, static_cast<std::size_t>(at_++ - first));
  }

  /// Digits, perhaps behind a minus, as JSON writes whole numbers.
  template <class Number>
  std::optional<Number> digits() {
    const char* const first = at_ != end_ && *at_ == '-' ? at_ + 1 : at_;
    if (first == end_ || *first < '0' || *first > '9' || (*first == '0' && first != at_)) return std::nullopt;
    if (*first == '0' && first + 1 != end_ && first[1] >= '0' && first[1] <= '9') return std::nullopt;
    Number number = 0;
    const auto [behind, error] = std::from_chars(at_, end_, number);
    if (error != std::errc{}) return std::nullopt;
    at_ = behind;
    if (at_ != end_ && (*at_ == '.' || *at_ == 'e' || *at_ == 'E')) return std::nullopt;
    return number;
  }

  template <class Number>
  std::optional<Number> number() {
    skip_space();
    const bool quoted = sizeof(Number) == 8 && at_ != end_ && *at_ == '"';
    if (quoted) ++at_;
    const auto number = digits<Number>();
    if (!number || !quoted) return number;
    if (at_ == end_ || *at_ != '"') return std::nullopt;
    ++at_;
    return number;
  }

  bool list(Message& to, const FieldDescriptor& field) {
    if (!take('[')) return false;
    if (take(']')) return true;
    do {
      if (!value(to, field)) return false;
    } while (take(','));
    return take(']');
  }

  /// Puts what was read into the field, or behind what a repeated one has.
  template <class Value>
  static bool put(Message& to, const FieldDescriptor& field, const std::optional<Value>& read,
                  void (Reflection::*set)(Message*, const FieldDescriptor*, Value) const,
                  void (Reflection::*add)(Message*, const FieldDescriptor*, Value) const) {
    if (!read) return false;
    (to.GetReflection()->*(field.is_repeated() ? add : set))(&to, &field, *read);
    return true;
  }

  bool value(Message& to, const FieldDescriptor& field) {
    const Reflection& reflection = *to.GetReflection();
    if (const pb::OneofDescriptor* const one = field.containing_oneof(); one != nullptr && reflection.HasOneof(to, one))
      return false;
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_INT32:
        return put(to, field, number<std::int32_t>(), &Reflection::SetInt32, &Reflection::AddInt32);
      case FieldDescriptor::CPPTYPE_UINT32:
        return put(to, field, number<std::uint32_t>(), &Reflection::SetUInt32, &Reflection::AddUInt32);
      case FieldDescriptor::CPPTYPE_INT64:
        return put(to, field, number<std::int64_t>(), &Reflection::SetInt64, &Reflection::AddInt64);
      case FieldDescriptor::CPPTYPE_UINT64:
        return put(to, field, number<std::uint64_t>(), &Reflection::SetUInt64, &Reflection::AddUInt64);
      case FieldDescriptor::CPPTYPE_BOOL:
        return put(to, field, truth(), &Reflection::SetBool, &Reflection::AddBool);
      case FieldDescriptor::CPPTYPE_ENUM:
        return put(to, field, choice(field), &Reflection::SetEnumValue, &Reflection::AddEnumValue);
      case FieldDescriptor::CPPTYPE_STRING:
        return string(to, field);
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return object(field.is_repeated() ? *reflection.AddMessage(&to, &field)
                                          : *reflection.MutableMessage(&to, &field));
      case FieldDescriptor::CPPTYPE_FLOAT:
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return false;
    }
    return false;
  }

  std::optional<bool> truth() {
    if (word("true")) return true;
    if (word("false")) return false;
    return std::nullopt;
  }

  std::optional<int> choice(const FieldDescriptor& field) {
    const auto name = text();
    if (!name) return std::nullopt;
    const pb::EnumValueDescriptor* const named = field.enum_type()->FindValueByName(std::string(*name));
    if (named == nullptr) return std::nullopt;
    return named->number();
  }

  bool string(Message& to, const FieldDescriptor& field) {
    if (field.type() != FieldDescriptor::TYPE_STRING) return false;
    const auto read = text();
    if (!read || !is_utf8(*read)) return false;
    const Reflection& reflection = *to.GetReflection();
    if (field.is_repeated())
      reflection.AddString(&to, &field, std::string(*read));
    else
      reflection.SetString(&to, &field, std::string(*read));
    return true;
  }
};

}  // namespace

bool read_plain_json(std::string_view text, Message& to) {
  PlainReader reader(text);
  return reader.object(to) && reader.at_end();
}

}  // namespace tt::protocol
