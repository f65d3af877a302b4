#include "protocol/codec/write_json.hpp"

#include <google/protobuf/descriptor.h>

#include <array>
#include <charconv>
#include <string_view>

namespace tt::protocol {
namespace {

namespace pb = google::protobuf;
using pb::FieldDescriptor;
using pb::Message;
using pb::Reflection;

template <class Number>
void append_number(Number number, std::string& to) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  to.append(digits.data(), end);
}

/// 64 bits do not survive every JSON reader's numbers.
template <class Number>
void append_quoted(Number number, std::string& to) {
  to += '"';
  append_number(number, to);
  to += '"';
}

/// RFC 8259: the quote, the backslash and control characters must be escaped; all else may stand as it is.
void append_text(std::string_view text, std::string& to) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  to += '"';
  for (const char character : text) {
    const auto code = static_cast<unsigned char>(character);
    if (code < 0x20) {
      to += "\\u00";
      to += kDigits[code >> 4U];
      to += kDigits[code & 0xFU];
    } else {
      if (character == '"' || character == '\\') to += '\\';
      to += character;
    }
  }
  to += '"';
}

void append_choice(const FieldDescriptor& field, int number, std::string& to) {
  const pb::EnumValueDescriptor* const value = field.enum_type()->FindValueByNumber(number);
  if (value == nullptr)
    append_number(number, to);  // a newer one than this program knows
  else
    append_text(value->name(), to);
}

/// Every element of a repeated field, appended by `each`.
template <class Each>
void append_list(int size, std::string& to, const Each& each) {
  to += '[';
  for (int at = 0; at < size; ++at) {
    if (at > 0) to += ',';
    each(at);
  }
  to += ']';
}

void append_repeated(const Message& message, const Reflection& reflection, const FieldDescriptor& field,
                     const Selection& wanted, std::string& to) {
  const auto list = [&](const auto& each) { append_list(reflection.FieldSize(message, &field), to, each); };
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return list([&](int at) { append_number(reflection.GetRepeatedInt32(message, &field, at), to); });
    case FieldDescriptor::CPPTYPE_UINT32:
      return list([&](int at) { append_number(reflection.GetRepeatedUInt32(message, &field, at), to); });
    case FieldDescriptor::CPPTYPE_INT64:
      return list([&](int at) { append_quoted(reflection.GetRepeatedInt64(message, &field, at), to); });
    case FieldDescriptor::CPPTYPE_UINT64:
      return list([&](int at) { append_quoted(reflection.GetRepeatedUInt64(message, &field, at), to); });
    case FieldDescriptor::CPPTYPE_BOOL:
      return list([&](int at) { to += reflection.GetRepeatedBool(message, &field, at) ? "true" : "false"; });
    case FieldDescriptor::CPPTYPE_ENUM:
      return list([&](int at) { append_choice(field, reflection.GetRepeatedEnumValue(message, &field, at), to); });
    case FieldDescriptor::CPPTYPE_STRING: {
      std::string scratch;
      return list(
          [&](int at) { append_text(reflection.GetRepeatedStringReference(message, &field, at, &scratch), to); });
    }
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return list([&](int at) { append_json(reflection.GetRepeatedMessage(message, &field, at), to, wanted); });
    case FieldDescriptor::CPPTYPE_FLOAT:
    case FieldDescriptor::CPPTYPE_DOUBLE:
      to += "[]";  // our schema has none, and a test holds that
  }
}

void append_single(const Message& message, const Reflection& reflection, const FieldDescriptor& field,
                   const Selection& wanted, std::string& to) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return append_number(reflection.GetInt32(message, &field), to);
    case FieldDescriptor::CPPTYPE_UINT32:
      return append_number(reflection.GetUInt32(message, &field), to);
    case FieldDescriptor::CPPTYPE_INT64:
      return append_quoted(reflection.GetInt64(message, &field), to);
    case FieldDescriptor::CPPTYPE_UINT64:
      return append_quoted(reflection.GetUInt64(message, &field), to);
    case FieldDescriptor::CPPTYPE_BOOL:
      to += reflection.GetBool(message, &field) ? "true" : "false";
      return;
    case FieldDescriptor::CPPTYPE_ENUM:
      return append_choice(field, reflection.GetEnumValue(message, &field), to);
    case FieldDescriptor::CPPTYPE_STRING: {
      std::string scratch;
      return append_text(reflection.GetStringReference(message, &field, &scratch), to);
    }
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return append_json(reflection.GetMessage(message, &field), to, wanted);
    case FieldDescriptor::CPPTYPE_FLOAT:
    case FieldDescriptor::CPPTYPE_DOUBLE:
      to += '0';  // our schema has none, and a test holds that
  }
}

}  // namespace

void append_json(const Message& message, std::string& to, const Selection& wanted) {
  const pb::Descriptor& type = *message.GetDescriptor();
  const Reflection& reflection = *message.GetReflection();
  to += '{';
  bool first = true;
  for (int at = 0; at < type.field_count(); ++at) {
    const FieldDescriptor& field = *type.field(at);
    const Selection* const inside = wanted.of(field.number());
    if (inside == nullptr || (field.has_presence() && !reflection.HasField(message, &field))) continue;
    if (!first) to += ',';
    first = false;
    to += '"';
    to += field.name();
    to += "\":";
    if (field.is_repeated())
      append_repeated(message, reflection, field, *inside, to);
    else
      append_single(message, reflection, field, *inside, to);
  }
  to += '}';
}

}  // namespace tt::protocol
