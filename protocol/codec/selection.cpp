#include "protocol/codec/selection.hpp"

#include <google/protobuf/descriptor.h>

#include <vector>

namespace tt::protocol {
namespace {

namespace pb = google::protobuf;

}  // namespace

Selection Selection::nothing() {
  Selection none;
  none.everything_ = false;
  return none;
}

Decoded<bool> Selection::add(std::string_view path, const pb::Descriptor& type) {
  std::vector<const pb::FieldDescriptor*> steps;
  const pb::Descriptor* inside = &type;
  for (std::string_view left = path;;) {
    const std::string name(left.substr(0, left.find('.')));
    const pb::FieldDescriptor* const field = inside == nullptr ? nullptr : inside->FindFieldByName(name);
    if (field == nullptr)
      return Problem{v1::ERROR_CODE_MALFORMED, "There is no field '" + std::string(path) + "' to be seen.",
                     std::string(path), 0};
    steps.push_back(field);
    inside = field->message_type();  // null where it has nothing inside
    if (left.size() == name.size()) break;
    left.remove_prefix(name.size() + 1);
  }
  Selection* at = this;
  const pb::Descriptor* around = &type;
  for (const pb::FieldDescriptor* const step : steps) {
    if (at->everything_) return true;  // all of it was asked for before
    const pb::FieldDescriptor* const id = around->FindFieldByName("id");
    if (id != nullptr && id->is_repeated()) at->fields_.try_emplace(id->number());
    at = &at->fields_.try_emplace(step->number(), nothing()).first->second;
    around = step->message_type();
  }
  *at = Selection{};
  return true;
}

const Selection* Selection::of(int number) const {
  if (everything_) return this;
  const auto at = fields_.find(number);
  return at == fields_.end() ? nullptr : &at->second;
}

void Selection::prune(pb::Message& message) const {
  if (everything_) return;
  const pb::Reflection& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> set;
  reflection.ListFields(message, &set);
  for (const pb::FieldDescriptor* const field : set) {
    const Selection* const wanted = of(field->number());
    if (wanted == nullptr)
      reflection.ClearField(&message, field);
    else if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE || wanted->is_everything())
      continue;
    else if (!field->is_repeated())
      wanted->prune(*reflection.MutableMessage(&message, field));
    else
      for (int at = 0; at < reflection.FieldSize(message, field); ++at)
        wanted->prune(*reflection.MutableRepeatedMessage(&message, field, at));
  }
}

}  // namespace tt::protocol
