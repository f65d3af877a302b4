#include "tests/protocol/random_message.hpp"

#include <limits>
#include <string>

namespace tt::test {

namespace {

namespace pb = google::protobuf;

std::int64_t number(Draws& draws, std::int64_t most) {
  if (draws.one_in(4)) return most;
  if (draws.one_in(4)) return 0;
  return draws.one_in(2) ? draws.between(1, 20'000) : draws.below(most);
}

std::string words(Draws& draws) {
  constexpr const char* kLetters[] = {"a", "Z", " ", "ü", "漢", "🍞", "\"", "\\"};
  std::string text;
  for (std::int64_t left = draws.between(0, 12); left > 0; --left) text += draws.pick(kLetters);
  return text;
}

std::int64_t signed_number(Draws& draws, std::int64_t most) {
  return draws.one_in(2) ? number(draws, most) : -number(draws, most);
}

constexpr std::int64_t kMost32 = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kMost64 = std::numeric_limits<std::int64_t>::max();

int choice(const pb::FieldDescriptor* field, Draws& draws) {
  return static_cast<int>(draws.between(1, field->enum_type()->value_count() - 1));
}

void add_one(pb::Message& message, const pb::FieldDescriptor* field, Draws& draws) {
  const pb::Reflection& to = *message.GetReflection();
  switch (field->cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_INT32:
      return to.AddInt32(&message, field, static_cast<std::int32_t>(signed_number(draws, kMost32)));
    case pb::FieldDescriptor::CPPTYPE_INT64:
      return to.AddInt64(&message, field, signed_number(draws, kMost64));
    case pb::FieldDescriptor::CPPTYPE_UINT32:
      return to.AddUInt32(&message, field, static_cast<std::uint32_t>(number(draws, kMost32)));
    case pb::FieldDescriptor::CPPTYPE_UINT64:
      return to.AddUInt64(&message, field, static_cast<std::uint64_t>(number(draws, kMost64)));
    case pb::FieldDescriptor::CPPTYPE_STRING:
      return to.AddString(&message, field, words(draws));
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return to.AddBool(&message, field, draws.one_in(2));
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return to.AddEnumValue(&message, field, choice(field, draws));
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return fill(*to.AddMessage(&message, field), draws);
    default:  // no message has floating numbers
      std::abort();
  }
}

void fill_one(pb::Message& message, const pb::FieldDescriptor* field, Draws& draws) {
  const pb::Reflection& to = *message.GetReflection();
  if (field->is_repeated()) {
    for (std::int64_t left = draws.between(0, 3); left > 0; --left) add_one(message, field, draws);
    return;
  }
  switch (field->cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_INT32:
      return to.SetInt32(&message, field, static_cast<std::int32_t>(signed_number(draws, kMost32)));
    case pb::FieldDescriptor::CPPTYPE_INT64:
      return to.SetInt64(&message, field, signed_number(draws, kMost64));
    case pb::FieldDescriptor::CPPTYPE_UINT32:
      return to.SetUInt32(&message, field, static_cast<std::uint32_t>(number(draws, kMost32)));
    case pb::FieldDescriptor::CPPTYPE_UINT64:
      return to.SetUInt64(&message, field, static_cast<std::uint64_t>(number(draws, kMost64)));
    case pb::FieldDescriptor::CPPTYPE_STRING:
      return to.SetString(&message, field, words(draws));
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return to.SetBool(&message, field, draws.one_in(2));
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return to.SetEnumValue(&message, field, choice(field, draws));
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return fill(*to.MutableMessage(&message, field), draws);
    default:  // no message has floating numbers
      std::abort();
  }
}

}  // namespace

void fill(pb::Message& message, Draws& draws, const pb::FieldDescriptor* chosen) {
  const pb::Descriptor& type = *message.GetDescriptor();
  for (int at = 0; at < type.field_count(); ++at)
    if (type.field(at)->containing_oneof() == nullptr) fill_one(message, type.field(at), draws);
  for (int at = 0; at < type.oneof_decl_count(); ++at) {
    const pb::OneofDescriptor& choice = *type.oneof_decl(at);
    const auto* pick = choice.field(static_cast<int>(draws.below(choice.field_count())));
    if (chosen != nullptr && chosen->containing_oneof() == &choice) pick = chosen;
    fill_one(message, pick, draws);
  }
}

}  // namespace tt::test
