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

void fill_one(pb::Message& message, const pb::FieldDescriptor* field, Draws& draws) {
  const pb::Reflection& to = *message.GetReflection();
  if (field->is_repeated()) {  // in requests, only messages are
    for (std::int64_t left = draws.between(0, 3); left > 0; --left) fill(*to.AddMessage(&message, field), draws);
    return;
  }
  switch (field->cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_UINT32:
      to.SetUInt32(&message, field,
                   static_cast<std::uint32_t>(number(draws, std::numeric_limits<std::int32_t>::max())));
      break;
    case pb::FieldDescriptor::CPPTYPE_UINT64:
      to.SetUInt64(&message, field,
                   static_cast<std::uint64_t>(number(draws, std::numeric_limits<std::int64_t>::max())));
      break;
    case pb::FieldDescriptor::CPPTYPE_STRING:
      to.SetString(&message, field, words(draws));
      break;
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      to.SetBool(&message, field, draws.one_in(2));
      break;
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      to.SetEnumValue(&message, field, static_cast<int>(draws.between(1, field->enum_type()->value_count() - 1)));
      break;
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      fill(*to.MutableMessage(&message, field), draws);
      break;
    default:  // no request has signed or floating numbers
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
